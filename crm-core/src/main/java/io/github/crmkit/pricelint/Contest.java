package io.github.crmkit.pricelint;

import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.lint.Finding;
import io.github.crmkit.lint.Witness;
import io.github.crmkit.pricerule.Stacking;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who wins among the rules of sets that take the one that leads to the lowest price. */
final class Contest {

    /** The most winners that one finding names. */
    private static final int MAX_NAMED = 5;

    /** Rules that were the best, or all there was, for some line. */
    final Set<EntityRef> won = new HashSet<>();
    /** Rules of which not all lines were looked at. */
    final Set<RuleLine> unsure = new HashSet<>();

    private final Set<Object> seen = new HashSet<>();
    private final Map<RuleLine, Lost> lost = new LinkedHashMap<>();

    /** Where a rule first applied and was not the best, and the rules that were better there or elsewhere. */
    private record Lost(Witness witness, Set<RuleLine> winners) {}

    /** Whether a rule applies to so many that was not seen to win yet. */
    boolean isOpenAt(Stretch stretch, BigDecimal quantity) {
        return stretch.reaches.stream()
                .anyMatch(reach -> reach.line().set.stacking() == Stacking.BEST
                        && !won.contains(reach.line().ref())
                        && reach.contains(quantity));
    }

    /** Whether these rules were not seen on this price yet; always where the price depends on the quantity. */
    boolean isNews(Stretch stretch, BigDecimal quantity, @Nullable Object price) {
        return price == null || seen.add(List.of(stretch.place.product().id(), price, stretch.at(quantity)));
    }

    /** Takes in which rules have a part in what so many cost. */
    void note(Stretch stretch, BigDecimal quantity, Set<EntityRef> parts) {
        Set<RuleLine> there = stretch.at(quantity);
        for (RuleLine line : there) {
            if (parts.contains(line.ref())) {
                won.add(line.ref());
            } else if (line.set.stacking() == Stacking.BEST) {
                Lost where = lost.computeIfAbsent(
                        line, l -> new Lost(stretch.place.witness(quantity, null, stretch.day), new LinkedHashSet<>()));
                there.stream()
                        .filter(other -> other.set.equals(line.set) && parts.contains(other.ref()))
                        .forEach(where.winners()::add);
            }
        }
    }

    Set<EntityRef> undecided() {
        Set<EntityRef> undecided = new LinkedHashSet<>();
        lost.forEach((line, where) -> {
            if (!won.contains(line.ref()) && unsure.contains(line)) {
                undecided.add(line.ref());
            }
        });
        return undecided;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        lost.forEach((line, where) -> {
            if (!won.contains(line.ref()) && !unsure.contains(line)) {
                findings.add(finding(line, where));
            }
        });
        return findings;
    }

    private static Finding finding(RuleLine line, Lost where) {
        List<RuleLine> winners = List.copyOf(where.winners());
        List<EntityRef> about = new ArrayList<>(List.of(line.ref()));
        winners.stream().limit(MAX_NAMED).forEach(other -> about.add(other.ref()));
        String others = winners.size() == 1
                ? "rule " + RuleLint.quoted(winners.get(0)) + " leads"
                : winners.size() + " rules lead";
        return new Finding(
                Finding.Kind.RULE_BEATEN,
                about,
                "Rule " + RuleLint.quoted(line) + " can never decide: wherever it applies, " + others
                        + " to a price that is at least as low.",
                where.witness());
    }
}
