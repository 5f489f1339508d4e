package io.github.crmkit.totals;

import io.github.crmkit.kernel.Violations;
import io.github.crmkit.money.Percent;

/**
 * What decides the tax of a line: lines of one class are taxed together.
 *
 * @param category the host's word for the tax category, for example {@code standard}
 * @param rate percent points, from 0 to 1,000, both inclusive
 */
public record TaxClass(String category, Percent rate) {

    /** The longest category, in UTF-16 units, inclusive. */
    public static final int MAX_CATEGORY = 40;

    private static final Percent MAX_RATE = Percent.of(1_000);

    /** Taxed at nothing. */
    public static final TaxClass NONE = new TaxClass("none", Percent.ZERO);

    /**
     * @throws io.github.crmkit.kernel.RuleViolationsException {@code plain-text} for an unusable category, {@code tax-rate}
     *     for a rate that is out of bounds
     */
    public TaxClass {
        Violations problems = new Violations();
        category = problems.plainText(category, MAX_CATEGORY, "category");
        problems.require(
                        !rate.isNegative() && rate.compareTo(MAX_RATE) <= 0,
                        "rate",
                        "tax-rate",
                        "must be from 0 to 1000 percent points")
                .throwIfAny("tax class");
    }
}
