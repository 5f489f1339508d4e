package io.github.crmkit.jdbc.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What reports have in common. */
final class Sums {

    /** Behind every moment that a store keeps: up to here is all. */
    static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private Sums() {}

    /** A sum of amounts with the decimals of its currency, from a column that has more. */
    static Money money(CurrencyUnit currency, @Nullable BigDecimal sum) {
        return Money.of(currency, Objects.requireNonNull(sum), RoundingMode.UNNECESSARY);
    }

    /** The moment whose knowledge counts; the last there is where all that is known does. */
    static Instant known(@Nullable Instant moment) {
        return moment == null ? LAST : moment;
    }
}
