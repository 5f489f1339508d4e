package io.github.crmkit.pricelint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.lint.Finding;
import io.github.crmkit.lint.LintReport;
import io.github.crmkit.lint.PriceState;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.pricerule.Effect;
import io.github.crmkit.pricerule.PriceRule;
import io.github.crmkit.pricerule.QuantityBand;
import io.github.crmkit.pricerule.RuleSet;
import io.github.crmkit.pricerule.Stacking;
import io.github.crmkit.pricerule.Target;
import io.github.crmkit.promotion.PromotionId;
import io.github.crmkit.time.DateRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RuleLintTest {

    private static final RuleSet FIRST = Shop.set(Stacking.FIRST);
    private static final PriceRule ONE = Shop.rule(1, FIRST);
    private static final PriceRule TWO = Shop.priority(Shop.rule(2, FIRST), 1);
    private static final Target TILE = Target.of(new Target.OneProduct(Shop.TILE.id()));

    private static LintReport look(PriceRule... rules) {
        return PriceLint.check(Shop.with(List.of(FIRST), List.of(rules)));
    }

    private static void assertNever(PriceRule rule, Finding.Kind kind) {
        LintReport report = look(rule);
        assertThat(report.findings()).extracting(Finding::kind).containsExactly(kind);
        assertThat(report.findings().get(0).about()).containsExactly(ref(rule));
        assertThat(report.findings().get(0).sentence()).contains(rule.name()).contains("can never decide");
    }

    private static EntityRef ref(PriceRule rule) {
        return EntityRef.of("price-rule", rule.id());
    }

    @Test
    void a_rule_alone_is_clean() {
        assertThat(look(ONE).isClean()).isTrue();
        assertThat(look().isClean()).isTrue();
    }

    @Test
    void a_rule_behind_one_that_always_applies_never_decides() {
        LintReport report = look(ONE, TWO);

        assertThat(report.findings()).singleElement().satisfies(f -> {
            assertThat(f.kind()).isEqualTo(Finding.Kind.RULE_OUTRANKED);
            assertThat(f.about()).containsExactly(ref(ONE), ref(TWO));
        });
    }

    @Test
    void a_rule_is_hidden_by_several_that_share_its_quantities() {
        PriceRule low = Shop.priority(Shop.band(Shop.rule(3, FIRST), QuantityBand.of(0, 10)), 1);
        PriceRule high = Shop.priority(Shop.band(Shop.rule(4, FIRST), QuantityBand.from(10)), 1);
        PriceRule higher = Shop.priority(Shop.band(Shop.rule(4, FIRST), QuantityBand.from(11)), 1);

        assertThat(look(ONE, low, high).findings())
                .singleElement()
                .satisfies(f -> assertThat(f.about()).containsExactly(ref(ONE), ref(low), ref(high)));
        assertThat(look(ONE, low, higher).findings()).as("10 is left").isEmpty();
    }

    @Test
    void a_rule_for_everything_is_hidden_where_each_product_has_its_own() {
        PriceRule tile = Shop.on(Shop.rule(3, FIRST), TILE);
        PriceRule grout = Shop.on(Shop.rule(4, FIRST), Target.of(new Target.OneProduct(Shop.GROUT.id())));
        PriceRule boxes = Shop.on(Shop.rule(5, FIRST), Target.of(new Target.OneProduct(Shop.MODEL)));

        assertThat(look(ONE, tile, grout).findings()).isEmpty();
        assertThat(look(ONE, tile, grout, boxes).of(Finding.Kind.RULE_OUTRANKED))
                .hasSize(1);
    }

    @Test
    void a_rule_for_one_account_hides_nothing_from_the_others() {
        assertThat(look(ONE, Shop.on(TWO, Target.ALL.buyer(new Target.Account(Shop.SIAM))))
                        .findings())
                .isEmpty();
    }

    @Test
    void conditions_that_share_all_values_hide_a_rule_together() {
        PriceRule web = Shop.when(Shop.priority(Shop.rule(3, FIRST), 1), "channel = \"web\"");
        PriceRule rest = Shop.when(Shop.priority(Shop.rule(4, FIRST), 1), "not channel = \"web\"");

        assertThat(look(ONE, web).findings()).isEmpty();
        assertThat(look(ONE, web, rest).of(Finding.Kind.RULE_OUTRANKED)).hasSize(1);
    }

    @Test
    void a_rule_without_a_day_of_its_promotion_never_decides() {
        PriceRule late = Shop.days(ONE, DateRange.startingOn(Shop.MONDAY.plusDays(3)));

        assertNever(Shop.promoted(late, Shop.SPRING), Finding.Kind.RULE_WITHOUT_DAY);
        assertNever(Shop.promoted(ONE, new PromotionId(new UUID(8, 8))), Finding.Kind.RULE_WITHOUT_DAY);
        assertThat(look(Shop.promoted(ONE, Shop.SPRING)).findings()).isEmpty();
    }

    @Test
    void a_rule_on_what_is_not_sold_never_decides() {
        assertNever(Shop.on(ONE, Target.of(new Target.OneProduct(Shop.OLD.id()))), Finding.Kind.RULE_WITHOUT_PRODUCT);
        assertNever(Shop.on(ONE, Target.of(new Target.OneVariant(Shop.MODEL))), Finding.Kind.RULE_WITHOUT_PRODUCT);
    }

    @Test
    void a_rule_for_quantities_that_nobody_can_order_never_decides() {
        PriceRule between =
                Shop.band(Shop.on(ONE, TILE), new QuantityBand(Quantity.parse("2.2"), Quantity.parse("2.8")));

        assertNever(between, Finding.Kind.RULE_WITHOUT_QUANTITY);
    }

    @Test
    void a_rule_in_a_currency_without_a_book_never_decides() {
        assertNever(
                Shop.effect(ONE, new Effect.FixedPrice(UnitPrice.parse("JPY 100"))),
                Finding.Kind.RULE_CURRENCY_MISSING);
        assertThat(look(Shop.effect(ONE, new Effect.FixedPrice(UnitPrice.parse("EUR 100"))))
                        .findings())
                .isEmpty();
    }

    @Test
    void a_condition_that_contradicts_the_rule_or_itself_never_holds() {
        assertNever(
                Shop.when(Shop.band(ONE, QuantityBand.from(10)), "quantity < 10.000000"),
                Finding.Kind.CONDITION_NEVER_HOLDS);
        assertNever(Shop.when(ONE, "(channel = \"web\" and channel = \"shop\")"), Finding.Kind.CONDITION_NEVER_HOLDS);
    }

    @Test
    void a_condition_in_unknown_words_cannot_be_read() {
        assertNever(Shop.when(ONE, "colour = \"red\""), Finding.Kind.CONDITION_UNREADABLE);
    }

    @Test
    void what_patterns_hide_is_undecided_and_no_finding() {
        PriceRule pattern = Shop.when(ONE, "(channel contains \"we\" and not channel contains \"w\")");

        LintReport report = look(pattern);

        assertThat(report.findings()).isEmpty();
        assertThat(report.undecided()).containsExactly(ref(pattern));
    }

    @Test
    void equal_rules_tie_where_both_apply_and_nothing_goes_first() {
        PriceRule low = Shop.band(Shop.rule(3, FIRST), QuantityBand.of(1, 6));
        PriceRule high = Shop.band(Shop.rule(4, FIRST), QuantityBand.from(5));

        assertThat(look(low, high).findings()).singleElement().satisfies(f -> {
            assertThat(f.kind()).isEqualTo(Finding.Kind.RULE_TIE);
            assertThat(f.about()).containsExactlyInAnyOrder(ref(low), ref(high));
            assertThat(f.witness().quantity().value().intValue()).isBetween(5, 6);
        });
        assertThat(look(low, Shop.band(high, QuantityBand.from(6))).findings()).isEmpty();
        assertThat(look(low, high, Shop.band(TWO, QuantityBand.of(4, 7))).findings())
                .as("another one goes first there")
                .isEmpty();
    }

    @Test
    void rules_that_add_up_neither_tie_nor_hide_each_other() {
        RuleSet adding = Shop.set(Stacking.ADDITIVE);

        assertThat(PriceLint.check(Shop.with(List.of(adding), List.of(Shop.rule(1, adding), Shop.rule(2, adding))))
                        .findings())
                .isEmpty();
    }

    @Test
    void ten_thousand_rules_are_looked_at_quickly() {
        List<PriceRule> rules = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            PriceRule rule = Shop.priority(Shop.rule(i + 1, FIRST), i);
            rules.add(
                    switch (i % 4) {
                        case 0 -> Shop.band(rule, QuantityBand.of(i, i + 4));
                        case 1 -> Shop.when(rule, "channel = \"c" + i + "\"");
                        case 2 -> Shop.on(rule, TILE.buyer(new Target.Group("group " + i)));
                        default -> Shop.band(Shop.on(rule, TILE), QuantityBand.of(i, i + 9));
                    });
        }
        PriceState state = Shop.with(List.of(FIRST), rules);
        long start = System.nanoTime();

        LintReport report = PriceLint.check(state);

        assertThat(report.of(Finding.Kind.RULE_TIE)).isEmpty();
        assertThat(report.undecided()).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }
}
