package io.github.crmkit.jdbc.pricing;

import io.github.crmkit.jdbc.mapping.Table;
import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.promotion.Redemption;
import io.github.crmkit.promotion.RedemptionFields;
import io.github.crmkit.promotion.RedemptionId;
import io.github.crmkit.promotion.Redemptions;

/** The uses of promotions. The unique key begins with the promotion, so that it serves that look-up as well. */
public final class RedemptionTable {

    private RedemptionTable() {}

    /** The table, as declared. */
    public static Table<Redemption, RedemptionId> declared() {
        return Table.of(Redemptions.TYPE, "redemption", t -> {
            var promotion = t.field(RedemptionFields.PROMOTION, "promotion_id");
            var coupon = t.field(RedemptionFields.COUPON, "coupon_id");
            var account = t.field(RedemptionFields.ACCOUNT, "account_id");
            var type = t.field(RedemptionFields.REFERENCE_TYPE);
            var reference = t.field(RedemptionFields.REFERENCE_ID);
            var at = t.field(RedemptionFields.AT, "redeemed_at");
            var counts = t.field(RedemptionFields.COUNTS);
            t.stamp(RedemptionFields.CREATED_AT, "created_at");
            t.index("ix_redemption_account", RedemptionFields.ACCOUNT.asc().then(RedemptionFields.PROMOTION.asc()));
            return row -> new Redemption(
                    row.id(),
                    row.stamp(),
                    row.get(promotion),
                    row.optional(coupon),
                    row.optional(account),
                    new EntityRef(row.get(type), row.get(reference).value()),
                    row.get(at),
                    row.get(counts));
        });
    }
}
