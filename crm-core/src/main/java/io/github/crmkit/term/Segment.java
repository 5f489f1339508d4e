package io.github.crmkit.term;

import io.github.crmkit.kernel.Violations;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.time.DateRange;

/**
 * Some days of a ramp, over which quantity and price stay as they are.
 *
 * @param days from the first, inclusive, until the day after the last; both given
 * @param quantity how much is sold in these days, 0 or more
 * @param price of one unit for one period
 */
public record Segment(DateRange days, Quantity quantity, UnitPrice price) {

    /** @throws io.github.crmkit.kernel.RuleViolationsException {@code negative} for the quantity */
    public Segment {
        new Violations()
                .require(!quantity.isNegative(), "quantity", "negative", "must not be negative")
                .throwIfAny("segment");
    }

    /** What one period brings, exactly. */
    Fraction perPeriod() {
        return Fraction.of(quantity.value().multiply(price.amount()));
    }
}
