package io.github.crmkit.rulebook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Rules by the quantities that they demand: a segment tree over the bounds. Looking one up costs the logarithm of their number,
 * and what is found; no rule whose demanded quantities leave this one out is looked at.
 */
final class Bands {

    /** So few are looked through one by one. */
    private static final int FEW = 4;

    private static final CompiledRule[] NO_RULES = {};

    private final CompiledRule[] few;
    private final BigDecimal[] bounds;
    private final long @Nullable [] whole;
    private final CompiledRule[][] nodes;
    private final int leaves;

    Bands(List<CompiledRule> rules) {
        TreeSet<BigDecimal> all = new TreeSet<>();
        for (CompiledRule rule : rules) {
            all.add(rule.demands.from());
            if (rule.demands.below() != null) {
                all.add(rule.demands.below());
            }
        }
        boolean plain = rules.size() <= FEW || all.size() == 1;
        few = plain ? rules.toArray(NO_RULES) : NO_RULES;
        bounds = plain ? new BigDecimal[0] : all.toArray(BigDecimal[]::new);
        whole = whole(bounds);
        leaves = bounds.length + 1;
        nodes = plain ? new CompiledRule[0][] : tree(rules);
    }

    private CompiledRule[][] tree(List<CompiledRule> rules) {
        List<List<CompiledRule>> filling = new ArrayList<>();
        for (int i = 0; i < 2 * leaves; i++) {
            filling.add(new ArrayList<>(0));
        }
        for (CompiledRule rule : rules) {
            BigDecimal below = rule.demands.below();
            int low = leaves + leafOf(rule.demands.from());
            int high = leaves + (below == null ? leaves : leafOf(below));
            for (; low < high; low >>= 1, high >>= 1) {
                if ((low & 1) == 1) {
                    filling.get(low++).add(rule);
                }
                if ((high & 1) == 1) {
                    filling.get(--high).add(rule);
                }
            }
        }
        return filling.stream().map(Bands::array).toArray(CompiledRule[][]::new);
    }

    private static CompiledRule[] array(List<CompiledRule> rules) {
        return rules.isEmpty() ? NO_RULES : rules.toArray(NO_RULES);
    }

    /** The bounds as numbers, where all are whole; absent otherwise. */
    private static long @Nullable [] whole(BigDecimal[] bounds) {
        long[] whole = new long[bounds.length];
        for (int i = 0; i < bounds.length; i++) {
            if (bounds[i].stripTrailingZeros().scale() > 0) {
                return null;
            }
            whole[i] = bounds[i].longValueExact();
        }
        return whole;
    }

    /** Shows the search every rule that demands no other quantity. */
    void find(Search search, int level) {
        for (CompiledRule rule : few) {
            search.look(rule, level);
        }
        if (nodes.length > 0) {
            int leaf = leafOf(search.line.quantity().value());
            for (int node = leaves + leaf; node >= 1; node >>= 1) {
                for (CompiledRule rule : nodes[node]) {
                    search.look(rule, level);
                }
            }
        }
    }

    /** All of them, where they are looked through one by one; absent otherwise. */
    CompiledRule @Nullable [] few() {
        return nodes.length == 0 ? few : null;
    }

    /** The number of bounds that are not above the quantity. */
    private int leafOf(BigDecimal quantity) {
        long floor = quantity.longValue(); // a whole bound is not above a quantity where it is not above its whole part
        int low = 0;
        int high = bounds.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean reached = whole == null ? bounds[middle].compareTo(quantity) <= 0 : whole[middle] <= floor;
            if (reached) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
