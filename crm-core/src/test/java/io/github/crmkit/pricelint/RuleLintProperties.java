package io.github.crmkit.pricelint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.lint.Finding;
import io.github.crmkit.lint.LintReport;
import io.github.crmkit.lint.PriceState;
import io.github.crmkit.pricerule.PriceRule;
import io.github.crmkit.pricerule.RuleSet;
import io.github.crmkit.rulebook.Selection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RuleLintProperties {

    /** What depends on prices is tried with prices: here are none but those that rules fix. */
    private static final Set<Finding.Kind> OF_PRICES = Set.of(Finding.Kind.RULE_TOTALS_FALL, Finding.Kind.RULE_BEATEN);

    @Property(tries = 2_000)
    void the_linter_agrees_with_trying_every_line(@ForAll long seed) {
        RandomRules random = new RandomRules(seed);
        RuleSet set = random.set();
        PriceState state = Shop.with(List.of(set), random.rules(set));
        BruteForce brute = new BruteForce(state);
        brute.tryAll();

        LintReport report = PriceLint.check(state);

        Set<EntityRef> unreachable = state.rules().stream()
                .filter(r -> r.validity().overlaps(state.days()))
                .map(BruteForce::ref)
                .filter(r -> !brute.deciding.contains(r))
                .collect(Collectors.toSet());
        assertThat(report.undecided()).isEmpty();
        assertThat(unreachable(report)).as("rules that can never decide").isEqualTo(unreachable);
        assertThat(tied(report)).as("rules that tie").isEqualTo(brute.tied);
        report.findings().stream()
                .filter(finding -> !OF_PRICES.contains(finding.kind()))
                .forEach(finding -> assertThat(isShown(finding, brute))
                        .as("%s at %s", finding, finding.witness())
                        .isTrue());
    }

    private static Set<EntityRef> unreachable(LintReport report) {
        return report.findings().stream()
                .filter(f -> f.kind().isUnreachable() && !OF_PRICES.contains(f.kind()))
                .map(f -> f.about().get(0))
                .collect(Collectors.toSet());
    }

    private static Set<EntityRef> tied(LintReport report) {
        Set<EntityRef> all = new HashSet<>();
        report.of(Finding.Kind.RULE_TIE).forEach(f -> all.addAll(f.about()));
        return all;
    }

    private static boolean isShown(Finding finding, BruteForce brute) {
        List<Selection> there = brute.at(finding.witness());
        Set<EntityRef> applying =
                refs(there.stream().flatMap(s -> s.rules().stream()).toList());
        if (finding.kind() == Finding.Kind.RULE_TIE) {
            return there.stream().anyMatch(s -> refs(BruteForce.equals(s)).containsAll(finding.about()));
        }
        EntityRef rule = finding.about().get(0);
        return finding.kind() == Finding.Kind.RULE_OUTRANKED
                ? applying.contains(rule)
                        && there.stream()
                                .noneMatch(s -> refs(BruteForce.front(s)).contains(rule))
                : !applying.contains(rule);
    }

    private static Set<EntityRef> refs(List<PriceRule> rules) {
        return rules.stream().map(BruteForce::ref).collect(Collectors.toSet());
    }
}
