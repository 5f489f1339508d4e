package io.github.crmkit.totals;

/** On what sum tax is calculated and rounded. */
public enum TaxBasis {
    /** On each line, then added. */
    PER_LINE,
    /** On the sum of the lines of one category and rate, then added. */
    PER_GROUP,
    /** On everything, rounded once. */
    PER_DOCUMENT
}
