package io.github.crmkit.jdbc.pricing;

import io.github.crmkit.jdbc.mapping.Table;
import io.github.crmkit.jdbc.value.Values;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.pricebook.PriceBounds;
import io.github.crmkit.pricebook.PriceEntries;
import io.github.crmkit.pricebook.PriceEntry;
import io.github.crmkit.pricebook.PriceEntryFields;
import io.github.crmkit.pricebook.PriceEntryId;
import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** The entries of price books. Its unique key begins with book and product, so that it serves their lookup as well. */
public final class PriceEntryTable {

    private PriceEntryTable() {}

    public static Table<PriceEntry, PriceEntryId> declared() {
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
            var tiering = t.field(PriceEntryFields.TIERING);
            var floor = t.field(PriceEntryFields.FLOOR, "floor_price");
            var ceiling = t.field(PriceEntryFields.CEILING, "ceiling_price");
            t.stamp(PriceEntryFields.CREATED_AT, "created_at");
            t.index("ix_price_entry_product", PriceEntryFields.PRODUCT.asc());
            return row -> {
                CurrencyUnit money = CurrencyUnit.of(row.get(currency));
                return new PriceEntry(
                        row.id(),
                        row.stamp(),
                        row.get(book),
                        row.get(product),
                        row.get(unit),
                        Quantity.of(row.get(fromQuantity)),
                        Values.price(money, row.get(price)),
                        Values.days(row.get(from), row.optional(until)),
                        row.get(active),
                        row.get(tiering),
                        bounds(money, row.optional(floor), row.optional(ceiling)));
            };
        });
    }

    private static @Nullable PriceBounds bounds(
            CurrencyUnit currency, @Nullable BigDecimal floor, @Nullable BigDecimal ceiling) {
        return PriceBounds.of(
                        floor == null ? null : Values.price(currency, floor),
                        ceiling == null ? null : Values.price(currency, ceiling))
                .orElse(null);
    }
}
