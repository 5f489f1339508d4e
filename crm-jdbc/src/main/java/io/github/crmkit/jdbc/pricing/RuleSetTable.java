package io.github.crmkit.jdbc.pricing;

import io.github.crmkit.jdbc.mapping.Table;
import io.github.crmkit.pricerule.RuleSet;
import io.github.crmkit.pricerule.RuleSetFields;
import io.github.crmkit.pricerule.RuleSetId;
import io.github.crmkit.pricerule.RuleSets;
import io.github.crmkit.time.DateRange;

/** Sets of price rules. */
public final class RuleSetTable {

    private RuleSetTable() {}

    /** The table, as declared. */
    public static Table<RuleSet, RuleSetId> declared() {
        return Table.of(RuleSets.TYPE, "rule_set", t -> {
            var name = t.field(RuleSetFields.NAME);
            var book = t.field(RuleSetFields.BOOK, "price_book_id");
            var position = t.field(RuleSetFields.POSITION, "place");
            var stacking = t.field(RuleSetFields.STACKING);
            var from = t.field(RuleSetFields.VALID_FROM);
            var until = t.field(RuleSetFields.VALID_UNTIL);
            var active = t.field(RuleSetFields.ACTIVE);
            t.stamp(RuleSetFields.CREATED_AT, "created_at");
            return row -> new RuleSet(
                    row.id(),
                    row.stamp(),
                    row.get(name),
                    row.optional(book),
                    row.get(position),
                    row.get(stacking),
                    new DateRange(row.optional(from), row.optional(until)),
                    row.get(active));
        });
    }
}
