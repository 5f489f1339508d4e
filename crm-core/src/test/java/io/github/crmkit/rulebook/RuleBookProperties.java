package io.github.crmkit.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.pricerule.Effect;
import io.github.crmkit.pricerule.PriceRule;
import io.github.crmkit.pricerule.PricingContext;
import io.github.crmkit.pricerule.RuleSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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

    @Property(tries = 8_000, shrinking = ShrinkingMode.OFF)
    void a_shortlist_answers_every_line_of_its_buyer_and_article(@ForAll long seed) {
        RandomRules random = new RandomRules(seed);
        List<RuleSet> sets = random.sets();
        RuleBook book = RuleBook.of(sets, random.rules(sets, 30), RandomRules.FIELDS);
        PricingContext first = random.line();
        Shortlist shortlist = book.shortlist(first.customer(), first.article(), first.book());

        for (int i = 0; i < 5; i++) {
            PricingContext other = random.line();
            PricingContext line = first.quantity(other.quantity()).date(other.date());
            List<Selection> selections = book.select(line);

            assertThat(shortlist.select(line)).isEqualTo(selections);
            assertThat(shortlist.dismissed(line)).isEqualTo(book.dismissed(line));
            assertThat(shortlist.left(line)).isEqualTo(left(selections));
            assertThat(shortlist.isEmpty())
                    .isEqualTo(selections.isEmpty() && book.dismissed(line).isEmpty());
        }
    }

    private static Optional<BigDecimal> left(List<Selection> selections) {
        if (selections.isEmpty()) {
            return Optional.of(BigDecimal.ONE);
        }
        Selection first = selections.get(0);
        boolean alone = selections.size() == 1 && first.rules().size() == 1;
        return alone
                        && first.best().effect() instanceof Effect.PercentOff off
                        && off.percent().value().signum() >= 0
                ? Optional.of(off.percent().left())
                : Optional.empty();
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
