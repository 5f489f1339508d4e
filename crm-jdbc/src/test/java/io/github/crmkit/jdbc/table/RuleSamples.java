package io.github.crmkit.jdbc.table;

import static io.github.crmkit.jdbc.table.Extremes.AUTUMN;
import static io.github.crmkit.jdbc.table.Extremes.FAR;
import static io.github.crmkit.jdbc.table.Extremes.FIRST_DAY;
import static io.github.crmkit.jdbc.table.Extremes.LAST_DAY;
import static io.github.crmkit.jdbc.table.Extremes.emoji;
import static io.github.crmkit.jdbc.table.Extremes.first;
import static io.github.crmkit.jdbc.table.Extremes.id;
import static io.github.crmkit.jdbc.table.Extremes.special;
import static io.github.crmkit.jdbc.table.Extremes.thai;

import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.money.Percent;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.pricebook.PriceFormula;
import io.github.crmkit.pricebook.PriceRounding;
import io.github.crmkit.pricerule.Effect;
import io.github.crmkit.pricerule.PriceRule;
import io.github.crmkit.pricerule.PriceRuleId;
import io.github.crmkit.pricerule.PriceRules;
import io.github.crmkit.pricerule.QuantityBand;
import io.github.crmkit.pricerule.RuleSet;
import io.github.crmkit.pricerule.RuleSetId;
import io.github.crmkit.pricerule.RuleSets;
import io.github.crmkit.pricerule.Stacking;
import io.github.crmkit.pricerule.Target;
import io.github.crmkit.promotion.Coupon;
import io.github.crmkit.promotion.CouponId;
import io.github.crmkit.promotion.Coupons;
import io.github.crmkit.promotion.Promotion;
import io.github.crmkit.promotion.PromotionId;
import io.github.crmkit.promotion.Promotions;
import io.github.crmkit.promotion.Redemption;
import io.github.crmkit.promotion.RedemptionId;
import io.github.crmkit.promotion.Redemptions;
import io.github.crmkit.time.DateRange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;

/** Promotions with coupons and uses, and rule sets with a rule for every target and every effect. */
final class RuleSamples {

    private static final Promotion SUMMER = new Promotion(
            new PromotionId(id(801)),
            first(1),
            "Summer",
            DateRange.of(FIRST_DAY, LAST_DAY),
            true,
            true,
            1_000L,
            2L,
            999,
            7);
    private static final Promotion BARE = new Promotion(
            new PromotionId(id(802)), first(2), "summer", DateRange.always(), false, false, null, null, 0, 1);
    private static final Promotion FULL = new Promotion(
            new PromotionId(id(803)),
            first(3),
            emoji(Promotion.MAX_NAME),
            DateRange.startingOn(LAST_DAY),
            true,
            true,
            0L,
            Long.MAX_VALUE,
            Long.MAX_VALUE,
            Long.MAX_VALUE);

    private static final Coupon ONCE = new Coupon(
            new CouponId(id(811)), first(1), "sun-2026", SUMMER.id(), DateRange.of(FIRST_DAY, LAST_DAY), true, 1L, 1);
    private static final Coupon SHARED = new Coupon(
            new CouponId(id(812)),
            first(2),
            "A".repeat(Coupon.MAX_CODE),
            FULL.id(),
            DateRange.always(),
            false,
            null,
            0);

    private static final RuleSet DEALERS = new RuleSet(
            new RuleSetId(id(821)),
            first(1),
            "Dealers",
            PriceSamples.BAHT.id(),
            1,
            Stacking.FIRST,
            DateRange.of(FIRST_DAY, LAST_DAY),
            true);
    private static final RuleSet EVERYWHERE = new RuleSet(
            new RuleSetId(id(822)),
            first(2),
            thai(RuleSet.MAX_NAME),
            null,
            RuleSet.MAX_POSITION,
            Stacking.ADDITIVE,
            DateRange.always(),
            false);

    private RuleSamples() {}

    static List<Kind<?, ?>> all() {
        return List.of(
                new Kind<>(Promotions.TYPE, List.of(SUMMER, BARE, FULL)),
                new Kind<>(Coupons.TYPE, List.of(ONCE, SHARED)),
                new Kind<>(Redemptions.TYPE, redemptions()),
                new Kind<>(RuleSets.TYPE, List.of(DEALERS, EVERYWHERE)),
                new Kind<>(PriceRules.TYPE, rules()));
    }

    private static List<Redemption> redemptions() {
        EntityRef quote = new EntityRef("quote", id(999));
        return List.of(
                new Redemption(
                        new RedemptionId(id(815)),
                        first(1),
                        SUMMER.id(),
                        ONCE.id(),
                        PartySamples.SIAM,
                        quote,
                        AUTUMN,
                        true),
                new Redemption(new RedemptionId(id(816)), first(2), BARE.id(), null, null, quote, FAR, false),
                new Redemption(
                        new RedemptionId(id(817)),
                        first(3),
                        FULL.id(),
                        SHARED.id(),
                        null,
                        new EntityRef(special(Redemption.MAX_TYPE), id(998)),
                        AUTUMN,
                        true));
    }

    private static List<PriceRule> rules() {
        UnitPrice huge = UnitPrice.parse("THB 999999999999999999.999999");
        PriceFormula formula = PriceFormula.markUp(Percent.of("12.5"))
                .rounded(PriceRounding.endingIn(PriceRounding.Mode.UP, new BigDecimal("0.99")))
                .surcharge(new BigDecimal("-0.000001"))
                .minimumMargin(BigDecimal.ZERO)
                .maximumMargin(new BigDecimal("999999.5"));
        Target.Item tile = new Target.OneProduct(PriceSamples.TILE.id());
        Target.Item floor = new Target.InCategory(CatalogSamples.FLOOR.id());
        Target.Item variant = new Target.OneVariant(CatalogSamples.RED.id());
        List<PriceRule> rules = new ArrayList<>();
        rules.add(new PriceRule(
                new PriceRuleId(id(841)),
                first(1),
                DEALERS.id(),
                "Tiles for Siam",
                new Target(new Target.Account(PartySamples.SIAM), tile),
                new QuantityBand(Quantity.parse("0.000001"), Quantity.parse("999999999999999999.999999")),
                DateRange.of(FIRST_DAY, LAST_DAY),
                special(PriceRule.MAX_CONDITION),
                new Effect.FixedPrice(huge),
                PriceRule.MAX_PRIORITY,
                true,
                SUMMER.id()));
        rules.add(rule(2, new Target(new Target.Group(emoji(Target.Group.MAX_NAME)), variant), amountOff("-0.000001")));
        rules.add(rule(3, Target.of(floor), new Effect.PercentOff(Percent.of("-12.345678"))));
        rules.add(rule(4, Target.ALL, new Effect.PercentOff(Percent.HUNDRED)));
        rules.add(rule(5, Target.ALL, new Effect.Formula(Effect.Base.AVERAGE_COST, formula, CurrencyUnit.of("KWD"))));
        rules.add(rule(6, Target.ALL, new Effect.Formula(Effect.Base.RUNNING, PriceFormula.same(), null)));
        Quantity many = Quantity.parse("12.5");
        rules.add(rule(7, Target.ALL, new Effect.FreeGoods(many, Quantity.ONE, PriceSamples.TILE.id(), true)));
        rules.add(rule(8, Target.ALL, new Effect.FreeGoods(Quantity.ONE, many, null, false)));
        for (Target.Item of : List.of(tile, floor, variant, new Target.Anything())) {
            int number = 9 + rules.size() - 8;
            rules.add(rule(number, Target.ALL, new Effect.PercentOfTotal(Percent.of("2.5"), of)));
        }
        return rules;
    }

    private static Effect amountOff(String amount) {
        return new Effect.AmountOff(UnitPrice.parse("THB " + amount));
    }

    private static PriceRule rule(int number, Target target, Effect effect) {
        return new PriceRule(
                new PriceRuleId(id(840 + number)),
                first(number),
                EVERYWHERE.id(),
                "Rule " + number,
                target,
                QuantityBand.ANY,
                DateRange.always(),
                null,
                effect,
                -number,
                number % 2 == 0,
                null);
    }
}
