package io.github.crmkit.promotion;

import io.github.crmkit.query.Field;
import io.github.crmkit.query.OrderedField;
import io.github.crmkit.query.TextField;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What promotions may be filtered and sorted by. */
public final class PromotionFields {

    public static final TextField<Promotion> NAME =
            Field.text("name", Promotion.MAX_NAME, Promotion::name).folded();

    /** The first day, inclusive. */
    public static final OrderedField<Promotion, LocalDate> VALID_FROM =
            Field.<Promotion>date("validFrom", p -> p.validity().from()).optional();

    /** The first day on which it is no longer valid. */
    public static final OrderedField<Promotion, LocalDate> VALID_UNTIL =
            Field.<Promotion>date("validUntil", p -> p.validity().until()).optional();

    public static final Field<Promotion, Boolean> ACTIVE = Field.bool("active", Promotion::active);
    public static final Field<Promotion, Boolean> NEEDS_COUPON = Field.bool("needsCoupon", Promotion::needsCoupon);

    /** Absent for no limit. */
    public static final OrderedField<Promotion, Long> MAX_USES =
            Field.<Promotion>integer("maxUses", Promotion::maxUses).optional();

    /** Absent for no limit. */
    public static final OrderedField<Promotion, Long> MAX_USES_PER_ACCOUNT = Field.<Promotion>integer(
                    "maxUsesPerAccount", Promotion::maxUsesPerAccount)
            .optional();

    public static final OrderedField<Promotion, Long> USED = Field.integer("used", Promotion::used);

    /** One more with each change but uses. */
    public static final OrderedField<Promotion, Long> EDITION = Field.integer("edition", Promotion::edition);

    public static final OrderedField<Promotion, Instant> CREATED_AT =
            Field.instant("createdAt", p -> p.stamp().createdAt());

    static final List<Field<Promotion, ?>> ALL = List.of(
            NAME,
            VALID_FROM,
            VALID_UNTIL,
            ACTIVE,
            NEEDS_COUPON,
            MAX_USES,
            MAX_USES_PER_ACCOUNT,
            USED,
            EDITION,
            CREATED_AT);

    private PromotionFields() {}
}
