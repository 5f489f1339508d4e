package io.github.crmkit.track;

import io.github.crmkit.money.MoneyBag;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Deals and what they are worth.
 *
 * @param deals how many, those without an amount included
 * @param amount the total of their amounts, by currency
 */
public record Flow(long deals, MoneyBag amount) {

    private static final Flow NONE = new Flow(0, MoneyBag.empty());

    /** No deals. */
    public static Flow none() {
        return NONE;
    }

    /** One deal of this amount, which may not be known. */
    static Flow of(@Nullable Money amount) {
        return new Flow(1, amount == null ? MoneyBag.empty() : MoneyBag.of(amount));
    }

    /** These and the others. */
    public Flow plus(Flow other) {
        return new Flow(deals + other.deals, amount.plus(other.amount));
    }

    /** Whether there are no deals and no amounts. */
    public boolean isNone() {
        return deals == 0 && amount.isEmpty();
    }
}
