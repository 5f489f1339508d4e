package io.github.crmkit.promotion;

import io.github.crmkit.query.Field;
import io.github.crmkit.query.OrderedField;
import io.github.crmkit.query.TextField;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What coupons may be filtered and sorted by. */
public final class CouponFields {

    /** In upper case. */
    public static final TextField<Coupon> CODE = Field.text("code", Coupon.MAX_CODE, Coupon::code);

    public static final Field<Coupon, PromotionId> PROMOTION =
            Field.id("promotion", PromotionId::new, Coupon::promotion);

    /** The first day, inclusive. */
    public static final OrderedField<Coupon, LocalDate> VALID_FROM =
            Field.<Coupon>date("validFrom", p -> p.validity().from()).optional();

    /** The first day on which it is no longer valid. */
    public static final OrderedField<Coupon, LocalDate> VALID_UNTIL =
            Field.<Coupon>date("validUntil", p -> p.validity().until()).optional();

    public static final Field<Coupon, Boolean> ACTIVE = Field.bool("active", Coupon::active);

    /** Absent for no limit. */
    public static final OrderedField<Coupon, Long> MAX_USES =
            Field.<Coupon>integer("maxUses", Coupon::maxUses).optional();

    public static final OrderedField<Coupon, Long> USED = Field.integer("used", Coupon::used);
    public static final OrderedField<Coupon, Instant> CREATED_AT =
            Field.instant("createdAt", p -> p.stamp().createdAt());

    static final List<Field<Coupon, ?>> ALL =
            List.of(CODE, PROMOTION, VALID_FROM, VALID_UNTIL, ACTIVE, MAX_USES, USED, CREATED_AT);

    private CouponFields() {}
}
