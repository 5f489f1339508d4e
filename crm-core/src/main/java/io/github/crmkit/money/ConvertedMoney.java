package io.github.crmkit.money;

import java.math.RoundingMode;
import org.joda.money.Money;

/**
 * An amount beside what it is worth in another currency. The original is never replaced; the rate says which day and
 * source the other number rests on.
 *
 * @param original the amount as it was agreed, in the currency {@code rate.from()}
 * @param converted its worth, in the currency {@code rate.to()}
 * @param rate the rate that was used
 */
public record ConvertedMoney(Money original, Money converted, ExchangeRate rate) {

    /** @throws CurrencyMismatchException where the amounts are not in the currencies of the rate */
    public ConvertedMoney {
        CurrencyMismatchException.refuseUnlessEqual(rate.from(), original.getCurrencyUnit());
        CurrencyMismatchException.refuseUnlessEqual(rate.to(), converted.getCurrencyUnit());
    }

    /** The exact product of amount and rate, rounded once to the decimals of the rate's target currency. */
    public static ConvertedMoney at(ExchangeRate rate, Money original, RoundingMode rounding) {
        return new ConvertedMoney(
                original, Money.of(rate.to(), original.getAmount().multiply(rate.rate()), rounding), rate);
    }
}
