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

    /** How often a rule may stand in the leaves, taken together. */
    private static final int MOST_TIMES = 4;

    private static final int MAX_DIGITS = 18;

    /** What stands where there is no rule: it is read often, and so kept once. */
    private final CompiledRule[] none = {};

    private final CompiledRule[] few;
    private final BigDecimal[] bounds;
    private final long @Nullable [] whole;
    private final int leaves;
    private final CompiledRule[][] nodes;
    /** By leaf all that the nodes above it have; absent where that would be much more than there are rules. */
    private final CompiledRule @Nullable [][] flat;

    Bands(List<CompiledRule> rules) {
        TreeSet<BigDecimal> all = new TreeSet<>();
        for (CompiledRule rule : rules) {
            all.add(rule.demands.from());
            if (rule.demands.below() != null) {
                all.add(rule.demands.below());
            }
        }
        boolean plain = rules.size() <= FEW || all.size() == 1;
        few = plain ? rules.toArray(none) : none;
        bounds = plain ? new BigDecimal[0] : all.toArray(BigDecimal[]::new);
        whole = whole(bounds);
        leaves = bounds.length + 1;
        nodes = plain ? new CompiledRule[0][] : tree(rules);
        flat = plain ? null : flat(MOST_TIMES * (long) (rules.size() + leaves));
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
        return filling.stream().map(this::array).toArray(CompiledRule[][]::new);
    }

    private CompiledRule @Nullable [][] flat(long most) {
        CompiledRule[][] flat = new CompiledRule[leaves][];
        long room = most;
        for (int leaf = 0; leaf < leaves; leaf++) {
            List<CompiledRule> all = new ArrayList<>();
            for (int node = leaves + leaf; node >= 1; node >>= 1) {
                all.addAll(List.of(nodes[node]));
            }
            room -= all.size();
            if (room < 0) {
                return null;
            }
            flat[leaf] = array(all);
        }
        return flat;
    }

    private CompiledRule[] array(List<CompiledRule> rules) {
        return rules.isEmpty() ? none : rules.toArray(none);
    }

    /** The bounds as numbers, where all are whole and none is too large; absent otherwise. */
    private static long @Nullable [] whole(BigDecimal[] bounds) {
        long[] whole = new long[bounds.length];
        for (int i = 0; i < bounds.length; i++) {
            BigDecimal bound = bounds[i].stripTrailingZeros();
            if (bound.scale() > 0 || bound.precision() - bound.scale() > MAX_DIGITS) {
                return null;
            }
            whole[i] = bound.longValueExact();
        }
        return whole;
    }

    /** Shows the search every rule that demands no other quantity. */
    void find(Search search, int level) {
        look(few, search, level);
        if (nodes.length > 0) {
            int leaf = leafOf(search.line.quantity().value());
            if (flat != null) {
                look(flat[leaf], search, level);
            } else {
                for (int node = leaves + leaf; node >= 1; node >>= 1) {
                    look(nodes[node], search, level);
                }
            }
        }
    }

    private static void look(CompiledRule[] rules, Search search, int level) {
        for (CompiledRule rule : rules) {
            search.look(rule, level);
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
