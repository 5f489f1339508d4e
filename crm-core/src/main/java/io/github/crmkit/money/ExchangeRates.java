package io.github.crmkit.money;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Where exchange rates come from: a port that the host fills. {@link FixedRates} is a table of them, {@link #none()} has
 * no rate at all.
 *
 * <p>An implementation answers for exactly the pair and the day it is asked for. One that carries a rate over a weekend
 * does so openly: it states the day asked for as the date, and the day of origin in the source.
 */
@FunctionalInterface
public interface ExchangeRates {

    /** The rate for this pair on this day (in the organisation's zone); absent where there is none. */
    Optional<ExchangeRate> rate(CurrencyUnit from, CurrencyUnit to, LocalDate on);

    /** As {@link #convert(Money, CurrencyUnit, LocalDate, RoundingMode)}, rounding halves away from zero. */
    default ConvertedMoney convert(Money amount, CurrencyUnit to, LocalDate on) {
        return convert(amount, to, on, Rounding.COMMERCIAL);
    }

    /**
     * What an amount is worth in another currency on a day: the exact product, rounded once. An amount that is in that
     * currency already stays as it is and needs no rate.
     *
     * @throws MissingRateException where there is no rate; an answer for another pair or another day counts as none
     */
    default ConvertedMoney convert(Money amount, CurrencyUnit to, LocalDate on, RoundingMode rounding) {
        CurrencyUnit from = amount.getCurrencyUnit();
        ExchangeRate rate = required(from, to, on);
        return from.equals(to) ? new ConvertedMoney(amount, amount, rate) : ConvertedMoney.at(rate, amount, rounding);
    }

    /**
     * The rate for this pair on this day; 1 between a currency and itself, which needs no source.
     *
     * @throws MissingRateException where there is no rate; an answer for another pair or another day counts as none
     */
    default ExchangeRate required(CurrencyUnit from, CurrencyUnit to, LocalDate on) {
        if (from.equals(to)) {
            return ExchangeRate.identity(to, on);
        }
        return rate(from, to, on)
                .filter(found -> found.from().equals(from)
                        && found.to().equals(to)
                        && found.date().equals(on))
                .orElseThrow(() -> new MissingRateException(from, to, on));
    }

    /** No rates: every conversion to another currency is refused. */
    static ExchangeRates none() {
        return (from, to, on) -> Optional.empty();
    }
}
