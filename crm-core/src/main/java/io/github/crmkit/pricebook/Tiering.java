package io.github.crmkit.pricebook;

/**
 * How the tiers of a product make a price. Lower bounds are inclusive, and a tier ends where the next one begins. From 0
 * at 10, from 10 at 9, from 100 at 8:
 */
public enum Tiering {
    /** The whole quantity takes the price of the tier that it reaches: 9 cost 90, 10 cost 90, 100 cost 800. */
    VOLUME,
    /** Each unit takes the price of the tier that it lies in: 10 cost 100, 100 cost 910, 101 cost 918. */
    GRADUATED,
    /** The price of the tier is one total for the whole quantity: 9 cost 10, 10 cost 9, 100 cost 8. */
    BLOCK
}
