package io.github.crmkit.money;

import io.github.crmkit.kernel.Violations;

/**
 * What one unit costs us, on a stated basis. Nothing is a cost; an unknown cost is absent and not nothing.
 *
 * @param amount for one of the product's own unit, not less than nothing
 */
public record Cost(CostBasis basis, UnitPrice amount) {

    /** @throws io.github.crmkit.kernel.RuleViolationsException {@code cost-negative} below nothing */
    public Cost {
        new Violations()
                .require(!amount.isNegative(), "amount", "cost-negative", "must not be less than nothing")
                .throwIfAny("cost");
    }

    /** For example {@code STANDARD: USD 80.00}. */
    @Override
    public String toString() {
        return basis + ": " + amount;
    }
}
