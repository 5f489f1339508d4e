package io.github.crmkit.pricelint;

import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.lint.Finding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The totals that were seen to fall by what rules do. Every rule that has a part in a fall is named once at least. */
final class Falls {

    /** A larger quantity that costs less. */
    record Fall(BigDecimal less, BigDecimal total, BigDecimal more, BigDecimal lower) {}

    final List<Finding> findings = new ArrayList<>();
    final Set<EntityRef> named = new HashSet<>();

    /**
     * Takes in a fall, unless all that it is about was named before.
     *
     * @param before the rules that have a part in what the smaller quantity costs
     * @param after the rules that have a part in what the larger one costs
     */
    void note(Stretch stretch, Fall fall, Set<EntityRef> before, Set<EntityRef> after) {
        Set<EntityRef> about = new LinkedHashSet<>(after);
        about.removeAll(before);
        before.stream().filter(rule -> !after.contains(rule)).forEach(about::add);
        if (about.isEmpty()) {
            about.addAll(after);
        }
        if (named.addAll(about)) {
            findings.add(finding(stretch, fall, List.copyOf(about), after));
        }
    }

    private static Finding finding(Stretch stretch, Fall fall, List<EntityRef> about, Set<EntityRef> after) {
        Map<EntityRef, String> names = new HashMap<>();
        stretch.lines().forEach(line -> names.put(line.ref(), RuleLint.quoted(line)));
        String first = (about.size() == 1 ? "rule " : "rules ")
                + String.join(", ", about.stream().map(names::get).toList());
        Place place = stretch.place;
        String how = after.contains(about.get(0)) ? " by " : " at the end of ";
        return new Finding(
                Finding.Kind.RULE_TOTALS_FALL,
                about,
                "\"" + place.product().name() + "\" in price book " + BookLint.quoted(place.book())
                        + ": buying more costs less" + how + first + ": " + BookLint.plain(fall.less()) + " "
                        + place.unit() + " cost " + fall.total().toPlainString() + ", but "
                        + BookLint.plain(fall.more()) + " cost " + fall.lower().toPlainString() + ".",
                place.witness(fall.less(), fall.more(), stretch.day));
    }
}
