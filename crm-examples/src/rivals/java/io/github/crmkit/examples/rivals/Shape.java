package io.github.crmkit.examples.rivals;

/** What tells the rules apart. */
enum Shape {
    /** Each rule is for a product of its own. */
    KEYED,
    /** Each rule is for a band of quantities of its own. */
    BANDED;

    /** How wide a band is. */
    static final int WIDTH = 10;

    /** The number of a product, from 0. */
    static String product(int i) {
        return "P-" + i;
    }

    /** The lower bound of a band, inclusive; the upper bound of the one before, exclusive. */
    static int from(int i) {
        return i * WIDTH;
    }
}
