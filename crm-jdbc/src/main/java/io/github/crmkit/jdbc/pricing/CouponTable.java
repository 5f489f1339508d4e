package io.github.crmkit.jdbc.pricing;

import io.github.crmkit.jdbc.mapping.Table;
import io.github.crmkit.promotion.Coupon;
import io.github.crmkit.promotion.CouponFields;
import io.github.crmkit.promotion.CouponId;
import io.github.crmkit.promotion.Coupons;
import io.github.crmkit.time.DateRange;

/** Coupons of promotions. */
public final class CouponTable {

    private CouponTable() {}

    /** The table, as declared. */
    public static Table<Coupon, CouponId> declared() {
        return Table.of(Coupons.TYPE, "coupon", t -> {
            var code = t.field(CouponFields.CODE);
            var promotion = t.field(CouponFields.PROMOTION, "promotion_id");
            var from = t.field(CouponFields.VALID_FROM);
            var until = t.field(CouponFields.VALID_UNTIL);
            var active = t.field(CouponFields.ACTIVE);
            var maxUses = t.field(CouponFields.MAX_USES);
            var used = t.field(CouponFields.USED);
            t.stamp(CouponFields.CREATED_AT, "created_at");
            t.index("ix_coupon_promotion", CouponFields.PROMOTION.asc());
            return row -> new Coupon(
                    row.id(),
                    row.stamp(),
                    row.get(code),
                    row.get(promotion),
                    new DateRange(row.optional(from), row.optional(until)),
                    row.get(active),
                    row.optional(maxUses),
                    row.get(used));
        });
    }
}
