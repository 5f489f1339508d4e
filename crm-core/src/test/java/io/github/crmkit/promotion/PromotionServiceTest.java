package io.github.crmkit.promotion;

import static io.github.crmkit.access.TestOffice.MALEE;
import static io.github.crmkit.access.TestOffice.OTHER_TENANT;
import static io.github.crmkit.access.TestOffice.SOMCHAI;
import static io.github.crmkit.access.TestOffice.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.crmkit.access.TestOffice;
import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.kernel.LimitExceededException;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.Violation;
import io.github.crmkit.promotion.PromotionService.EditPromotion;
import io.github.crmkit.promotion.PromotionService.NewCoupon;
import io.github.crmkit.promotion.PromotionService.NewPromotion;
import io.github.crmkit.promotion.RedemptionService.Redeem;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.storage.DuplicateKeyException;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.storage.StaleVersionException;
import io.github.crmkit.time.DateRange;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PromotionServiceTest {

    private final TestOffice office = TestOffice.open();
    private final PromotionService promotions = new PromotionService(office.deskOf(SOMCHAI));
    private final Promotion summer = promotions.open(NewPromotion.of("Summer").maxUses(100L));

    @Test
    void a_promotion_is_opened_edited_switched_off_and_on_and_history_tells() {
        Promotion edited = promotions.edit(EditPromotion.of(summer)
                .terms(t -> t.validity(DateRange.startingOn(LocalDate.of(2026, 7, 1)))
                        .withCoupon()
                        .maxUsesPerAccount(2L)));
        promotions.deactivate(edited.id());
        Promotion again = promotions.activate(edited.id());

        assertThat(again.needsCoupon()).isTrue();
        assertThat(again.maxUses()).isEqualTo(100L);
        assertThat(again.maxUsesPerAccount()).isEqualTo(2L);
        assertThat(promotions.named(" Summer ")).contains(again);
        assertThat(promotions.find(
                        PromotionFields.NEEDS_COUPON.equalTo(true), PromotionFields.NAME.asc(), PageRequest.first(5)))
                .containsExactly(again);
        assertThat(promotions.history(summer.id()))
                .extracting(HistoryEntry::code)
                .containsExactly(
                        "promotion.opened", "promotion.edited", "promotion.deactivated", "promotion.activated");
    }

    @Test
    void editing_what_somebody_else_changed_is_a_conflict_and_asking_for_what_is_there_is_not() {
        Promotion edited = promotions.edit(EditPromotion.of(summer).terms(t -> t.maxUses(5L)));

        assertThatThrownBy(() -> promotions.edit(EditPromotion.of(summer).terms(t -> t.maxUses(6L))))
                .isInstanceOf(StaleVersionException.class);
        assertThat(promotions.edit(EditPromotion.of(summer).terms(t -> t.maxUses(5L))))
                .isEqualTo(edited);
        assertThatThrownBy(() -> promotions.open(NewPromotion.of("Summer"))).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void using_a_promotion_is_no_conflict_for_whoever_edits_it() {
        RedemptionService redemptions = new RedemptionService(office.deskOf(SOMCHAI));
        redemptions.redeem(Redeem.of(summer.id(), new EntityRef("quote", new UUID(9, 1)), LocalDate.of(2026, 7, 1)));

        Promotion edited = promotions.edit(EditPromotion.of(summer).terms(t -> t.maxUses(5L)));

        assertThat(edited.used()).isEqualTo(1);
        assertThat(edited.maxUses()).isEqualTo(5L);
        assertThat(edited.edition()).isEqualTo(2);
        assertThat(edited.stamp().version()).isEqualTo(3);
        promotions.deactivate(summer.id());
        assertThatThrownBy(() -> promotions.edit(EditPromotion.of(edited).terms(t -> t.maxUses(6L))))
                .as("switching it off is a change")
                .isInstanceOf(StaleVersionException.class);
    }

    @Test
    void everything_wrong_with_a_promotion_is_said_at_once() {
        NewPromotion bad = NewPromotion.of("\t")
                .validity(DateRange.startingOn(LocalDate.of(10_000, 1, 1)))
                .maxUses(-1L)
                .maxUsesPerAccount(-1L);

        assertThat(violations(() -> promotions.open(bad)))
                .extracting(Violation::path)
                .containsExactlyInAnyOrder("name", "validity", "maxUses", "maxUsesPerAccount");
        assertThat(violations(() -> promotions.edit(EditPromotion.of(summer).terms(t -> bad))))
                .extracting(Violation::path)
                .containsExactlyInAnyOrder("terms.name", "terms.validity", "terms.maxUses", "terms.maxUsesPerAccount");
    }

    @Test
    void coupons_are_issued_all_or_none() {
        List<Coupon> issued = promotions.issueCoupons(
                summer.id(),
                List.of(NewCoupon.once("sun-1"), NewCoupon.shared("Sun-2").maxUses(10L)));

        assertThat(issued)
                .extracting(Coupon::code, Coupon::maxUses, Coupon::used)
                .containsExactly(tuple("SUN-1", 1L, 0L), tuple("SUN-2", 10L, 0L));
        assertThat(promotions.coupon(" sun-2")).contains(issued.get(1));
        assertThat(promotions.coupon("none")).isEmpty();
        assertThat(violations(() -> promotions.issueCoupons(
                        summer.id(),
                        List.of(
                                NewCoupon.once("new"),
                                NewCoupon.once("NEW"),
                                NewCoupon.once("sun-1"),
                                NewCoupon.once("ซัน"),
                                new NewCoupon("ok", DateRange.startingOn(LocalDate.of(999, 1, 1)), -1L)))))
                .extracting(Violation::path, Violation::code)
                .containsExactlyInAnyOrder(
                        tuple("coupons[3].code", "coupon-code"),
                        tuple("coupons[4].validity", "out-of-range"),
                        tuple("coupons[4].maxUses", "positive-or-zero"),
                        tuple("coupons[1].code", "coupon-twice"),
                        tuple("coupons[2].code", "coupon-taken"));
        assertThat(promotions.findCoupons(Criteria.all(), CouponFields.CODE.asc(), PageRequest.first(10)))
                .containsExactlyElementsOf(issued);
        assertThatThrownBy(() -> promotions.issueCoupons(summer.id(), Collections.nCopies(1_001, NewCoupon.once("x"))))
                .isInstanceOf(LimitExceededException.class);
        assertThat(promotions.issueCoupons(summer.id(), List.of())).isEmpty();
    }

    @Test
    void a_coupon_is_switched_off_and_on() {
        Coupon coupon = promotions
                .issueCoupons(summer.id(), List.of(NewCoupon.once("a")))
                .get(0);

        assertThat(promotions.deactivateCoupon(coupon.id()).active()).isFalse();
        assertThat(promotions.activateCoupon(coupon.id()).active()).isTrue();
    }

    @Test
    void another_tenant_has_its_own_promotions_and_codes() {
        promotions.issueCoupons(summer.id(), List.of(NewCoupon.once("a")));
        PromotionService theirs = new PromotionService(office.deskOf(OTHER_TENANT, MALEE));

        assertThatThrownBy(() -> theirs.get(summer.id())).isInstanceOf(NotFoundException.class);
        assertThat(theirs.coupon("a")).isEmpty();
        Promotion own = theirs.open(NewPromotion.of("Summer"));
        assertThat(theirs.issueCoupons(own.id(), List.of(NewCoupon.once("a")))).hasSize(1);
        assertThat(office.deskOf(SOMCHAI).caller().tenant()).isEqualTo(TENANT);
    }

    private static List<Violation> violations(Runnable asking) {
        return catchThrowableOfType(RuleViolationsException.class, asking::run).violations();
    }
}
