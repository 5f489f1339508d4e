package io.github.crmkit.deal;

import io.github.crmkit.money.ExchangeRate;
import io.github.crmkit.money.ExchangeRates;
import io.github.crmkit.time.FiscalCalendar;
import io.github.crmkit.time.OrganisationZone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * How an organisation counts: its days, its fiscal periods, and the currency that it adds everything up in.
 *
 * @param zone decides which day it is
 * @param calendar its fiscal periods
 * @param home the currency that deals are worth something in once they are closed; absent where there is none, and then no
 *     rate is asked for
 * @param rates where the rates to the home currency come from
 */
public record Books(
        OrganisationZone zone,
        FiscalCalendar calendar,
        @Nullable CurrencyUnit home,
        ExchangeRates rates) {

    /** Books without a home currency. */
    public static Books of(OrganisationZone zone, FiscalCalendar calendar) {
        return new Books(zone, calendar, null, ExchangeRates.none());
    }

    /** The same books, kept in this currency. */
    public Books in(CurrencyUnit currency, ExchangeRates from) {
        return new Books(zone, calendar, currency, from);
    }

    /** The day on which this instant falls. */
    public LocalDate dateOf(Instant at) {
        return zone.dateOf(at);
    }

    /**
     * The rate that a deal in this currency is closed at on this day: absent for one in the home currency, where the deal
     * has no currency yet, and without a home currency.
     *
     * @throws io.github.crmkit.money.MissingRateException where there is none for exactly that day
     */
    public Optional<ExchangeRate> closingRate(@Nullable CurrencyUnit currency, LocalDate on) {
        if (home == null || currency == null || currency.equals(home)) {
            return Optional.empty();
        }
        return Optional.of(rates.required(currency, home, on));
    }
}
