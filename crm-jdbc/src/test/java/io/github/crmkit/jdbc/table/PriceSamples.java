package io.github.crmkit.jdbc.table;

import static io.github.crmkit.jdbc.table.Extremes.FIRST_DAY;
import static io.github.crmkit.jdbc.table.Extremes.LAST_DAY;
import static io.github.crmkit.jdbc.table.Extremes.emoji;
import static io.github.crmkit.jdbc.table.Extremes.first;
import static io.github.crmkit.jdbc.table.Extremes.id;
import static io.github.crmkit.jdbc.table.Extremes.special;
import static io.github.crmkit.jdbc.table.Extremes.thai;

import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.catalog.ProductStatus;
import io.github.crmkit.catalog.Products;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.pricebook.PriceBooks;
import io.github.crmkit.pricebook.PriceEntries;
import io.github.crmkit.pricebook.PriceEntry;
import io.github.crmkit.pricebook.PriceEntryId;
import io.github.crmkit.time.DateRange;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;

/** Products, and price books with their entries: one in each currency that has other decimals. */
final class PriceSamples {

    static final LocalDate DAY = LocalDate.of(2026, 6, 15);

    static final Product TILE = new Product(
            new ProductId(id(501)),
            first(1),
            "TILE-60",
            "Floor tile 60 x 60",
            "box",
            "Tiles",
            "Floor",
            "standard",
            "Rectified.\n\tSlip-resistant: R10 🧱",
            ProductStatus.ACTIVE);

    static final Product GROUT = new Product(
            new ProductId(id(502)),
            first(2),
            "tile-60",
            "floor TILE 60 x 60",
            Product.PIECE,
            null,
            null,
            null,
            null,
            ProductStatus.ARCHIVED);

    private static final Product LONGEST = new Product(
            new ProductId(id(503)),
            first(2),
            special(Product.MAX_SKU),
            thai(Product.MAX_NAME),
            emoji(Product.MAX_WORD),
            special(Product.MAX_NAME),
            emoji(Product.MAX_NAME),
            thai(Product.MAX_WORD),
            emoji(Product.MAX_DESCRIPTION),
            ProductStatus.ACTIVE);

    static final PriceBook BAHT = book(1, "Wholesale", "THB", DateRange.always(), true);
    static final PriceBook YEN = book(2, "wholesale", "JPY", DateRange.ofDays(FIRST_DAY, DAY), true);
    static final PriceBook DINAR =
            book(3, thai(PriceBook.MAX_NAME), "KWD", DateRange.startingOn(LocalDate.of(2026, 1, 1)), false);
    static final PriceBook DOLLAR = book(4, emoji(PriceBook.MAX_NAME), "USD", new DateRange(null, LAST_DAY), true);

    private PriceSamples() {}

    static List<Kind<?, ?>> all() {
        return List.of(
                new Kind<>(Products.TYPE, List.of(TILE, GROUT, LONGEST)),
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

    private static PriceBook book(int number, String name, String currency, DateRange validity, boolean active) {
        return new PriceBook(
                new PriceBookId(id(510 + number)), first(number), name, CurrencyUnit.of(currency), validity, active);
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
                active);
    }
}
