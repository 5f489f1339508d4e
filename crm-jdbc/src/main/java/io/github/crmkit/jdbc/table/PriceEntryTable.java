package io.github.crmkit.jdbc.table;

import io.github.crmkit.jdbc.mapping.Table;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.pricebook.PriceEntries;
import io.github.crmkit.pricebook.PriceEntry;
import io.github.crmkit.pricebook.PriceEntryFields;
import io.github.crmkit.pricebook.PriceEntryId;
import io.github.crmkit.time.DateRange;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;

/** The entries of price books. Its unique key begins with book and product, so that it serves their lookup as well. */
final class PriceEntryTable {

    private PriceEntryTable() {}

    static Table<PriceEntry, PriceEntryId> declared() {
        return Table.of(PriceEntries.TYPE, "price_entry", t -> {
            var book = t.field(PriceEntryFields.BOOK, "price_book_id");
            var product = t.field(PriceEntryFields.PRODUCT, "product_id");
            var unit = t.field(PriceEntryFields.UNIT);
            var fromQuantity = t.field(PriceEntryFields.FROM_QUANTITY);
            var currency = t.field(PriceEntryFields.CURRENCY);
            var price = t.field(PriceEntryFields.PRICE);
            var from = t.field(PriceEntryFields.VALID_FROM);
            var until = t.field(PriceEntryFields.VALID_UNTIL);
            var active = t.field(PriceEntryFields.ACTIVE);
            t.stamp(PriceEntryFields.CREATED_AT, "created_at");
            t.index("ix_price_entry_product", PriceEntryFields.PRODUCT.asc());
            return row -> {
                LocalDate first = row.get(from);
                return new PriceEntry(
                        row.id(),
                        row.stamp(),
                        row.get(book),
                        row.get(product),
                        row.get(unit),
                        Quantity.of(row.get(fromQuantity)),
                        Values.price(CurrencyUnit.of(row.get(currency)), row.get(price)),
                        new DateRange(first.equals(PriceEntry.SINCE_EVER) ? null : first, row.optional(until)),
                        row.get(active));
            };
        });
    }
}
