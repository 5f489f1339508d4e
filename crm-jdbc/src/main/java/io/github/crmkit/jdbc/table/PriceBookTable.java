package io.github.crmkit.jdbc.table;

import io.github.crmkit.jdbc.mapping.Table;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricebook.PriceBookFields;
import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.pricebook.PriceBooks;
import io.github.crmkit.time.DateRange;
import org.joda.money.CurrencyUnit;

/** Price books. */
final class PriceBookTable {

    private PriceBookTable() {}

    static Table<PriceBook, PriceBookId> declared() {
        return Table.of(PriceBooks.TYPE, "price_book", t -> {
            var name = t.field(PriceBookFields.NAME);
            var currency = t.field(PriceBookFields.CURRENCY);
            var from = t.field(PriceBookFields.VALID_FROM);
            var until = t.field(PriceBookFields.VALID_UNTIL);
            var active = t.field(PriceBookFields.ACTIVE);
            t.stamp(PriceBookFields.CREATED_AT, "created_at");
            return row -> new PriceBook(
                    row.id(),
                    row.stamp(),
                    row.get(name),
                    CurrencyUnit.of(row.get(currency)),
                    new DateRange(row.optional(from), row.optional(until)),
                    row.get(active));
        });
    }
}
