package io.github.crmkit.rulebook;

import io.github.crmkit.pricerule.PricingContext;
import io.github.crmkit.query.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one book for one buyer and one item: those that demand a value of a field are found by that value, all of them by
 * their quantities.
 */
final class Bucket {

    /** The rules that demand a value of one field, by the value. */
    private record Pinned(Field<PricingContext, ?> field, Map<Object, Bands> byValue) {}

    private final List<CompiledRule> all;
    private final Bands free;
    private final List<Pinned> pinned;
    private final Shortlist alone;

    Bucket(List<CompiledRule> rules) {
        all = rules.stream().sorted(CompiledRule.BY_PRIORITY).toList();
        Map<Field<PricingContext, ?>, Integer> spread = spread();
        List<CompiledRule> unpinned = new ArrayList<>();
        Map<Field<PricingContext, ?>, Map<Object, List<CompiledRule>>> byField = new LinkedHashMap<>();
        for (CompiledRule rule : all) {
            if (!rule.isActive() || rule.demands.isNever()) {
                continue;
            }
            Demands.Pin pin = widestSpread(rule, spread);
            if (pin == null) {
                unpinned.add(rule);
            } else {
                var byValue = byField.computeIfAbsent(pin.field(), f -> new HashMap<>());
                pin.values()
                        .forEach(v -> byValue.computeIfAbsent(v, k -> new ArrayList<>())
                                .add(rule));
            }
        }
        free = new Bands(unpinned);
        pinned = byField.entrySet().stream()
                .map(e -> new Pinned(e.getKey(), bands(e.getValue())))
                .toList();
        alone = new Shortlist(List.of(new Shortlist.Place(this, 0)));
    }

    /** The shortlist of those for whom no other bucket is. */
    Shortlist alone() {
        return alone;
    }

    private static Map<Object, Bands> bands(Map<Object, List<CompiledRule>> byValue) {
        Map<Object, Bands> bands = new HashMap<>();
        byValue.forEach((value, rules) -> bands.put(value, new Bands(rules)));
        return bands;
    }

    /** How many different values the rules demand of each field. */
    private Map<Field<PricingContext, ?>, Integer> spread() {
        Map<Field<PricingContext, ?>, Set<Object>> seen = new HashMap<>();
        for (CompiledRule rule : all) {
            for (Demands.Pin pin : rule.demands.pins()) {
                seen.computeIfAbsent(pin.field(), f -> new HashSet<>()).addAll(pin.values());
            }
        }
        Map<Field<PricingContext, ?>, Integer> spread = new HashMap<>();
        seen.forEach((field, values) -> spread.put(field, values.size()));
        return spread;
    }

    /** The demand that tells the rule from the most others. */
    private static Demands.@Nullable Pin widestSpread(
            CompiledRule rule, Map<Field<PricingContext, ?>, Integer> spread) {
        Demands.Pin widest = null;
        for (Demands.Pin pin : rule.demands.pins()) {
            if (widest == null || spread.getOrDefault(pin.field(), 0) > spread.getOrDefault(widest.field(), 0)) {
                widest = pin;
            }
        }
        return widest;
    }

    /** Shows the search every rule that could apply. */
    void find(Search search, int level) {
        free.find(search, level);
        for (Pinned field : pinned) {

            Object value;
            try {
                value = field.field.plain(search.line);
            } catch (RuntimeException unanswered) {
                // asked one by one, so that the refusal names a rule
                field.byValue.values().forEach(bands -> bands.find(search, level));
                continue;
            }
            Bands bands = value == null ? null : field.byValue.get(value);
            if (bands != null) {
                bands.find(search, level);
            }
        }
    }

    /** All that can apply, where they are so few that they are looked through one by one; absent otherwise. */
    CompiledRule @Nullable [] few() {
        return pinned.isEmpty() ? free.few() : null;
    }

    /** All rules, those that can never apply included. */
    List<CompiledRule> all() {
        return all;
    }
}
