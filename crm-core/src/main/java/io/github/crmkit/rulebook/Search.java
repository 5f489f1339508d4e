package io.github.crmkit.rulebook;

import io.github.crmkit.pricerule.PriceRule;
import io.github.crmkit.pricerule.PricingContext;
import io.github.crmkit.pricerule.RuleSet;
import io.github.crmkit.pricerule.Stacking;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One question to a rule book while it is being answered: belongs to one thread and is forgotten afterwards. */
final class Search {

    /** @param level how specific its target is among those that include the line: 0 is the most specific */
    private record Found(CompiledRule rule, int level) {

        boolean ranksAs(Found other) {
            return level == other.level && rule.rule.priority() == other.rule.rule.priority();
        }
    }

    private static final Comparator<Found> BY_RANK = Comparator.comparingInt((Found f) -> f.rule.setIndex)
            .thenComparingInt(Found::level)
            .thenComparing(Found::rule, CompiledRule.BY_PRIORITY);

    final PricingContext line;
    /** Kept by itself as long as it is alone, as it mostly is. */
    private @Nullable CompiledRule first;

    private int levelOfFirst;
    /** All that was found, where there is more than the first. */
    private final List<Found> all = new ArrayList<>(0);

    private int lookedAt;

    Search(PricingContext line) {
        this.line = line;
    }

    /** Keeps the rule where it applies. */
    void look(CompiledRule rule, int level) {
        lookedAt++;
        if (rule.applies(line)) {
            if (first == null) {
                first = rule;
                levelOfFirst = level;
                return;
            }
            if (all.isEmpty()) {
                all.add(new Found(first, levelOfFirst));
            }
            all.add(new Found(rule, level));
        }
    }

    /** How many rules were looked at. */
    int lookedAt() {
        return lookedAt;
    }

    /** Whether no rule applies. */
    boolean isEmpty() {
        return first == null;
    }

    /** The rule that applies where there is but one; absent otherwise. */
    @Nullable
    CompiledRule only() {
        return all.isEmpty() ? first : null;
    }

    /** What was found, by set in the order of the sets. */
    List<Selection> selections() {
        if (first == null) {
            return List.of();
        }
        if (all.isEmpty()) {
            return first.alone;
        }
        all.sort(BY_RANK);
        List<Selection> selections = new ArrayList<>(all.size());
        int start = 0;
        for (int i = 1; i <= all.size(); i++) {
            if (i == all.size() || all.get(i).rule.setIndex != all.get(start).rule.setIndex) {
                selections.add(selection(all.subList(start, i)));
                start = i;
            }
        }
        return List.copyOf(selections);
    }

    private static Selection selection(List<Found> ranked) {
        RuleSet set = ranked.get(0).rule.set;
        List<PriceRule> rules = ranked.stream().map(found -> found.rule.rule).toList();
        return new Selection(set, rules, tie(set.stacking(), ranked));
    }

    /** With {@link Stacking#FIRST} only the first place is contested, with {@link Stacking#CASCADE} every one. */
    private static Selection.@Nullable Tie tie(Stacking stacking, List<Found> ranked) {
        int last = stacking == Stacking.FIRST ? Math.min(ranked.size(), 2) : ranked.size();
        for (int i = 1; stacking.dependsOnOrder() && i < last; i++) {
            Found before = ranked.get(i - 1);
            Found next = ranked.get(i);
            if (next.ranksAs(before)) {
                return new Selection.Tie(before.rule.rule, next.rule.rule);
            }
        }
        return null;
    }
}
