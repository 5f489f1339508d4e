package io.github.crmkit.promotion;

import static io.github.crmkit.access.TestOffice.SOMCHAI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.crmkit.access.AccessPolicy;
import io.github.crmkit.access.TestOffice;
import io.github.crmkit.catalog.CountingStorage;
import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.promotion.PromotionService.NewCoupon;
import io.github.crmkit.promotion.PromotionService.NewPromotion;
import io.github.crmkit.promotion.RedemptionService.Redeem;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.HistoryEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RedemptionServiceTest {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
    private static final AccountId SIAM = new AccountId(new UUID(3, 1));
    private static final AccountId RIVAL = new AccountId(new UUID(3, 2));

    private final TestOffice office = TestOffice.open();
    private final PromotionService promotions = new PromotionService(office.deskOf(SOMCHAI));
    private final RedemptionService redemptions = new RedemptionService(office.deskOf(SOMCHAI));

    private static EntityRef quote(int number) {
        return new EntityRef("quote", new UUID(9, number));
    }

    private static Redeem use(Promotion promotion, int number) {
        return Redeem.of(promotion.id(), quote(number), DAY);
    }

    private PromotionStanding refused(Redeem command) {
        return catchThrowableOfType(PromotionNotGrantedException.class, () -> redemptions.redeem(command))
                .standing();
    }

    private PromotionStanding standing(Promotion promotion, @Nullable AccountId account, String... coupons) {
        return redemptions
                .standings(List.of(promotion.id()), DAY, account, List.of(coupons))
                .getOrDefault(promotion.id(), PromotionStanding.UNKNOWN);
    }

    @Test
    void the_same_thing_uses_a_promotion_once_however_often_it_asks() {
        Promotion summer = promotions.open(NewPromotion.of("Summer").maxUses(2L));

        Redemption first = redemptions.redeem(use(summer, 1).by(SIAM));

        assertThat(redemptions.redeem(use(summer, 1).by(RIVAL))).isEqualTo(first);
        assertThat(promotions.get(summer.id()).used()).isEqualTo(1);
        redemptions.redeem(use(summer, 2));
        assertThat(refused(use(summer, 3))).isEqualTo(PromotionStanding.USED_UP);
        assertThat(redemptions.redeem(use(summer, 1)))
                .as("also when it is used up")
                .isEqualTo(first);
    }

    @Test
    void a_use_that_is_given_back_may_be_made_again() {
        Promotion summer = promotions.open(NewPromotion.of("Summer").maxUses(1L).withCoupon());
        promotions.issueCoupons(summer.id(), List.of(NewCoupon.once("one"), NewCoupon.once("two")));
        Redemption first = redemptions.redeem(use(summer, 1).coupon("one").by(SIAM));

        Redemption released = redemptions.release(summer.id(), quote(1)).orElseThrow();

        assertThat(released.counts()).isFalse();
        assertThat(redemptions.release(summer.id(), quote(1))).contains(released);
        assertThat(redemptions.release(summer.id(), quote(7))).isEmpty();
        assertThat(promotions.get(summer.id()).used()).isZero();
        assertThat(promotions.coupon("one").orElseThrow().used()).isZero();
        Redemption again = redemptions.redeem(use(summer, 1).coupon("two").by(RIVAL));
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.user()).contains(RIVAL);
        assertThat(again.counts()).isTrue();
        assertThat(promotions.coupon("two").orElseThrow().used()).isEqualTo(1);
        assertThat(redemptions.history(first.id()))
                .extracting(HistoryEntry::code)
                .containsExactly("redemption.redeemed", "redemption.released", "redemption.redeemed");
    }

    @Test
    void each_account_has_its_own_limit() {
        Promotion summer = promotions.open(NewPromotion.of("Summer").maxUsesPerAccount(1L));

        redemptions.redeem(use(summer, 1).by(SIAM));

        assertThat(refused(use(summer, 2).by(SIAM))).isEqualTo(PromotionStanding.USED_UP_BY_ACCOUNT);
        assertThat(refused(use(summer, 2))).isEqualTo(PromotionStanding.NEEDS_ACCOUNT);
        assertThat(standing(summer, SIAM)).isEqualTo(PromotionStanding.USED_UP_BY_ACCOUNT);
        assertThat(standing(summer, RIVAL)).isEqualTo(PromotionStanding.GRANTED);
        redemptions.redeem(use(summer, 2).by(RIVAL));
        redemptions.release(summer.id(), quote(1));
        assertThat(standing(summer, SIAM)).isEqualTo(PromotionStanding.GRANTED);
        assertThat(redemptions.find(RedemptionFields.COUNTS.equalTo(true), Sort.byId(), PageRequest.first(5)))
                .singleElement()
                .satisfies(r -> assertThat(r.user()).contains(RIVAL));
    }

    @Test
    void a_coupon_of_another_promotion_opens_nothing() {
        Promotion summer = promotions.open(NewPromotion.of("Summer").withCoupon());
        Promotion winter = promotions.open(NewPromotion.of("Winter"));
        promotions.issueCoupons(winter.id(), List.of(NewCoupon.shared("snow")));
        promotions.issueCoupons(summer.id(), List.of(NewCoupon.once("sun"), NewCoupon.shared("beach")));

        assertThat(refused(use(summer, 1))).isEqualTo(PromotionStanding.NEEDS_COUPON);
        assertThat(refused(use(summer, 1).coupon("snow"))).isEqualTo(PromotionStanding.COUPON_UNKNOWN);
        assertThat(refused(use(summer, 1).coupon("no such \0 code"))).isEqualTo(PromotionStanding.COUPON_UNKNOWN);
        assertThat(standing(summer, null, "snow", "\0")).isEqualTo(PromotionStanding.NEEDS_COUPON);
        redemptions.redeem(use(summer, 1).coupon("SUN"));
        assertThat(refused(use(summer, 2).coupon("sun"))).isEqualTo(PromotionStanding.COUPON_USED_UP);
        assertThat(standing(summer, null, "sun")).isEqualTo(PromotionStanding.COUPON_USED_UP);
        assertThat(standing(summer, null, "sun", "beach")).isEqualTo(PromotionStanding.GRANTED);
    }

    @Test
    void what_is_not_there_is_unknown() {
        PromotionId nowhere = new PromotionId(new UUID(1, 1));

        assertThat(redemptions.standings(List.of(nowhere), DAY, SIAM, List.of()))
                .isEqualTo(Map.of(nowhere, PromotionStanding.UNKNOWN));
        assertThat(redemptions.standings(List.of(), DAY, SIAM, List.of())).isEmpty();
        assertThatThrownBy(() -> redemptions.redeem(Redeem.of(nowhere, quote(1), DAY)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> redemptions.redeem(Redeem.of(nowhere, new EntityRef(" ", nowhere.value()), DAY)))
                .isInstanceOf(RuleViolationsException.class);
    }

    @Test
    void standings_cost_three_queries_however_many_promotions_and_coupons() {
        List<PromotionId> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Promotion one = promotions.open(
                    NewPromotion.of("Promotion " + i).withCoupon().maxUsesPerAccount(1L));
            promotions.issueCoupons(one.id(), List.of(NewCoupon.shared("code-" + i)));
            all.add(one.id());
        }
        redemptions.redeem(Redeem.of(all.get(3), quote(1), DAY).coupon("code-3").by(SIAM));
        CountingStorage counting = new CountingStorage(office.storage());
        RedemptionService counted =
                new RedemptionService(new TestOffice(counting, AccessPolicy.allowAll()).deskOf(SOMCHAI));

        Map<PromotionId, PromotionStanding> standings =
                counted.standings(all, DAY, SIAM, List.of("code-3", "code-4", "CODE-5"));

        assertThat(counting.reads()).hasSize(3);
        assertThat(standings)
                .hasSize(20)
                .containsEntry(all.get(3), PromotionStanding.USED_UP_BY_ACCOUNT)
                .containsEntry(all.get(4), PromotionStanding.GRANTED)
                .containsEntry(all.get(5), PromotionStanding.GRANTED)
                .containsEntry(all.get(6), PromotionStanding.NEEDS_COUPON);
    }

    @Test
    void a_refusal_says_which_promotion_and_why() {
        Promotion summer = promotions.open(NewPromotion.of("Summer").maxUses(0L));

        assertThatThrownBy(() -> redemptions.redeem(use(summer, 1)))
                .hasMessage("promotion " + summer.id().text() + ": the promotion is used up")
                .isInstanceOfSatisfying(PromotionNotGrantedException.class, e -> {
                    assertThat(e.code()).isEqualTo("promotion-not-granted");
                    assertThat(e.promotion()).isEqualTo(summer.id());
                });
    }
}
