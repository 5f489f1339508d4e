package io.github.crmkit.jdbc.table;

import static io.github.crmkit.jdbc.table.Extremes.FIRST_DAY;
import static io.github.crmkit.jdbc.table.Extremes.LAST_DAY;
import static io.github.crmkit.jdbc.table.Extremes.emoji;
import static io.github.crmkit.jdbc.table.Extremes.first;
import static io.github.crmkit.jdbc.table.Extremes.id;
import static io.github.crmkit.jdbc.table.Extremes.thai;

import io.github.crmkit.catalog.Product;
import io.github.crmkit.money.Percent;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.pricebook.Derivation;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.pricebook.PriceBooks;
import io.github.crmkit.pricebook.PriceBounds;
import io.github.crmkit.pricebook.PriceEntries;
import io.github.crmkit.pricebook.PriceEntry;
import io.github.crmkit.pricebook.PriceEntryId;
import io.github.crmkit.pricebook.PriceFormula;
import io.github.crmkit.pricebook.PriceRounding;
import io.github.crmkit.pricebook.QuantityPool;
import io.github.crmkit.pricebook.Tiering;
import io.github.crmkit.time.DateRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Price books with their entries: one in each currency that has other decimals. */
final class PriceSamples {

    static final LocalDate DAY = LocalDate.of(2026, 6, 15);

    static final Product TILE = CatalogSamples.TILE;

    static final PriceBook BAHT = book(1, "Wholesale", "THB", DateRange.always(), PriceBook.Kind.STANDARD, null);
    static final PriceBook YEN =
            book(2, "wholesale", "JPY", DateRange.ofDays(FIRST_DAY, DAY), PriceBook.Kind.CUSTOM, null);
    static final PriceBook DINAR = book(
                    3,
                    thai(PriceBook.MAX_NAME),
                    "KWD",
                    DateRange.startingOn(LocalDate.of(2026, 1, 1)),
                    PriceBook.Kind.STANDARD,
                    new Derivation(BAHT.id(), formula()))
            .deactivate()
            .state();

    static final PriceBook DOLLAR = book(
            4,
            emoji(PriceBook.MAX_NAME),
            "USD",
            new DateRange(null, LAST_DAY),
            PriceBook.Kind.CUSTOM,
            new Derivation(DINAR.id(), PriceFormula.same()));

    private PriceSamples() {}

    static List<Kind<?, ?>> all() {
        return List.of(
                new Kind<>(PriceBooks.TYPE, List.of(BAHT, YEN, DINAR, DOLLAR)),
                new Kind<>(PriceEntries.TYPE, entries()));
    }

    /** What the books say of the tile: a list price everywhere, and what stands beside it. */
    static List<PriceEntry> entries() {
        DateRange always = DateRange.always();
        return List.of(
                entry(1, BAHT, "box", "0", "120", always, true),
                entry(2, BAHT, "box", "100", "108.00", always, true),
                entry(3, BAHT, "box", "500.000001", "99.999999", always, true),
                entry(4, BAHT, "box", "100", "90", new DateRange(LocalDate.of(2027, 1, 1), LAST_DAY), true),
                entry(5, BAHT, "box", "100", "80", new DateRange(FIRST_DAY.plusDays(1), DAY), true),
                entry(6, BAHT, "box", "10", "1", always, false),
                entry(7, BAHT, "pallet", "0", "4000", always, true),
                entry(8, YEN, "box", "0", "1000", new DateRange(null, FIRST_DAY), true),
                entry(9, YEN, "box", "1", "333.333333", always, true),
                entry(10, DINAR, "box", "0", "0.001", always, true),
                entry(11, DOLLAR, "box", "0", "0", always, true),
                entry(
                        12,
                        DOLLAR,
                        emoji(Product.MAX_WORD),
                        "999999999999999999.999999",
                        "999999999999999999.999999",
                        always,
                        true));
    }

    /** A formula that has every part. */
    private static PriceFormula formula() {
        return new PriceFormula(
                PriceFormula.Adjust.MARGIN,
                Percent.of("99.999999"),
                PriceRounding.endingIn(PriceRounding.Mode.DOWN, new BigDecimal("9.999")),
                new BigDecimal("-0.000001"),
                new BigDecimal("-999999999999999999.999999"),
                new BigDecimal("999999999999999999.999999"));
    }

    private static PriceBook book(
            int number,
            String name,
            String currency,
            DateRange validity,
            PriceBook.Kind kind,
            @Nullable Derivation derivation) {
        return new PriceBook(
                new PriceBookId(id(510 + number)),
                first(number),
                name,
                CurrencyUnit.of(currency),
                kind,
                validity,
                true,
                number % 2 == 0,
                List.of(QuantityPool.values()).get(number % 4),
                derivation);
    }

    private static PriceEntry entry(
            int number, PriceBook book, String unit, String from, String price, DateRange validity, boolean active) {
        return new PriceEntry(
                new PriceEntryId(id(520 + number)),
                first(number),
                book.id(),
                TILE.id(),
                unit,
                Quantity.parse(from),
                UnitPrice.parse(book.currency().getCode() + " " + price),
                validity,
                active,
                List.of(Tiering.values()).get(number % 3),
                bounds(number, book.currency()));
    }

    /** None, one of them, both equal and both apart, in turns. */
    private static @Nullable PriceBounds bounds(int number, CurrencyUnit currency) {
        UnitPrice least = UnitPrice.of(currency, new BigDecimal("0.000001"));
        UnitPrice most = UnitPrice.of(currency, new BigDecimal("999999999999999999.999999"));
        return switch (number % 5) {
            case 0 -> new PriceBounds(least, null);
            case 1 -> new PriceBounds(null, most);
            case 2 -> new PriceBounds(UnitPrice.zero(currency), UnitPrice.zero(currency));
            case 3 -> new PriceBounds(least, most);
            default -> null;
        };
    }
}
