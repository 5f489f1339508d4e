package io.github.crmkit.promotion;

import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.time.DateRange;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that is granted for a time: rules that name it apply to those it is granted to. It is opened active, may be edited,
 * switched off and on, is used and given back, and is never removed.
 *
 * <p>Its uses are counted here, on the versioned record, so that two users at once cannot both have the last one. A use is a new
 * version and no new edition: whoever edits it is not in the way of those who use it.
 *
 * @param name 1 to {@value #MAX_NAME} characters (UTF-16 units), unique within the tenant
 * @param validity the days on which it is granted, in the organisation's zone
 * @param active whether it is granted at all
 * @param needsCoupon whether it is granted with one of its coupons only
 * @param maxUses how often it is granted in all, 0 or more; absent for as often as asked for
 * @param maxUsesPerAccount how often it is granted to each account, 0 or more; absent for as often as asked for
 * @param used how often it is used now; more than {@code maxUses} only where that was lowered afterwards
 * @param edition 1, and one more with each change but uses
 */
public record Promotion(
        PromotionId id,
        Stamp stamp,
        String name,
        DateRange validity,
        boolean active,
        boolean needsCoupon,
        @Nullable Long maxUses,
        @Nullable Long maxUsesPerAccount,
        long used,
        long edition) {

    /** The longest name, in UTF-16 units, inclusive. */
    public static final int MAX_NAME = 100;

    /** @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with it */
    public Promotion {
        Violations problems = new Violations();
        name = problems.plainText(name, MAX_NAME, "name");
        validity.checkKept(problems, "validity");
        checkLimit(maxUses, "maxUses", problems);
        checkLimit(maxUsesPerAccount, "maxUsesPerAccount", problems);
        problems.require(used >= 0, "used", "negative", "must not be negative");
        problems.require(edition >= 1, "edition", "positive", "must be greater than 0");
        problems.throwIfAny("promotion");
    }

    static void checkLimit(@Nullable Long limit, String path, Violations problems) {
        problems.require(limit == null || limit >= 0, path, "negative", "must not be negative");
    }

    /** Gives it this name, these days and these limits; nothing changes where it has them. */
    public Change<Promotion> edit(
            String newName, DateRange days, boolean withCoupon, @Nullable Long inAll, @Nullable Long perAccount) {
        Promotion edited =
                new Promotion(id, stamp, newName, days, active, withCoupon, inAll, perAccount, used, edition);
        return edited.equals(this)
                ? Change.none(this)
                : Change.of(this, edited.with(stamp, active, used, edition + 1), new PromotionEvent.Edited());
    }

    /** Lets it be granted; an active one stays as it is. */
    public Change<Promotion> activate() {
        return become(true, new PromotionEvent.Activated());
    }

    /** Keeps it from being granted; uses stay as they are, and an inactive one stays as it is. */
    public Change<Promotion> deactivate() {
        return become(false, new PromotionEvent.Deactivated());
    }

    private Change<Promotion> become(boolean next, PromotionEvent event) {
        return active == next ? Change.none(this) : Change.of(this, with(stamp, next, used, edition + 1), event);
    }

    /** One use more. */
    Change<Promotion> use() {
        return Change.of(this, with(stamp, active, Math.addExact(used, 1), edition), new PromotionEvent.Used());
    }

    /** One use less. */
    Change<Promotion> giveBack() {
        return Change.of(this, with(stamp, active, used - 1, edition), new PromotionEvent.GivenBack());
    }

    /**
     * How it stands for somebody on a day.
     *
     * @param coupon the coupon that is shown, one of this promotion; absent where none is
     * @param usesOfAccount how often the account uses it now; absent where no account is given
     */
    public PromotionStanding standing(LocalDate date, @Nullable Coupon coupon, @Nullable Long usesOfAccount) {
        if (!active) {
            return PromotionStanding.INACTIVE;
        } else if (validity.startsAfter(date)) {
            return PromotionStanding.NOT_YET_VALID;
        } else if (validity.endsBefore(date)) {
            return PromotionStanding.EXPIRED;
        } else if (needsCoupon && coupon == null) {
            return PromotionStanding.NEEDS_COUPON;
        }
        PromotionStanding ofCoupon = coupon == null ? PromotionStanding.GRANTED : coupon.standing(date);
        return ofCoupon.isGranted() ? withinLimits(usesOfAccount) : ofCoupon;
    }

    private PromotionStanding withinLimits(@Nullable Long usesOfAccount) {
        if (maxUses != null && used >= maxUses) {
            return PromotionStanding.USED_UP;
        } else if (maxUsesPerAccount == null) {
            return PromotionStanding.GRANTED;
        } else if (usesOfAccount == null) {
            return PromotionStanding.NEEDS_ACCOUNT;
        }
        return usesOfAccount < maxUsesPerAccount ? PromotionStanding.GRANTED : PromotionStanding.USED_UP_BY_ACCOUNT;
    }

    /** The same promotion with another stamp. */
    public Promotion withStamp(Stamp next) {
        return with(next, active, used, edition);
    }

    private Promotion with(Stamp nextStamp, boolean granted, long uses, long nextEdition) {
        return new Promotion(
                id, nextStamp, name, validity, granted, needsCoupon, maxUses, maxUsesPerAccount, uses, nextEdition);
    }
}
