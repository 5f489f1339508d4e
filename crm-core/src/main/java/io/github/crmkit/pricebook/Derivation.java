package io.github.crmkit.pricebook;

/**
 * How a book comes to prices that do not stand in it: the price of the base book, converted without rounding at the rate of
 * the pricing date, and then the formula. What does stand in the book goes first.
 *
 * @param base the book that the prices are made from
 * @param formula what makes them; its amounts are in the currency of the book that is derived
 */
public record Derivation(PriceBookId base, PriceFormula formula) {

    /** The most books in a chain, the first and the last one included. */
    public static final int MAX_BOOKS = 8;

    /** The prices of another book, less or more so much. */
    public static Derivation of(PriceBookId base, PriceFormula formula) {
        return new Derivation(base, formula);
    }
}
