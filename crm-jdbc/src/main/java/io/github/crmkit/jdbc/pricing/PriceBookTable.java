package io.github.crmkit.jdbc.pricing;

import io.github.crmkit.jdbc.mapping.Table;
import io.github.crmkit.jdbc.value.FormulaShape;
import io.github.crmkit.pricebook.Derivation;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricebook.PriceBookFields;
import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.pricebook.PriceBooks;
import io.github.crmkit.pricebook.PriceFormula;
import io.github.crmkit.time.DateRange;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Price books. */
public final class PriceBookTable {

    private PriceBookTable() {}

    public static Table<PriceBook, PriceBookId> declared() {
        return Table.of(PriceBooks.TYPE, "price_book", t -> {
            var name = t.field(PriceBookFields.NAME);
            var currency = t.field(PriceBookFields.CURRENCY);
            var from = t.field(PriceBookFields.VALID_FROM);
            var until = t.field(PriceBookFields.VALID_UNTIL);
            var active = t.field(PriceBookFields.ACTIVE);
            var kind = t.field(PriceBookFields.KIND);
            var taxIncluded = t.field(PriceBookFields.TAX_INCLUDED);
            var pool = t.field(PriceBookFields.POOL);
            var base = t.field(PriceBookFields.BASE, "base_id");
            var formula = t.json("formula", new FormulaShape(), PriceBookTable::formulas);
            t.derived(PriceBookFields.STANDARD_MARK);
            t.stamp(PriceBookFields.CREATED_AT, "created_at");
            t.index("ix_price_book_base", PriceBookFields.BASE.asc());
            return row -> new PriceBook(
                    row.id(),
                    row.stamp(),
                    row.get(name),
                    CurrencyUnit.of(row.get(currency)),
                    row.get(kind),
                    new DateRange(row.optional(from), row.optional(until)),
                    row.get(active),
                    row.get(taxIncluded),
                    row.get(pool),
                    derivation(row.optional(base), row.get(formula)));
        });
    }

    private static List<PriceFormula> formulas(PriceBook book) {
        return book.derivedFrom().map(Derivation::formula).map(List::of).orElse(List.of());
    }

    private static @Nullable Derivation derivation(@Nullable PriceBookId base, List<PriceFormula> formula) {
        return base == null ? null : new Derivation(base, formula.get(0));
    }
}
