package io.github.crmkit.pricelint;

import io.github.crmkit.catalog.Product;
import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.lint.Finding;
import io.github.crmkit.lint.LintReport;
import io.github.crmkit.lint.PriceState;
import io.github.crmkit.lint.Witness;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.price.NoPrice;
import io.github.crmkit.price.Price;
import io.github.crmkit.price.PriceResult;
import io.github.crmkit.price.PriceResult.Rejected;
import io.github.crmkit.price.PriceStep;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricebook.Tiering;
import io.github.crmkit.pricerule.Effect;
import io.github.crmkit.pricerule.PriceRule;
import io.github.crmkit.pricerule.PricingContext.Customer;
import io.github.crmkit.pricerule.QuantityBand;
import io.github.crmkit.pricerule.Stacking;
import io.github.crmkit.rulebook.Selection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares what a linter says of rules with what the engine makes of every line of a small shop. */
final class RuleAgreement {

    private final PriceState state;
    private final Engine engine;
    private final BruteForce lines;
    /** Rules in the proof of any price. */
    private final Set<EntityRef> used = new HashSet<>();
    /** Rules that applied where there was no price. */
    private final Set<EntityRef> unpriced = new HashSet<>();
    /** Rules that applied where there was a price, and were not the best. */
    private final Set<EntityRef> lost = new HashSet<>();

    private final Set<EntityRef> tied = new HashSet<>();
    private final Set<EntityRef> falling = new HashSet<>();
    private final Set<EntityRef> onBlocks = new HashSet<>();

    private RuleAgreement(PriceState state) {
        this.state = state;
        this.engine = new Engine(state);
        this.lines = new BruteForce(state);
    }

    /** What the linter did not find, and what it found that is not there; none where both agree. */
    static List<String> differences(PriceState state, LintReport report) {
        RuleAgreement agreement = new RuleAgreement(state);
        agreement.tryAll();
        List<String> differences = new ArrayList<>();
        agreement.compare(report, differences);
        for (Finding finding : report.findings()) {
            boolean ofRules = finding.about().get(0).type().equals("price-rule");
            if (ofRules && !agreement.isShown(finding)) {
                differences.add("not shown by " + finding.witness() + ": " + finding);
            }
        }
        return differences;
    }

    private void compare(LintReport report, List<String> differences) {
        Set<EntityRef> unreachable = new HashSet<>();
        report.findings().stream()
                .filter(f -> f.kind().isUnreachable())
                .forEach(f -> unreachable.add(f.about().get(0)));
        Set<EntityRef> never = never();
        if (state.entries().stream().anyMatch(e -> e.tiering() != Tiering.VOLUME)) {
            never.removeAll(lost); // a larger quantity than those that are tried may let them win
            lost.clear();
        }
        overlooked("rule without effect", never, with(unreachable, report.undecided()), differences);
        unreachable.retainAll(used);
        unreachable.forEach(rule -> differences.add("has an effect: " + rule));
        lost.removeAll(used);
        overlooked("beaten rule", lost, with(about(report, Finding.Kind.RULE_BEATEN), report.undecided()), differences);
        overlooked("tie", tied, about(report, Finding.Kind.RULE_TIE), differences);
        overlooked("falling total", falling, about(report, Finding.Kind.RULE_TOTALS_FALL), differences);
        overlooked("discount on blocks", onBlocks, about(report, Finding.Kind.BLOCK_DISCOUNTED), differences);
    }

    private static Set<EntityRef> with(Set<EntityRef> some, List<EntityRef> others) {
        Set<EntityRef> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    private static void overlooked(String what, Set<EntityRef> there, Set<EntityRef> found, List<String> differences) {
        there.stream()
                .filter(ref -> !found.contains(ref))
                .forEach(ref -> differences.add("overlooked: " + what + " " + ref));
    }

    private static Set<EntityRef> about(LintReport report, Finding.Kind kind) {
        return report.of(kind).stream().flatMap(f -> f.about().stream()).collect(Collectors.toSet());
    }

    private Set<EntityRef> never() {
        return state.rules().stream()
                .filter(r -> r.validity().overlaps(state.days()))
                .map(BruteForce::ref)
                .filter(ref -> !used.contains(ref) && !unpriced.contains(ref))
                .collect(Collectors.toSet());
    }

    private void tryAll() {
        for (PriceBook book : state.books()) {
            for (Product product : state.products()) {
                for (LocalDate day : BruteForce.days(state)) {
                    if (BruteForce.sells(book, product, day)) {
                        lines.buyers().stream()
                                .map(buyer -> engine.onDay(buyer, day))
                                .distinct()
                                .forEach(buyer -> tryAll(book, product, buyer, day));
                    }
                }
            }
        }
    }

    private void tryAll(PriceBook book, Product product, Customer buyer, LocalDate day) {
        Quantity less = null;
        for (Quantity quantity : BruteForce.quantities(product)) {
            PriceResult result = engine.price(book, product, buyer, quantity, day);
            List<Selection> selections = engine.rules().select(lines.line(book, product, buyer, quantity, day));
            note(result, selections);
            if (result instanceof Price) {
                if (less != null) {
                    fall(
                            engine.price(book, product, buyer, less, day),
                            result,
                            engine.bare(book, product, buyer, less, day),
                            engine.bare(book, product, buyer, quantity, day));
                }
                less = quantity;
            }
        }
    }

    private void note(PriceResult result, List<Selection> selections) {
        Set<EntityRef> parts = Engine.rules(result);
        used.addAll(parts);
        for (Selection selection : selections) {
            for (PriceRule rule : selection.rules()) {
                EntityRef ref = BruteForce.ref(rule);
                if (result instanceof NoPrice) {
                    unpriced.add(ref);
                } else if (selection.set().stacking() == Stacking.BEST && !parts.contains(ref)) {
                    lost.add(ref);
                }
                if (parts.contains(ref) && isForQuantities(rule) && isDiscount(rule.effect()) && hasBlock(result)) {
                    onBlocks.add(ref);
                }
            }
        }
        if (Engine.hasReason(result, Set.of(NoPrice.Reason.TIED_RULES))) {
            result.rejected().stream()
                    .filter(r -> r.reason() == Rejected.Reason.TIED)
                    .forEach(r -> tied.add(r.candidate()));
        }
    }

    private void fall(PriceResult less, PriceResult more, PriceResult bareLess, PriceResult bareMore) {
        if (BookAgreement.falls(less, more) && !BookAgreement.falls(bareLess, bareMore)) {
            falling.addAll(changed(less, more));
        }
    }

    /** The rules that have a part in one of the prices alone; all where there is none. */
    private static Set<EntityRef> changed(PriceResult less, PriceResult more) {
        Set<EntityRef> both = Engine.rules(more);
        both.retainAll(Engine.rules(less));
        Set<EntityRef> changed = Engine.rules(more);
        changed.addAll(Engine.rules(less));
        changed.removeAll(both);
        return changed.isEmpty() ? both : changed;
    }

    private static boolean isForQuantities(PriceRule rule) {
        return !rule.band().equals(QuantityBand.ANY)
                || String.valueOf(rule.condition()).contains("quantity");
    }

    private static boolean isDiscount(Effect effect) {
        return (effect instanceof Effect.PercentOff off && !off.percent().isNegative())
                || (effect instanceof Effect.AmountOff amount
                        && !amount.amount().isNegative());
    }

    /** Whether a block price is the price: the proof goes on from it where another one was agreed on. */
    private static boolean hasBlock(PriceResult result) {
        return result instanceof Price price
                && price.proof().stream().anyMatch(step -> step.kind() == PriceStep.Kind.BLOCK)
                && price.proof().stream().noneMatch(step -> step.kind() == PriceStep.Kind.CONTRACT);
    }

    private boolean isShown(Finding finding) {
        Witness witness = finding.witness();
        if (finding.kind() == Finding.Kind.RULE_TOTALS_FALL) {
            return isFall(finding, engine.price(witness, witness.quantity()));
        }
        if (witness.book() == null || lines.at(witness).isEmpty()) {
            return finding.kind().isUnreachable();
        }
        PriceResult result = engine.price(witness, witness.quantity());
        EntityRef rule = finding.about().get(0);
        Set<EntityRef> applying = lines.at(witness).stream()
                .flatMap(s -> s.rules().stream())
                .map(BruteForce::ref)
                .collect(Collectors.toSet());
        return switch (finding.kind()) {
            case RULE_OUTRANKED, RULE_BEATEN, RULE_NOT_ADDED ->
                applying.contains(rule) && !Engine.rules(result).contains(rule);
            case RULE_TIE -> result instanceof NoPrice && applying.containsAll(finding.about());
            case BLOCK_DISCOUNTED -> applying.contains(rule) && hasBlock(engine.bare(witness, witness.quantity()));
            default -> finding.kind().isUnreachable() && !applying.contains(rule);
        };
    }

    private boolean isFall(Finding finding, PriceResult less) {
        Witness witness = finding.witness();
        PriceResult more = engine.price(witness, Objects.requireNonNull(witness.more()));
        return BookAgreement.falls(less, more)
                && !BookAgreement.falls(
                        engine.bare(witness, witness.quantity()),
                        engine.bare(witness, Objects.requireNonNull(witness.more())))
                && changed(less, more).equals(Set.copyOf(finding.about()));
    }
}
