package io.github.crmkit.money;

import io.github.crmkit.kernel.Violations;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;

/**
 * What one unit of a currency is worth in another on a day, and who says so. Never turned round: the rate back is a rate
 * of its own.
 *
 * @param from the currency that one unit is taken of
 * @param to the currency it is expressed in
 * @param rate greater than zero, up to 15 decimals, no trailing zeros; exactly 1 between a currency and itself
 * @param date the day it holds for, in the organisation's zone
 * @param source where it comes from, for example a central bank; not blank
 */
public record ExchangeRate(CurrencyUnit from, CurrencyUnit to, BigDecimal rate, LocalDate date, String source) {

    /** The most decimals a rate may have. */
    public static final int MAX_SCALE = 15;

    private static final DecimalRule RULE = new DecimalRule("exchange rate", MAX_SCALE);
    private static final String SAME_CURRENCY = "same currency";

    /**
     * @throws io.github.crmkit.kernel.RuleViolationsException {@code exchange-rate-scale}, {@code exchange-rate-range}
     *     (more than 18 digits before the point), {@code exchange-rate-positive}, {@code exchange-rate-identity} (a rate
     *     other than 1 from a currency to itself), {@code exchange-rate-source}
     */
    public ExchangeRate {
        rate = RULE.normalise(rate, 0);
        Violations problems = new Violations();
        problems.require(rate.signum() > 0, "rate", "exchange-rate-positive", "must be greater than zero");
        problems.require(
                !from.equals(to) || rate.compareTo(BigDecimal.ONE) == 0,
                "rate",
                "exchange-rate-identity",
                "must be 1 between a currency and itself");
        problems.require(!source.isBlank(), "source", "exchange-rate-source", "must say where the rate comes from");
        problems.throwIfAny("exchange rate");
    }

    /** The rate between a currency and itself: 1 on any day, needing no source. */
    public static ExchangeRate identity(CurrencyUnit currency, LocalDate date) {
        return new ExchangeRate(currency, currency, BigDecimal.ONE, date, SAME_CURRENCY);
    }
}
