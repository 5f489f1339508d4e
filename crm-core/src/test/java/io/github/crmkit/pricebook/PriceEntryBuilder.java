package io.github.crmkit.pricebook;

import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductBuilder;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.time.DateRange;
import java.util.UUID;

/** Entries of {@link PriceBookBuilder#aPriceBook} for {@link ProductBuilder#aProduct}, unless another is named. */
public record PriceEntryBuilder(
        UUID id,
        PriceBookId book,
        ProductId product,
        String unit,
        Quantity from,
        UnitPrice price,
        DateRange validity,
        boolean active) {

    /**
     * The list price of a piece, valid on all days.
     *
     * @param number what tells its id from those of other entries
     */
    public static PriceEntryBuilder aPriceEntry(long number) {
        return new PriceEntryBuilder(
                new UUID(5, number),
                PriceBookBuilder.aPriceBook().build().id(),
                ProductBuilder.aProduct().build().id(),
                Product.PIECE,
                Quantity.ZERO,
                UnitPrice.parse("USD 120.00"),
                DateRange.always(),
                true);
    }

    public PriceEntryBuilder book(PriceBookId other) {
        return new PriceEntryBuilder(id, other, product, unit, from, price, validity, active);
    }

    public PriceEntryBuilder product(ProductId other) {
        return new PriceEntryBuilder(id, book, other, unit, from, price, validity, active);
    }

    public PriceEntryBuilder unit(String word) {
        return new PriceEntryBuilder(id, book, product, word, from, price, validity, active);
    }

    public PriceEntryBuilder from(String quantity) {
        return new PriceEntryBuilder(id, book, product, unit, Quantity.parse(quantity), price, validity, active);
    }

    /** Currency and amount, for example {@code USD 9.50}. */
    public PriceEntryBuilder price(String text) {
        return new PriceEntryBuilder(id, book, product, unit, from, UnitPrice.parse(text), validity, active);
    }

    public PriceEntryBuilder valid(DateRange days) {
        return new PriceEntryBuilder(id, book, product, unit, from, price, days, active);
    }

    public PriceEntryBuilder withdrawn() {
        return new PriceEntryBuilder(id, book, product, unit, from, price, validity, false);
    }

    public PriceEntry build() {
        return new PriceEntry(
                new PriceEntryId(id), PriceBookBuilder.STAMP, book, product, unit, from, price, validity, active);
    }
}
