package io.github.crmkit.promotion;

import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.party.AccountId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One use of a promotion. It counts from the moment it is made until it is given back, and may then be made again; it is never
 * removed. For each promotion there is one for each thing that uses it.
 *
 * @param coupon the coupon that was shown; absent where none was
 * @param account who used it; absent where nobody was named
 * @param reference what used it, for example a quote; its type has at most {@value #MAX_TYPE} characters
 * @param at when, in microseconds
 * @param counts whether it counts: it was not given back
 */
public record Redemption(
        RedemptionId id,
        Stamp stamp,
        PromotionId promotion,
        @Nullable CouponId coupon,
        @Nullable AccountId account,
        EntityRef reference,
        Instant at,
        boolean counts) {

    /** The longest type of a reference, in UTF-16 units, inclusive. */
    public static final int MAX_TYPE = 60;

    /** @throws io.github.crmkit.kernel.RuleViolationsException {@code plain-text} for the type of the reference */
    public Redemption {
        Violations problems = new Violations();
        checkReference(reference, problems);
        problems.throwIfAny("redemption");
    }

    static void checkReference(EntityRef reference, Violations problems) {
        String type = problems.plainText(reference.type(), MAX_TYPE, "reference.type");
        problems.require(
                type.equals(reference.type()), "reference.type", "spaces", "must not begin or end with spaces");
    }

    /** The coupon that was shown, where one was. */
    public Optional<CouponId> shownCoupon() {
        return Optional.ofNullable(coupon);
    }

    /** Who used it, where somebody was named. */
    public Optional<AccountId> user() {
        return Optional.ofNullable(account);
    }

    /** Makes it again, after it was given back. */
    Change<Redemption> again(@Nullable CouponId shown, @Nullable AccountId who, Instant when) {
        Redemption made = new Redemption(id, stamp, promotion, shown, who, reference, when, true);
        return Change.of(this, made, new PromotionEvent.Redeemed());
    }

    /** Gives it back. */
    Change<Redemption> release() {
        Redemption released = new Redemption(id, stamp, promotion, coupon, account, reference, at, false);
        return Change.of(this, released, new PromotionEvent.Released());
    }

    /** The same redemption with another stamp. */
    public Redemption withStamp(Stamp next) {
        return new Redemption(id, next, promotion, coupon, account, reference, at, counts);
    }
}
