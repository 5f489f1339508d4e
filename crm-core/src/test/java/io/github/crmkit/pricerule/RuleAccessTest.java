package io.github.crmkit.pricerule;

import static io.github.crmkit.access.TestOffice.SOMCHAI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.access.AccessDeniedException;
import io.github.crmkit.access.AccessPolicy;
import io.github.crmkit.access.AskedActions;
import io.github.crmkit.access.Desk;
import io.github.crmkit.access.Hiding;
import io.github.crmkit.access.ReadOnly;
import io.github.crmkit.access.TestOffice;
import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.money.Percent;
import io.github.crmkit.pricerule.PriceRuleService.ChangePriceRule;
import io.github.crmkit.pricerule.PriceRuleService.NewPriceRule;
import io.github.crmkit.pricerule.RuleSetService.EditRuleSet;
import io.github.crmkit.pricerule.RuleSetService.NewRuleSet;
import io.github.crmkit.promotion.Coupons;
import io.github.crmkit.promotion.Promotion;
import io.github.crmkit.promotion.PromotionNotGrantedException;
import io.github.crmkit.promotion.PromotionService;
import io.github.crmkit.promotion.PromotionService.EditPromotion;
import io.github.crmkit.promotion.PromotionService.NewCoupon;
import io.github.crmkit.promotion.PromotionService.NewPromotion;
import io.github.crmkit.promotion.PromotionStanding;
import io.github.crmkit.promotion.Promotions;
import io.github.crmkit.promotion.RedemptionService;
import io.github.crmkit.promotion.RedemptionService.Redeem;
import io.github.crmkit.promotion.Redemptions;
import io.github.crmkit.query.EntityType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Who sees promotions and rules, and who may change them. */
class RuleAccessTest {

    private static final List<EntityType<?, ?>> ALL =
            List.of(Promotions.TYPE, Coupons.TYPE, Redemptions.TYPE, RuleSets.TYPE, PriceRules.TYPE);
    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);
    private static final Effect TENTH = new Effect.PercentOff(Percent.of(10));

    private final TestOffice office = TestOffice.open();
    private final Desk desk = office.deskOf(SOMCHAI);
    private final Promotion summer = new PromotionService(desk).open(NewPromotion.of("Summer"));
    private final RuleSet set = new RuleSetService(desk).open(NewRuleSet.of("Dealers", 1, Stacking.FIRST));
    private final PriceRule rule = rules(AccessPolicy.allowAll()).add(set.id(), NewPriceRule.of("Tenth", TENTH));

    private static Redeem use(Promotion promotion) {
        return Redeem.of(promotion.id(), new EntityRef("quote", new UUID(9, 1)), DAY);
    }

    @Test
    void a_denied_write_leaves_nothing() {
        PromotionService promotions = promotions(new ReadOnly());
        RuleSetService sets = sets(new ReadOnly());
        PriceRuleService rules = rules(new ReadOnly());
        List<Object> before = office.dump(ALL);
        List<ThrowingCallable> writes = List.of(
                () -> promotions.open(NewPromotion.of("Winter")),
                () -> promotions.edit(EditPromotion.of(summer).terms(t -> t.maxUses(1L))),
                () -> promotions.deactivate(summer.id()),
                () -> promotions.issueCoupons(summer.id(), List.of(NewCoupon.once("a"))),
                () -> redemptions(new ReadOnly()).redeem(use(summer)),
                () -> sets.open(NewRuleSet.of("Shops", 2, Stacking.BEST)),
                () -> sets.edit(EditRuleSet.of(sets.get(set.id())).name("Shops")),
                () -> sets.deactivate(set.id()),
                () -> rules.add(set.id(), NewPriceRule.of("Fifth", TENTH)),
                () -> rules.change(ChangePriceRule.of(rule).terms(t -> t.priority(7))),
                () -> rules.withdraw(rule.id()));

        for (ThrowingCallable write : writes) {
            assertThatThrownBy(write).isInstanceOf(AccessDeniedException.class);
        }
        assertThat(office.dump(ALL)).isEqualTo(before);
    }

    @Test
    void each_write_asks_for_its_own_actions() {
        AskedActions policy = new AskedActions();

        promotions(policy).issueCoupons(summer.id(), List.of(NewCoupon.once("a")));
        assertThat(policy.taken()).containsExactly("create coupon");
        redemptions(policy).redeem(use(summer).coupon("a"));
        assertThat(policy.taken()).containsExactly("update promotion", "update coupon", "create redemption");
        redemptions(policy).release(summer.id(), use(summer).reference());
        assertThat(policy.taken()).containsExactly("update promotion", "update coupon", "update redemption");
        rules(policy).add(set.id(), NewPriceRule.of("Fifth", TENTH));
        assertThat(policy.taken()).containsExactly("update rule-set", "create price-rule");
        rules(policy).reinstate(rules(policy).withdraw(rule.id()).id());
        assertThat(policy.taken()).containsExactly("update rule-set", "update price-rule");
        sets(policy).open(NewRuleSet.of("Shops", 2, Stacking.BEST));
        assertThat(policy.taken()).containsExactly("create rule-set");
    }

    @Test
    void what_is_hidden_is_not_found_by_any_door() {
        PromotionService promotions = promotions(new Hiding(Promotions.TYPE));
        RuleSetService sets = sets(new Hiding(RuleSets.TYPE));
        PriceRuleService rules = rules(new Hiding(PriceRules.TYPE));

        assertNotFound(
                () -> promotions.get(summer.id()),
                () -> promotions.history(summer.id()),
                () -> promotions.edit(EditPromotion.of(summer).terms(t -> t.maxUses(1L))),
                () -> promotions.issueCoupons(summer.id(), List.of()),
                () -> redemptions(new Hiding(Promotions.TYPE)).redeem(use(summer)),
                () -> redemptions(new Hiding(Promotions.TYPE))
                        .release(summer.id(), use(summer).reference()),
                () -> sets.get(set.id()),
                () -> sets.history(set.id()),
                () -> sets.edit(EditRuleSet.of(set).name("Shops")),
                () -> rules(new Hiding(RuleSets.TYPE)).add(set.id(), NewPriceRule.of("Fifth", TENTH)),
                () -> rules(new Hiding(RuleSets.TYPE)).withdraw(rule.id()),
                () -> rules.get(rule.id()),
                () -> rules.history(rule.id()),
                () -> rules.change(ChangePriceRule.of(rule).terms(t -> t.priority(7))),
                () -> rules.withdraw(rule.id()));
        assertThat(promotions.named("Summer")).isEmpty();
        assertThat(sets.named("Dealers")).isEmpty();
    }

    @Test
    void what_is_hidden_cannot_be_named_or_shown() {
        promotions(AccessPolicy.allowAll()).issueCoupons(summer.id(), List.of(NewCoupon.once("a")));

        assertThatThrownBy(() -> rules(new Hiding(Promotions.TYPE))
                        .add(set.id(), NewPriceRule.of("Fifth", TENTH).promotion(summer.id())))
                .isInstanceOf(RuleViolationsException.class)
                .hasMessageContaining("rules[0].promotion");
        assertThatThrownBy(() ->
                        redemptions(new Hiding(Coupons.TYPE)).redeem(use(summer).coupon("a")))
                .isInstanceOfSatisfying(
                        PromotionNotGrantedException.class,
                        e -> assertThat(e.standing()).isEqualTo(PromotionStanding.COUPON_UNKNOWN));
        assertThat(redemptions(new Hiding(Promotions.TYPE)).standings(List.of(summer.id()), DAY, null, List.of()))
                .containsValue(PromotionStanding.UNKNOWN);
    }

    private PromotionService promotions(AccessPolicy policy) {
        return new PromotionService(office.under(policy).deskOf(SOMCHAI));
    }

    private RedemptionService redemptions(AccessPolicy policy) {
        return new RedemptionService(office.under(policy).deskOf(SOMCHAI));
    }

    private RuleSetService sets(AccessPolicy policy) {
        return new RuleSetService(office.under(policy).deskOf(SOMCHAI));
    }

    private PriceRuleService rules(AccessPolicy policy) {
        return new PriceRuleService(office.under(policy).deskOf(SOMCHAI), PricingFields.standard());
    }

    private static void assertNotFound(ThrowingCallable... doors) {
        for (ThrowingCallable door : doors) {
            assertThatThrownBy(door).isInstanceOf(NotFoundException.class);
        }
    }
}
