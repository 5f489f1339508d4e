package io.github.crmkit.jdbc.pricing;

import io.github.crmkit.jdbc.mapping.Table;
import io.github.crmkit.promotion.Promotion;
import io.github.crmkit.promotion.PromotionFields;
import io.github.crmkit.promotion.PromotionId;
import io.github.crmkit.promotion.Promotions;
import io.github.crmkit.time.DateRange;

/** Promotions. */
public final class PromotionTable {

    private PromotionTable() {}

    /** The table, as declared. */
    public static Table<Promotion, PromotionId> declared() {
        return Table.of(Promotions.TYPE, "promotion", t -> {
            var name = t.field(PromotionFields.NAME);
            var from = t.field(PromotionFields.VALID_FROM);
            var until = t.field(PromotionFields.VALID_UNTIL);
            var active = t.field(PromotionFields.ACTIVE);
            var needsCoupon = t.field(PromotionFields.NEEDS_COUPON);
            var maxUses = t.field(PromotionFields.MAX_USES);
            var perAccount = t.field(PromotionFields.MAX_USES_PER_ACCOUNT);
            var used = t.field(PromotionFields.USED);
            var edition = t.field(PromotionFields.EDITION);
            t.stamp(PromotionFields.CREATED_AT, "created_at");
            return row -> new Promotion(
                    row.id(),
                    row.stamp(),
                    row.get(name),
                    new DateRange(row.optional(from), row.optional(until)),
                    row.get(active),
                    row.get(needsCoupon),
                    row.optional(maxUses),
                    row.optional(perAccount),
                    row.get(used),
                    row.get(edition));
        });
    }
}
