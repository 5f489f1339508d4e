package io.github.crmkit.money;

import io.github.crmkit.kernel.Violations;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/**
 * A table of exchange rates by pair and day. Immutable. It knows what was put in and nothing else: no rate of another
 * day, no inverse, no way round through a third currency.
 */
public final class FixedRates implements ExchangeRates {

    private final Map<Key, ExchangeRate> rates;

    private FixedRates(Map<Key, ExchangeRate> rates) {
        this.rates = Map.copyOf(rates);
    }

    /** A table of these rates; refused as by {@link #of(Collection)}. */
    public static FixedRates of(ExchangeRate... rates) {
        return of(List.of(rates));
    }

    /**
     * A table of these rates.
     *
     * @throws io.github.crmkit.kernel.RuleViolationsException {@code exchange-rate-duplicate} for each rate whose pair
     *     and day already stand in the table with another rate or source
     */
    public static FixedRates of(Collection<ExchangeRate> rates) {
        Map<Key, ExchangeRate> table = new HashMap<>();
        Violations problems = new Violations();
        int index = 0;
        for (ExchangeRate rate : rates) {
            ExchangeRate earlier = table.putIfAbsent(Key.of(rate), rate);
            problems.require(
                    earlier == null || earlier.equals(rate),
                    "rates[" + index + "]",
                    "exchange-rate-duplicate",
                    "must be the only rate of its pair and day");
            index++;
        }
        problems.throwIfAny("exchange rates");
        return new FixedRates(table);
    }

    @Override
    public Optional<ExchangeRate> rate(CurrencyUnit from, CurrencyUnit to, LocalDate on) {
        return Optional.ofNullable(rates.get(new Key(from, to, on)));
    }

    private record Key(CurrencyUnit from, CurrencyUnit to, LocalDate on) {

        static Key of(ExchangeRate rate) {
            return new Key(rate.from(), rate.to(), rate.date());
        }
    }
}
