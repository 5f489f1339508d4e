package io.github.crmkit.pricelint;

import io.github.crmkit.pricelint.Place.Box;
import io.github.crmkit.pricerule.PricingContext;
import io.github.crmkit.pricerule.QuantityBand;
import io.github.crmkit.query.Field;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Rules that may meet: by a value that most of them ask for, then by their quantities. */
final class Neighbours {

    private final @Nullable Field<PricingContext, ?> field;
    private final Map<Object, Bands> byValue = new HashMap<>();
    private final Bands free;
    private final Bands all;

    Neighbours(Collection<RuleLine> rules) {
        field = widest(rules);
        all = new Bands(rules);
        List<RuleLine> unpinned = new ArrayList<>();
        Map<Object, List<RuleLine>> pinned = new HashMap<>();
        for (RuleLine line : rules) {
            Set<Object> values = field == null ? null : line.facts.pins.get(field);
            if (values == null) {
                unpinned.add(line);
            } else {
                values.forEach(
                        v -> pinned.computeIfAbsent(v, k -> new ArrayList<>()).add(line));
            }
        }
        pinned.forEach((value, some) -> byValue.put(value, new Bands(some)));
        free = new Bands(unpinned);
    }

    /** The field of which they ask for the most different values; absent where they ask for none. */
    private static @Nullable Field<PricingContext, ?> widest(Collection<RuleLine> rules) {
        Map<Field<PricingContext, ?>, Set<Object>> asked = new HashMap<>();
        rules.forEach(r -> r.facts.pins.forEach(
                (f, values) -> asked.computeIfAbsent(f, k -> new HashSet<>()).addAll(values)));
        return asked.entrySet().stream()
                .max(Comparator.comparingInt((Map.Entry<Field<PricingContext, ?>, Set<Object>> e) ->
                                e.getValue().size())
                        .thenComparing(e -> e.getKey().name()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    /** All rules, by the beginning of their bands. */
    RuleLine[] all() {
        return all.all();
    }

    /**
     * Shows those that may apply to lines of a box, until the visitor has seen enough.
     *
     * @param visitor whether it wants to see more
     * @return whether it still does
     */
    boolean at(Place place, Box box, Predicate<RuleLine> visitor) {
        Object value = field == null ? null : field.plain(place.at(box));
        Bands pinned = value == null ? null : byValue.get(value);
        return free.overlapping(box, visitor) && (pinned == null || pinned.overlapping(box, visitor));
    }

    /** Shows those that may apply where another one does, until the visitor has seen enough; some more than once. */
    void beside(RuleLine line, Predicate<RuleLine> visitor) {
        Set<Object> values = field == null ? null : line.facts.pins.get(field);
        if (values == null) {
            all.overlapping(line.rule.band(), visitor);
        } else if (free.overlapping(line.rule.band(), visitor)) {
            for (Object value : values) {
                Bands pinned = byValue.get(value);
                if (pinned != null && !pinned.overlapping(line.rule.band(), visitor)) {
                    return;
                }
            }
        }
    }

    /** Rules by their quantity bands: an interval tree, so that bands that have nothing in common are not compared. */
    static final class Bands {

        private final RuleLine[] byFrom;
        /** For each node of a balanced tree over the rules, whether any below it has no end, and else the greatest end. */
        private final BigDecimal[] ends;

        private static final BigDecimal ENDLESS = BigDecimal.TEN.pow(30);

        Bands(Collection<RuleLine> rules) {
            byFrom = rules.stream()
                    .sorted(Comparator.comparing((RuleLine r) -> r.rule.band().from())
                            .thenComparing(r -> r.rule.id().value()))
                    .toArray(RuleLine[]::new);
            ends = new BigDecimal[4 * Math.max(1, byFrom.length)];
            if (byFrom.length > 0) {
                fill(1, 0, byFrom.length - 1);
            }
        }

        /** All rules, by the beginning of their bands. */
        RuleLine[] all() {
            return byFrom;
        }

        private BigDecimal fill(int node, int low, int high) {
            BigDecimal end;
            if (low == high) {
                end = end(byFrom[low]);
            } else {
                int middle = (low + high) >>> 1;
                end = fill(2 * node, low, middle).max(fill(2 * node + 1, middle + 1, high));
            }
            ends[node] = end;
            return end;
        }

        private static BigDecimal end(RuleLine line) {
            return line.rule.band().below() == null
                    ? ENDLESS
                    : line.rule.band().below().value();
        }

        /**
         * Shows the rules whose bands hold quantities from one to below another, until the visitor has seen enough.
         *
         * @param visitor whether it wants to see more
         * @return whether it still does
         */
        boolean overlapping(BigDecimal from, BigDecimal below, Predicate<RuleLine> visitor) {
            return byFrom.length == 0 || visit(1, 0, byFrom.length - 1, from, below, visitor);
        }

        boolean overlapping(QuantityBand band, Predicate<RuleLine> visitor) {
            return overlapping(
                    band.from().value(),
                    band.below() == null ? ENDLESS : band.below().value(),
                    visitor);
        }

        boolean overlapping(Box box, Predicate<RuleLine> visitor) {
            return overlapping(box.from(), box.below() == null ? ENDLESS : box.below(), visitor);
        }

        private boolean visit(
                int node, int low, int high, BigDecimal from, BigDecimal below, Predicate<RuleLine> visitor) {
            if (ends[node].compareTo(from) <= 0
                    || byFrom[low].rule.band().from().value().compareTo(below) >= 0) {
                return true;
            }
            if (low == high) {
                return byFrom[low].outranked || visitor.test(byFrom[low]);
            }
            int middle = (low + high) >>> 1;
            return visit(2 * node, low, middle, from, below, visitor)
                    && visit(2 * node + 1, middle + 1, high, from, below, visitor);
        }
    }
}
