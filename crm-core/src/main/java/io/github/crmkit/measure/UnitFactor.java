package io.github.crmkit.measure;

import io.github.crmkit.kernel.Violations;
import io.github.crmkit.money.Quantity;

/**
 * What another unit is worth in a product's own: {@code of} of it are exactly {@code base} of the own unit. 1 pallet is 48
 * boxes; where a product is counted by the dozen, 12 pieces are 1 dozen.
 *
 * @param unit the other unit, plain text of 1 to {@value Measures#MAX_UNIT} characters (UTF-16 units), kept without the
 *     spaces around it
 * @param of how many of it, more than nothing
 * @param base how many of the product's own unit that is, more than nothing
 */
public record UnitFactor(String unit, Quantity of, Quantity base) {

    /**
     * @throws io.github.crmkit.kernel.RuleViolationsException {@code plain-text} for the unit, {@code unit-factor} for
     *     a quantity that is not more than nothing
     */
    public UnitFactor {
        Violations problems = new Violations();
        unit = problems.plainText(unit, Measures.MAX_UNIT, "unit");
        problems.require(of.isPositive(), "of", "unit-factor", "must be more than nothing");
        problems.require(base.isPositive(), "base", "unit-factor", "must be more than nothing");
        problems.throwIfAny("unit factor");
    }

    /** One of this unit is so many of the product's own; refused as by the constructor. */
    public static UnitFactor of(String unit, long base) {
        return new UnitFactor(unit, Quantity.ONE, Quantity.of(base));
    }

    /** For example {@code 1 pallet = 48}, in the product's own unit. */
    @Override
    public String toString() {
        return of + " " + unit + " = " + base;
    }
}
