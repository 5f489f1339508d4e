package io.github.crmkit.pricebook;

import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.time.DateRange;
import java.time.Instant;
import java.util.UUID;
import org.joda.money.CurrencyUnit;

/** Price books for tests. Each step returns another one. */
public record PriceBookBuilder(PriceBook book) {

    static final Stamp STAMP = Stamp.first(Instant.parse("2026-01-05T08:00:00Z"), new UserId(new UUID(0, 1)));

    /** An active custom book in dollars that is valid on all days. */
    public static PriceBookBuilder aPriceBook() {
        return new PriceBookBuilder(new PriceBook(
                new PriceBookId(new UUID(2, 1)),
                STAMP,
                "Wholesale",
                CurrencyUnit.USD,
                PriceBook.Kind.CUSTOM,
                DateRange.always(),
                true,
                false,
                QuantityPool.LINE,
                null));
    }

    public PriceBookBuilder id(UUID value) {
        return remade(new PriceBookId(value), book.currency(), book.kind(), book.taxIncluded());
    }

    public PriceBookBuilder in(String code) {
        return remade(book.id(), CurrencyUnit.of(code), book.kind(), book.taxIncluded());
    }

    public PriceBookBuilder standard() {
        return remade(book.id(), book.currency(), PriceBook.Kind.STANDARD, book.taxIncluded());
    }

    public PriceBookBuilder taxIncluded() {
        return remade(book.id(), book.currency(), book.kind(), true);
    }

    public PriceBookBuilder name(String text) {
        return edited(text, book.validity(), book.pool());
    }

    public PriceBookBuilder valid(DateRange days) {
        return edited(book.name(), days, book.pool());
    }

    public PriceBookBuilder pool(QuantityPool pool) {
        return edited(book.name(), book.validity(), pool);
    }

    public PriceBookBuilder derivedFrom(PriceBookId base, PriceFormula formula) {
        return new PriceBookBuilder(book.edit(book.name(), book.validity(), book.pool(), Derivation.of(base, formula))
                .state());
    }

    public PriceBookBuilder inactive() {
        return new PriceBookBuilder(book.deactivate().state());
    }

    public PriceBook build() {
        return book;
    }

    private PriceBookBuilder edited(String name, DateRange days, QuantityPool pool) {
        return new PriceBookBuilder(
                book.edit(name, days, pool, book.derivation()).state());
    }

    private PriceBookBuilder remade(PriceBookId id, CurrencyUnit currency, PriceBook.Kind kind, boolean taxIncluded) {
        return new PriceBookBuilder(new PriceBook(
                id,
                STAMP,
                book.name(),
                currency,
                kind,
                book.validity(),
                book.active(),
                taxIncluded,
                book.pool(),
                book.derivation()));
    }
}
