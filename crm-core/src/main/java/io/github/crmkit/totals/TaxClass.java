package io.github.crmkit.totals;

import io.github.crmkit.money.Percent;

/**
 * What decides the tax of a line: lines of one class are taxed together.
 *
 * @param category the host's word for the tax category, for example {@code standard}
 * @param rate percent points, 0 or more
 */
public record TaxClass(String category, Percent rate) {

    /** Taxed at nothing. */
    public static final TaxClass NONE = new TaxClass("none", Percent.ZERO);

    public TaxClass {
        if (rate.isNegative()) {
            throw new IllegalArgumentException("a tax rate is not negative");
        }
    }
}
