package io.github.crmkit.promotion;

import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.time.DateRange;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A code that opens a promotion to whoever shows it. It is issued active, may be switched off and on, is used and given back,
 * and is never removed.
 *
 * @param code letters A to Z, digits, dots, dashes and underscores, at most {@value #MAX_CODE}, unique within the tenant; kept in
 *     upper case, since people type it in either
 * @param promotion what it opens, for life
 * @param validity the days on which it can be shown, in the organisation's zone
 * @param active whether it can be shown at all
 * @param maxUses how often it can be used, 0 or more; absent for as often as the promotion is granted
 * @param used how often it is used now
 */
public record Coupon(
        CouponId id,
        Stamp stamp,
        String code,
        PromotionId promotion,
        DateRange validity,
        boolean active,
        @Nullable Long maxUses,
        long used) {

    /** The longest code, inclusive. */
    public static final int MAX_CODE = 40;

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]{1," + MAX_CODE + "}");

    /** @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with it */
    public Coupon {
        Violations problems = new Violations();
        checkCode(code, problems);
        code = normal(code);
        validity.checkKept(problems, "validity");
        Promotion.checkLimit(maxUses, "maxUses", problems);
        problems.require(used >= 0, "used", "negative", "must not be negative");
        problems.throwIfAny("coupon");
    }

    static void checkCode(String code, Violations problems) {
        problems.require(
                isCode(code),
                "code",
                "coupon-code",
                "must be 1 to " + MAX_CODE + " letters A to Z, digits, dots, dashes and underscores");
    }

    /** Whether a text can be a code at all, spaces around it aside. */
    static boolean isCode(String text) {
        return CODE.matcher(text.strip()).matches();
    }

    /** The form in which a code is kept: without spaces around it, in upper case. */
    public static String normal(String code) {
        return code.strip().toUpperCase(Locale.ROOT);
    }

    /** Lets it be shown; an active one stays as it is. */
    public Change<Coupon> activate() {
        return become(true, new PromotionEvent.CouponActivated());
    }

    /** Keeps it from being shown; uses stay as they are, and an inactive one stays as it is. */
    public Change<Coupon> deactivate() {
        return become(false, new PromotionEvent.CouponDeactivated());
    }

    private Change<Coupon> become(boolean next, PromotionEvent event) {
        return active == next ? Change.none(this) : Change.of(this, with(stamp, next, used), event);
    }

    /** One use more. */
    Change<Coupon> use() {
        return Change.of(this, with(stamp, active, Math.addExact(used, 1)), new PromotionEvent.CouponUsed());
    }

    /** One use less. */
    Change<Coupon> giveBack() {
        return Change.of(this, with(stamp, active, used - 1), new PromotionEvent.CouponGivenBack());
    }

    /** Whether it opens its promotion on a day, and why not. */
    public PromotionStanding standing(LocalDate date) {
        if (!active) {
            return PromotionStanding.COUPON_INACTIVE;
        } else if (validity.startsAfter(date)) {
            return PromotionStanding.COUPON_NOT_YET_VALID;
        } else if (validity.endsBefore(date)) {
            return PromotionStanding.COUPON_EXPIRED;
        }
        return maxUses != null && used >= maxUses ? PromotionStanding.COUPON_USED_UP : PromotionStanding.GRANTED;
    }

    /** The same coupon with another stamp. */
    public Coupon withStamp(Stamp next) {
        return with(next, active, used);
    }

    private Coupon with(Stamp nextStamp, boolean shown, long uses) {
        return new Coupon(id, nextStamp, code, promotion, validity, shown, maxUses, uses);
    }
}
