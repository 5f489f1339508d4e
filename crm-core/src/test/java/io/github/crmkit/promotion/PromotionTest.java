package io.github.crmkit.promotion;

import static io.github.crmkit.promotion.PromotionStanding.COUPON_EXPIRED;
import static io.github.crmkit.promotion.PromotionStanding.COUPON_INACTIVE;
import static io.github.crmkit.promotion.PromotionStanding.COUPON_NOT_YET_VALID;
import static io.github.crmkit.promotion.PromotionStanding.COUPON_USED_UP;
import static io.github.crmkit.promotion.PromotionStanding.EXPIRED;
import static io.github.crmkit.promotion.PromotionStanding.GRANTED;
import static io.github.crmkit.promotion.PromotionStanding.INACTIVE;
import static io.github.crmkit.promotion.PromotionStanding.NEEDS_ACCOUNT;
import static io.github.crmkit.promotion.PromotionStanding.NEEDS_COUPON;
import static io.github.crmkit.promotion.PromotionStanding.NOT_YET_VALID;
import static io.github.crmkit.promotion.PromotionStanding.USED_UP;
import static io.github.crmkit.promotion.PromotionStanding.USED_UP_BY_ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.kernel.Violation;
import io.github.crmkit.time.DateRange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PromotionTest {

    private static final Stamp STAMP = Stamp.first(Instant.parse("2026-01-05T08:00:00Z"), new UserId(new UUID(0, 1)));
    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
    private static final DateRange JULY = DateRange.of(DAY, LocalDate.of(2026, 8, 1));
    private static final PromotionId ID = new PromotionId(new UUID(1, 1));

    private static Promotion promotion(
            boolean active, boolean coupon, @Nullable Long inAll, @Nullable Long each, long used) {
        return new Promotion(ID, STAMP, "July", JULY, active, coupon, inAll, each, used, 1);
    }

    private static Coupon coupon(DateRange days, boolean active, @Nullable Long inAll, long used) {
        return new Coupon(new CouponId(new UUID(2, 1)), STAMP, "sun-26", ID, days, active, inAll, used);
    }

    @Test
    void it_is_granted_on_its_days_while_it_is_active() {
        Promotion july = promotion(true, false, null, null, 0);

        assertThat(july.standing(DAY, null, null)).isEqualTo(GRANTED);
        assertThat(july.standing(DAY.minusDays(1), null, null)).isEqualTo(NOT_YET_VALID);
        assertThat(july.standing(DAY.plusDays(30), null, null)).isEqualTo(GRANTED);
        assertThat(july.standing(DAY.plusDays(31), null, null)).isEqualTo(EXPIRED);
        assertThat(july.deactivate().state().standing(DAY, null, null)).isEqualTo(INACTIVE);
        assertThat(july.activate().isNone()).isTrue();
    }

    @Test
    void zero_is_a_limit_and_absent_is_none() {
        assertThat(promotion(true, false, 0L, null, 0).standing(DAY, null, null))
                .isEqualTo(USED_UP);
        assertThat(promotion(true, false, 5L, null, 4).standing(DAY, null, null))
                .isEqualTo(GRANTED);
        assertThat(promotion(true, false, 5L, null, 5).standing(DAY, null, null))
                .isEqualTo(USED_UP);
        assertThat(promotion(true, false, 5L, null, 7).standing(DAY, null, null))
                .isEqualTo(USED_UP);
        assertThat(promotion(true, false, null, 2L, 9).standing(DAY, null, 1L)).isEqualTo(GRANTED);
        assertThat(promotion(true, false, null, 2L, 9).standing(DAY, null, 2L)).isEqualTo(USED_UP_BY_ACCOUNT);
        assertThat(promotion(true, false, null, 2L, 9).standing(DAY, null, null))
                .isEqualTo(NEEDS_ACCOUNT);
    }

    @Test
    void a_coupon_opens_it_while_the_coupon_itself_is_good() {
        Promotion guarded = promotion(true, true, null, null, 0);
        DateRange always = DateRange.always();

        assertThat(guarded.standing(DAY, null, null)).isEqualTo(NEEDS_COUPON);
        assertThat(guarded.standing(DAY, coupon(always, true, null, 9), null)).isEqualTo(GRANTED);
        assertThat(guarded.standing(DAY, coupon(always, false, null, 0), null)).isEqualTo(COUPON_INACTIVE);
        assertThat(guarded.standing(DAY, coupon(always, true, 1L, 1), null)).isEqualTo(COUPON_USED_UP);
        assertThat(guarded.standing(DAY, coupon(DateRange.startingOn(DAY.plusDays(1)), true, null, 0), null))
                .isEqualTo(COUPON_NOT_YET_VALID);
        assertThat(guarded.standing(DAY, coupon(new DateRange(null, DAY), true, null, 0), null))
                .isEqualTo(COUPON_EXPIRED);
        assertThat(GRANTED.isGranted()).isTrue();
        assertThat(COUPON_USED_UP.code()).isEqualTo("coupon-used-up");
    }

    @Test
    void codes_are_kept_in_upper_case_whatever_language_the_machine_speaks() {
        assertThat(coupon(DateRange.always(), true, null, 0).code()).isEqualTo("SUN-26");
        assertThat(Coupon.normal(" i-i ")).isEqualTo("I-I");
    }

    @Test
    void what_is_impossible_is_refused_with_everything_that_is_wrong() {
        DateRange far = DateRange.of(LocalDate.of(999, 1, 1), DAY);

        assertThat(catchThrowableOfType(
                                RuleViolationsException.class,
                                () -> new Promotion(ID, STAMP, " ", far, true, true, -1L, -1L, -1, 0))
                        .violations())
                .extracting(Violation::path)
                .containsExactly("name", "validity", "maxUses", "maxUsesPerAccount", "used", "edition");
        assertThat(catchThrowableOfType(
                                RuleViolationsException.class,
                                () -> new Coupon(new CouponId(new UUID(2, 1)), STAMP, "ä b", ID, far, true, -1L, -1))
                        .violations())
                .extracting(Violation::path)
                .containsExactly("code", "validity", "maxUses", "used");
    }
}
