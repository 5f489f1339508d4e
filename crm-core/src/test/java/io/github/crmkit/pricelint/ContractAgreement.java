package io.github.crmkit.pricelint;

import io.github.crmkit.agreement.ContractPrice;
import io.github.crmkit.agreement.ContractPrices;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.lint.Finding;
import io.github.crmkit.lint.LintReport;
import io.github.crmkit.lint.PriceState;
import io.github.crmkit.lint.Witness;
import io.github.crmkit.price.NoPrice;
import io.github.crmkit.price.Price;
import io.github.crmkit.price.PriceResult;
import io.github.crmkit.price.PriceResult.Rejected;
import io.github.crmkit.price.PriceStep;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricerule.PricingContext.Customer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares what a linter says of agreed prices with what the engine makes of every line of a small shop. */
final class ContractAgreement {

    private static final Customer BUYER = Customer.of(Shop.SIAM, null, null);

    private final PriceState state;
    private final Engine engine;
    private final Set<EntityRef> used = new HashSet<>();
    private final Set<EntityRef> tied = new HashSet<>();
    private int gaps;

    private ContractAgreement(PriceState state) {
        this.state = state;
        this.engine = new Engine(state);
    }

    /** What the linter did not find, and what it found that is not there; none where both agree. */
    static List<String> differences(PriceState state, LintReport report) {
        ContractAgreement agreement = new ContractAgreement(state);
        agreement.tryAll();
        List<String> differences = new ArrayList<>();
        agreement.compare(report, differences);
        report.findings().stream()
                .filter(f -> f.about().get(0).type().equals("contract-price") && !agreement.isShown(f))
                .forEach(f -> differences.add("not shown by " + f.witness() + ": " + f));
        return differences;
    }

    private void compare(LintReport report, List<String> differences) {
        Set<EntityRef> never = state.contracts().stream()
                .filter(c -> c.validity().overlaps(state.days()))
                .map(c -> ContractPrices.TYPE.refTo(c.id()))
                .filter(ref -> !used.contains(ref) && !tied.contains(ref))
                .collect(Collectors.toSet());
        Set<EntityRef> said = report.findings().stream()
                .filter(f -> f.kind().isUnreachable())
                .map(f -> f.about().get(0))
                .collect(Collectors.toSet());
        Set<EntityRef> overlapping = report.of(Finding.Kind.CONTRACT_OVERLAP).stream()
                .flatMap(f -> f.about().stream())
                .collect(Collectors.toSet());
        if (!overlapping.containsAll(tied)) {
            differences.add("tied are " + tied + ", and not " + overlapping);
        }
        never.removeAll(overlapping); // where three are tied, the engine names two
        if (!never.equals(said)) {
            differences.add("never used are " + never + ", and not " + said);
        }
        if (report.of(Finding.Kind.CONTRACT_GAP).size() != gaps) {
            differences.add("there are " + gaps + " gaps");
        }
    }

    private void tryAll() {
        Set<String> currencies =
                state.books().stream().map(b -> b.currency().getCode()).collect(Collectors.toSet());
        for (Product product : state.products()) {
            for (String currency : currencies) {
                boolean before = false;
                boolean gap = false;
                for (LocalDate day : BruteForce.days(state)) {
                    PriceBook book = state.books().stream()
                            .filter(b -> b.currency().getCode().equals(currency) && BruteForce.sells(b, product, day))
                            .findFirst()
                            .orElse(null);
                    if (book != null) {
                        boolean held = isHeld(book, product, day);
                        gaps += gap && held ? 1 : 0;
                        before = before || held;
                        gap = before && !held;
                    }
                }
            }
        }
    }

    private boolean isHeld(PriceBook book, Product product, LocalDate day) {
        PriceResult result =
                engine.bare(book, product, BUYER, BruteForce.quantities(product).get(0), day);
        Set<EntityRef> there = contracts(result);
        result.rejected().stream()
                .filter(r -> r.reason() == Rejected.Reason.TIED)
                .map(Rejected::candidate)
                .filter(ref -> ref.type().equals("contract-price"))
                .forEach(there::add);
        (result instanceof Price ? used : tied).addAll(there);
        return !there.isEmpty();
    }

    private static Set<EntityRef> contracts(PriceResult result) {
        Set<EntityRef> there = new HashSet<>();
        if (result instanceof Price price) {
            price.proof().stream()
                    .filter(step -> step.kind() == PriceStep.Kind.CONTRACT)
                    .forEach(step -> step.by().ifPresent(there::add));
        }
        return there;
    }

    private boolean isShown(Finding finding) {
        Witness witness = finding.witness();
        if (witness.book() == null || state.products().stream().noneMatch(p -> p.id().equals(witness.product()))) {
            return finding.kind().isUnreachable();
        }
        if (finding.kind() == Finding.Kind.CONTRACT_OVERLAP) {
            List<ContractPrice> both = state.contracts().stream()
                    .filter(c -> finding.about().contains(ContractPrices.TYPE.refTo(c.id())))
                    .toList();
            PriceResult tie = new Engine(state.contracts(both)).bare(witness, witness.quantity());
            return Engine.hasReason(tie, Set.of(NoPrice.Reason.TIED_ENTRIES));
        }
        return contracts(engine.bare(witness, witness.quantity())).stream().noneMatch(finding.about()::contains);
    }
}
