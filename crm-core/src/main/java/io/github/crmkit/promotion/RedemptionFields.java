package io.github.crmkit.promotion;

import io.github.crmkit.kernel.Id;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.query.Field;
import io.github.crmkit.query.OrderedField;
import io.github.crmkit.query.TextField;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What redemptions may be filtered and sorted by. */
public final class RedemptionFields {

    public static final Field<Redemption, PromotionId> PROMOTION =
            Field.id("promotion", PromotionId::new, Redemption::promotion);

    /** Absent where no coupon was shown. */
    public static final Field<Redemption, CouponId> COUPON = Field.<Redemption, CouponId>id(
                    "coupon", CouponId::new, Redemption::coupon)
            .optional();

    /** Absent where nobody was named. */
    public static final Field<Redemption, AccountId> ACCOUNT = Field.<Redemption, AccountId>id(
                    "account", AccountId::new, Redemption::account)
            .optional();

    /** What kind of thing used it. */
    public static final TextField<Redemption> REFERENCE_TYPE =
            Field.text("referenceType", Redemption.MAX_TYPE, r -> r.reference().type());

    /** The id of what used it. */
    public static final Field<Redemption, ReferenceId> REFERENCE_ID = Field.id(
            "referenceId", ReferenceId::new, r -> new ReferenceId(r.reference().id()));

    public static final OrderedField<Redemption, Instant> AT = Field.instant("at", Redemption::at);

    /** Whether it counts: it was not given back. */
    public static final Field<Redemption, Boolean> COUNTS = Field.bool("counts", Redemption::counts);

    public static final OrderedField<Redemption, Instant> CREATED_AT =
            Field.instant("createdAt", r -> r.stamp().createdAt());

    /** The id of a thing of any type. */
    public record ReferenceId(UUID value) implements Id {}

    static final List<Field<Redemption, ?>> ALL =
            List.of(PROMOTION, COUPON, ACCOUNT, REFERENCE_TYPE, REFERENCE_ID, AT, COUNTS, CREATED_AT);

    private RedemptionFields() {}
}
