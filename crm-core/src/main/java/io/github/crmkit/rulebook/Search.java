package io.github.crmkit.rulebook;

import io.github.crmkit.pricerule.PriceRule;
import io.github.crmkit.pricerule.PricingContext;
import io.github.crmkit.pricerule.RuleSet;
import io.github.crmkit.pricerule.Stacking;
import java.util.ArrayList;
import java.util.Arrays;
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

    private static final int FEW = 4;

    final PricingContext line;
    private Found[] found = new Found[FEW];
    private int size;
    private int lookedAt;

    Search(PricingContext line) {
        this.line = line;
    }

    /** Keeps the rule where it applies. */
    void look(CompiledRule rule, int level) {
        lookedAt++;
        if (rule.applies(line)) {
            if (size == found.length) {
                found = Arrays.copyOf(found, 2 * size);
            }
            found[size++] = new Found(rule, level);
        }
    }

    /** How many rules were looked at. */
    int lookedAt() {
        return lookedAt;
    }

    /** Whether no rule applies. */
    boolean isEmpty() {
        return size == 0;
    }

    /** The rule that applies where there is but one; absent otherwise. */
    @Nullable
    CompiledRule only() {
        return size == 1 ? found[0].rule : null;
    }

    /** What was found, by set in the order of the sets. */
    List<Selection> selections() {
        if (size == 0) {
            return List.of();
        }
        if (size == 1) {
            return found[0].rule.alone;
        }
        Arrays.sort(found, 0, size, BY_RANK);
        List<Selection> selections = new ArrayList<>(size);
        int start = 0;
        for (int i = 1; i <= size; i++) {
            if (i == size || found[i].rule.setIndex != found[start].rule.setIndex) {
                selections.add(selection(start, i));
                start = i;
            }
        }
        return List.copyOf(selections);
    }

    private Selection selection(int start, int end) {
        RuleSet set = found[start].rule.set;
        PriceRule[] rules = new PriceRule[end - start];
        for (int i = start; i < end; i++) {
            rules[i - start] = found[i].rule.rule;
        }
        return new Selection(set, List.of(rules), tie(set.stacking(), start, end));
    }

    /** With {@link Stacking#FIRST} only the first place is contested, with {@link Stacking#CASCADE} every one. */
    private Selection.@Nullable Tie tie(Stacking stacking, int start, int end) {
        int last = stacking == Stacking.FIRST ? Math.min(end, start + 2) : end;
        for (int i = start + 1; stacking.dependsOnOrder() && i < last; i++) {
            if (found[i].ranksAs(found[i - 1])) {
                return new Selection.Tie(found[i - 1].rule.rule, found[i].rule.rule);
            }
        }
        return null;
    }
}
