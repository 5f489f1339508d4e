package io.github.crmkit.pricelint;

import io.github.crmkit.pricebook.Tiering;
import io.github.crmkit.pricelint.Entries.Chain;
import io.github.crmkit.pricelint.Place.Box;
import io.github.crmkit.pricelint.Place.Grid;
import io.github.crmkit.pricerule.Effect;
import io.github.crmkit.pricerule.Stacking;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** From where to where rules apply for one buyer on one day, in the unit of the line. */
final class Stretch {

    /** So many quantities from a bound on are priced where prices are not told for one unit. */
    private static final int MAX_NEAR = 60;

    /** Where one rule applies; without an end where {@code below} is absent. */
    record Reach(RuleLine line, BigDecimal from, @Nullable BigDecimal below) {

        boolean contains(BigDecimal quantity) {
            return quantity.compareTo(from) >= 0 && (below == null || quantity.compareTo(below) < 0);
        }
    }

    final Place place;
    final LocalDate day;
    final List<Reach> reaches = new ArrayList<>();
    private final Grid grid;

    Stretch(Place place, LocalDate day, List<RuleLine> lines) {
        this.place = place;
        this.day = day;
        this.grid = Grid.of(place.product(), place.unit());
        for (RuleLine line : lines) {
            for (Box box : line.boxes(place)) {
                BigDecimal below = box.below();
                reaches.add(
                        new Reach(line, place.told(box.from(), grid), below == null ? null : place.told(below, grid)));
            }
        }
    }

    Set<RuleLine> lines() {
        Set<RuleLine> lines = new LinkedHashSet<>();
        reaches.forEach(reach -> lines.add(reach.line()));
        return lines;
    }

    Set<RuleLine> at(BigDecimal quantity) {
        Set<RuleLine> lines = new LinkedHashSet<>();
        reaches.stream().filter(r -> r.contains(quantity)).forEach(r -> lines.add(r.line()));
        return lines;
    }

    /** Where a rule begins or ends, and just before. */
    Set<BigDecimal> bounds() {
        TreeSet<BigDecimal> bounds = new TreeSet<>();
        for (Reach reach : reaches) {
            withBefore(reach.from(), bounds);
            if (reach.below() != null) {
                withBefore(reach.below(), bounds);
            }
        }
        return bounds;
    }

    private void withBefore(BigDecimal quantity, Set<BigDecimal> all) {
        all.add(quantity);
        if (grid.before(quantity).signum() > 0) {
            all.add(grid.before(quantity));
        }
    }

    /** As {@link #bounds}, with the bounds of tiers, and more quantities where what one unit costs depends on their number. */
    Set<BigDecimal> samples(Chain chain) {
        Set<BigDecimal> samples = bounds();
        chain.critical(grid).forEach(start -> withBefore(start, samples));
        for (BigDecimal start : isForEach(chain) ? List.<BigDecimal>of() : List.copyOf(samples)) {
            for (int i = 1; i < MAX_NEAR; i++) {
                samples.add(start.add(grid.step().multiply(BigDecimal.valueOf(i))));
            }
            samples.add(start.add(grid.step().multiply(BigDecimal.valueOf(10L * MAX_NEAR))));
        }
        return samples;
    }

    /** Whether books tell what one unit costs, whatever the quantity, so that nothing but the bounds of tiers changes that. */
    static boolean isForEach(Chain chain) {
        return chain.steps.stream().allMatch(s -> s.entries().stream().allMatch(e -> e.tiering() == Tiering.VOLUME));
    }

    /** Whether the rules that are compared take percentages off, so that it depends on no price which one is the best. */
    boolean isPercentages() {
        return lines().stream()
                .filter(line -> line.set.stacking() == Stacking.BEST)
                .allMatch(line -> line.rule.effect() instanceof Effect.PercentOff);
    }
}
