package io.github.crmkit.pricelint;

import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.lint.Finding;
import io.github.crmkit.lint.LintReport;
import io.github.crmkit.lint.PriceState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Looks at price books and rules and says what is wrong with them. Pure: the same state gives the same report. What it costs
 * grows with the number of entries and rules, not with its square, as long as not most of them apply to the same lines.
 */
public final class PriceLint {

    private PriceLint() {}

    /** Everything that is wrong on the days of the state. */
    public static LintReport check(PriceState state) {
        Catalogue catalogue = new Catalogue(state);
        Entries entries = new Entries(state, catalogue);
        List<Finding> findings = new ArrayList<>();
        EntryLint.run(state, entries, findings);
        BookLint books = new BookLint(state, entries);
        books.run();
        findings.addAll(books.findings());
        ContractLint contracts = new ContractLint(state, catalogue);
        contracts.run();
        findings.addAll(contracts.findings());
        RuleLint rules = new RuleLint(state, catalogue);
        rules.run();
        findings.addAll(rules.findings());
        BlockLint blocks = new BlockLint(state, entries, rules);
        blocks.run();
        findings.addAll(blocks.findings());
        TotalsLint totals = new TotalsLint(state, entries, catalogue, rules);
        totals.run();
        findings.addAll(totals.findings());
        Set<EntityRef> undecided = rules.undecided();
        undecided.addAll(totals.undecided());
        findings.sort(Comparator.comparing(Finding::kind)
                .thenComparing(f -> f.about().get(0).id())
                .thenComparing(f -> f.about().get(f.about().size() - 1).id()));
        return new LintReport(findings, List.copyOf(undecided));
    }
}
