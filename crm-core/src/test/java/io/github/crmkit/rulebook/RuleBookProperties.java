package io.github.crmkit.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.money.Quantity;
import io.github.crmkit.pricerule.PriceRule;
import io.github.crmkit.pricerule.PricingContext;
import io.github.crmkit.pricerule.RuleSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

class RuleBookProperties {

    @Property(tries = 12_000, shrinking = ShrinkingMode.OFF)
    void the_index_answers_as_a_look_at_every_rule_does(@ForAll long seed) {
        RandomRules random = new RandomRules(seed);
        List<RuleSet> sets = random.sets();
        List<PriceRule> rules = random.rules(sets, 40);
        RuleBook book = RuleBook.of(sets, rules, RandomRules.FIELDS);
        PlainRuleBook plain = new PlainRuleBook(sets, rules, RandomRules.FIELDS);

        for (int i = 0; i < 3; i++) {
            PricingContext line = random.line();
            PlainRuleBook.Answer answer = plain.ask(line);
            List<Dismissed> dismissed = book.dismissed(line);

            assertThat(book.select(line)).isEqualTo(answer.selections());
            assertThat(new HashSet<>(dismissed)).isEqualTo(answer.dismissed());
            assertThat(dismissed).doesNotHaveDuplicates();
        }
    }

    @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
    void the_order_in_which_rules_and_sets_are_given_does_not_matter(@ForAll long seed) {
        RandomRules random = new RandomRules(seed);
        List<RuleSet> sets = random.sets();
        List<PriceRule> rules = random.rules(sets, 60);
        RuleBook book = RuleBook.of(sets, rules, RandomRules.FIELDS);
        List<RuleSet> otherSets = new ArrayList<>(sets);
        List<PriceRule> otherRules = new ArrayList<>(rules);
        Collections.shuffle(otherSets, new Random(seed));
        Collections.shuffle(otherRules, new Random(seed));
        RuleBook other = RuleBook.of(otherSets, otherRules, RandomRules.FIELDS);

        for (int i = 0; i < 5; i++) {
            PricingContext line = random.line();
            assertThat(other.select(line)).isEqualTo(book.select(line));
            assertThat(other.dismissed(line)).isEqualTo(book.dismissed(line));
        }
    }

    @Property(tries = 3_000, shrinking = ShrinkingMode.OFF)
    void without_the_best_rule_the_runner_up_is_the_best(@ForAll long seed) {
        RandomRules random = new RandomRules(seed);
        List<RuleSet> sets = random.sets();
        List<PriceRule> rules = random.rules(sets, 40);
        PricingContext line = random.line();

        for (Selection selection : RuleBook.of(sets, rules, RandomRules.FIELDS).select(line)) {
            List<PriceRule> others =
                    rules.stream().filter(r -> !r.equals(selection.best())).toList();
            List<Selection> left = RuleBook.of(sets, others, RandomRules.FIELDS).select(line);

            assertThat(left.stream()
                            .filter(s -> s.set().equals(selection.set()))
                            .map(Selection::best)
                            .findFirst())
                    .isEqualTo(selection.runnerUp());
        }
    }

    @Property(tries = 5_000, shrinking = ShrinkingMode.OFF)
    void other_quantities_between_the_bounds_of_an_answer_are_answered_the_same(@ForAll long seed) {
        RandomRules random = new RandomRules(seed);
        List<RuleSet> sets = random.sets();
        RuleBook book = RuleBook.of(sets, random.rules(sets, 60), RandomRules.FIELDS);
        for (int i = 0; i < 5; i++) {
            PricingContext line = random.line();
            RuleBook.Answer answer = book.answer(line);
            BigDecimal below = answer.below();

            assertThat(line.quantity().value()).isGreaterThanOrEqualTo(answer.from());
            assertThat(below == null || line.quantity().value().compareTo(below) < 0)
                    .isTrue();
            for (BigDecimal other : around(answer)) {
                if (other.compareTo(answer.from()) >= 0 && (below == null || other.compareTo(below) < 0)) {
                    assertThat(book.select(line.quantity(Quantity.of(other))))
                            .as("%s for %s", line, other)
                            .isEqualTo(answer.selections());
                }
            }
        }
    }

    private static List<BigDecimal> around(RuleBook.Answer answer) {
        List<BigDecimal> quantities = new ArrayList<>();
        for (int halves = 0; halves < 14; halves++) {
            quantities.add(BigDecimal.valueOf(5L * halves, 1));
        }
        quantities.add(answer.from());
        if (answer.below() != null) {
            quantities.add(answer.below().subtract(new BigDecimal("0.000001")));
        }
        return quantities;
    }

    @Property(tries = 3_000, shrinking = ShrinkingMode.OFF)
    void nothing_is_looked_at_that_demands_other_quantities_or_another_value(@ForAll long seed) {
        RandomRules random = new RandomRules(seed);
        List<RuleSet> sets = random.sets();
        List<PriceRule> rules = random.rules(sets, 200);
        PricingContext line = random.line();
        long concerned = rules.stream()
                .filter(r -> r.active() && r.target().buyer().includes(line.customer()))
                .filter(r -> r.target().item().includes(line.article()))
                .count();

        assertThat(RuleBook.of(sets, rules, RandomRules.FIELDS).search(line).lookedAt())
                .isLessThanOrEqualTo((int) concerned);
    }
}
