package io.github.crmkit.deal;

import io.github.crmkit.kernel.Violations;
import io.github.crmkit.money.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.Money;

/**
 * What a deal brings again and again, for example a subscription. Kept beside the amount of the deal, never added to it.
 *
 * @param amount for each term, without tax; not negative
 * @param months how many months one term has, 1 to {@value #MAX_MONTHS}
 */
public record Recurring(Money amount, int months) {

    /** The longest term, in months, inclusive. */
    public static final int MAX_MONTHS = 1_200;

    private static final BigDecimal YEAR = BigDecimal.valueOf(12);

    /** What is wrong with it is found with its deal. */
    public Recurring {}

    /** So much every month. */
    public static Recurring monthly(Money amount) {
        return new Recurring(amount, 1);
    }

    /** So much every year. */
    public static Recurring yearly(Money amount) {
        return new Recurring(amount, 12);
    }

    /** What one month brings: amount / months, the exact fraction rounded once, halves away from zero. */
    public Money perMonth() {
        return times(BigDecimal.ONE);
    }

    /** What twelve months bring: amount × 12 / months, rounded once; not twelve times the rounded month. */
    public Money perYear() {
        return times(YEAR);
    }

    private Money times(BigDecimal factor) {
        RoundingMode rounding = Rounding.COMMERCIAL;
        BigDecimal exact = amount.getAmount()
                .multiply(factor)
                .divide(BigDecimal.valueOf(months), amount.getCurrencyUnit().getDecimalPlaces(), rounding);
        return Money.of(amount.getCurrencyUnit(), exact);
    }

    /**
     * Notes what is wrong with it: {@code not-null} and what {@link DealRules#checkAmount} notes at {@code path.amount},
     * {@code recurring-months} at {@code path.months}.
     */
    public void check(String path, Violations problems) {
        problems.require(amount != null, path + ".amount", "not-null", "must be given");
        DealRules.checkAmount(amount, path + ".amount", problems);
        problems.require(
                months >= 1 && months <= MAX_MONTHS,
                path + ".months",
                "recurring-months",
                "must be from 1 to " + MAX_MONTHS + " months");
    }
}
