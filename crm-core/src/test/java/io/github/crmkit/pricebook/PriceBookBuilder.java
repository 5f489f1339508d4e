package io.github.crmkit.pricebook;

import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.time.DateRange;
import java.time.Instant;
import java.util.UUID;
import org.joda.money.CurrencyUnit;

/** Price books for tests. */
public record PriceBookBuilder(UUID id, String name, CurrencyUnit currency, DateRange validity, boolean active) {

    static final Stamp STAMP = Stamp.first(Instant.parse("2026-01-05T08:00:00Z"), new UserId(new UUID(0, 1)));

    /** An active book in dollars that is valid on all days. */
    public static PriceBookBuilder aPriceBook() {
        return new PriceBookBuilder(new UUID(2, 1), "Wholesale", CurrencyUnit.USD, DateRange.always(), true);
    }

    public PriceBookBuilder id(UUID value) {
        return new PriceBookBuilder(value, name, currency, validity, active);
    }

    public PriceBookBuilder name(String text) {
        return new PriceBookBuilder(id, text, currency, validity, active);
    }

    public PriceBookBuilder in(String code) {
        return new PriceBookBuilder(id, name, CurrencyUnit.of(code), validity, active);
    }

    public PriceBookBuilder valid(DateRange days) {
        return new PriceBookBuilder(id, name, currency, days, active);
    }

    public PriceBookBuilder inactive() {
        return new PriceBookBuilder(id, name, currency, validity, false);
    }

    public PriceBook build() {
        return new PriceBook(new PriceBookId(id), STAMP, name, currency, validity, active);
    }
}
