package io.github.crmkit.pricebook;

import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductBuilder;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.time.DateRange;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Entries of {@link PriceBookBuilder#aPriceBook} for {@link ProductBuilder#aProduct}, unless another is named. */
public record PriceEntryBuilder(PriceEntry entry) {

    /**
     * The list price of a piece, valid on all days.
     *
     * @param number what tells its id from those of other entries
     */
    public static PriceEntryBuilder aPriceEntry(long number) {
        return new PriceEntryBuilder(new PriceEntry(
                new PriceEntryId(new UUID(5, number)),
                PriceBookBuilder.STAMP,
                PriceBookBuilder.aPriceBook().build().id(),
                ProductBuilder.aProduct().build().id(),
                Product.PIECE,
                Quantity.ZERO,
                UnitPrice.parse("USD 120.00"),
                DateRange.always(),
                true,
                Tiering.VOLUME,
                null));
    }

    public PriceEntryBuilder book(PriceBookId other) {
        return placed(other, entry.product(), entry.unit(), entry.from());
    }

    public PriceEntryBuilder product(ProductId other) {
        return placed(entry.book(), other, entry.unit(), entry.from());
    }

    public PriceEntryBuilder unit(String word) {
        return placed(entry.book(), entry.product(), word, entry.from());
    }

    public PriceEntryBuilder from(String quantity) {
        return placed(entry.book(), entry.product(), entry.unit(), Quantity.parse(quantity));
    }

    /** Currency and amount, for example {@code USD 9.50}. */
    public PriceEntryBuilder price(String text) {
        return said(UnitPrice.parse(text), entry.validity(), entry.tiering(), entry.bounds());
    }

    public PriceEntryBuilder valid(DateRange days) {
        return said(entry.price(), days, entry.tiering(), entry.bounds());
    }

    public PriceEntryBuilder tiering(Tiering how) {
        return said(entry.price(), entry.validity(), how, entry.bounds());
    }

    /** Currencies and amounts; absent for no such bound. */
    public PriceEntryBuilder between(@Nullable String floor, @Nullable String ceiling) {
        return said(
                entry.price(),
                entry.validity(),
                entry.tiering(),
                PriceBounds.of(
                                floor == null ? null : UnitPrice.parse(floor),
                                ceiling == null ? null : UnitPrice.parse(ceiling))
                        .orElse(null));
    }

    public PriceEntryBuilder withdrawn() {
        return new PriceEntryBuilder(entry.withdraw().state());
    }

    public PriceEntry build() {
        return entry;
    }

    private PriceEntryBuilder placed(PriceBookId book, ProductId product, String unit, Quantity from) {
        return new PriceEntryBuilder(new PriceEntry(
                entry.id(),
                entry.stamp(),
                book,
                product,
                unit,
                from,
                entry.price(),
                entry.validity(),
                entry.active(),
                entry.tiering(),
                entry.bounds()));
    }

    private PriceEntryBuilder said(UnitPrice price, DateRange days, Tiering how, @Nullable PriceBounds bounds) {
        return new PriceEntryBuilder(new PriceEntry(
                entry.id(),
                entry.stamp(),
                entry.book(),
                entry.product(),
                entry.unit(),
                entry.from(),
                price,
                days,
                entry.active(),
                how,
                bounds));
    }
}
