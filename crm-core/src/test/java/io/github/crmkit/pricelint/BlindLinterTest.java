package io.github.crmkit.pricelint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.lint.Finding;
import io.github.crmkit.lint.Finding.Kind;
import io.github.crmkit.lint.LintReport;
import io.github.crmkit.lint.PriceState;
import io.github.crmkit.lint.Witness;
import io.github.crmkit.money.Quantity;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Linters that overlook something, or say too much, are caught by the comparison with the engine. */
class BlindLinterTest {

    private static final Set<Kind> OF_BOOKS = EnumSet.range(Kind.TIER_GAP, Kind.MARGIN_WHOLE);
    private static final Set<Kind> OF_CONTRACTS = EnumSet.range(Kind.CONTRACT_OVERLAP, Kind.CONTRACT_WITHOUT_DAY);
    private static final Set<Kind> OF_RULES = EnumSet.of(
            Kind.RULE_OUTRANKED,
            Kind.RULE_WITHOUT_QUANTITY,
            Kind.RULE_WITHOUT_PRODUCT,
            Kind.RULE_WITHOUT_DAY,
            Kind.CONDITION_NEVER_HOLDS,
            Kind.RULE_TIE,
            Kind.RULE_NOT_ADDED,
            Kind.RULE_BEATEN,
            Kind.RULE_TOTALS_FALL,
            Kind.BLOCK_DISCOUNTED);

    private static final Shops BOOKS =
            new Shops(2_000, seed -> new RandomShop(seed).books(), BookAgreement::differences);
    private static final Shops RULES = new Shops(300, seed -> new RandomShop(seed).rules(), RuleAgreement::differences);

    private static final Shops CONTRACTS =
            new Shops(500, seed -> new RandomShop(seed).contracts(), ContractAgreement::differences);

    /** Small shops, and the comparison that is made on each. */
    private record Shops(
            int most, LongFunction<PriceState> shop, BiFunction<PriceState, LintReport, List<String>> comparison) {

        /** Whether some shop shows that the report was tampered with; a shop where that changes nothing shows nothing. */
        boolean catches(UnaryOperator<LintReport> mistake) {
            return LongStream.range(0, most).anyMatch(seed -> {
                PriceState state = shop.apply(seed);
                LintReport right = PriceLint.check(state);
                LintReport wrong = mistake.apply(right);
                return !wrong.equals(right) && !comparison.apply(state, wrong).isEmpty();
            });
        }
    }

    @TestFactory
    Stream<DynamicTest> a_linter_that_is_blind_to_one_kind_is_caught() {
        return Stream.of(blind(OF_BOOKS, BOOKS), blind(OF_RULES, RULES), blind(OF_CONTRACTS, CONTRACTS))
                .flatMap(some -> some);
    }

    @TestFactory
    Stream<DynamicTest> a_linter_that_says_what_is_not_so_is_caught() {
        return Stream.of(
                caught("a gap where there is none", BOOKS, r -> moved(r, Kind.TIER_GAP, 20)),
                caught("totals a unit off", BOOKS, r -> moved(r, Kind.TOTALS_FALL, 1)),
                caught("rules a unit off", RULES, r -> moved(r, Kind.RULE_TOTALS_FALL, 1)),
                caught("gap for overlap", BOOKS, r -> renamed(r, Kind.TIER_OVERLAP, Kind.TIER_GAP)),
                caught("fall for gap", BOOKS, r -> renamed(r, Kind.TOTALS_FALL, Kind.TIER_GAP)),
                caught("gap for overlap", CONTRACTS, r -> renamed(r, Kind.CONTRACT_OVERLAP, Kind.CONTRACT_GAP)),
                caught("beaten for falling", RULES, r -> renamed(r, Kind.RULE_TOTALS_FALL, Kind.RULE_BEATEN)),
                caught("the first of a kind alone", RULES, BlindLinterTest::firstOfEach));
    }

    private static Stream<DynamicTest> blind(Set<Kind> kinds, Shops shops) {
        return kinds.stream().map(kind -> caught("blind to " + kind, shops, r -> without(r, kind)));
    }

    private static DynamicTest caught(String name, Shops shops, UnaryOperator<LintReport> mistake) {
        return DynamicTest.dynamicTest(
                name, () -> assertThat(shops.catches(mistake)).isTrue());
    }

    private static LintReport without(LintReport report, Kind kind) {
        return new LintReport(
                report.findings().stream().filter(f -> f.kind() != kind).toList(), report.undecided());
    }

    private static LintReport renamed(LintReport report, Kind from, Kind to) {
        return changed(report, from, f -> new Finding(to, f.about(), f.sentence(), f.witness()));
    }

    private static LintReport moved(LintReport report, Kind kind, int by) {
        return changed(report, kind, f -> new Finding(kind, f.about(), f.sentence(), moved(f.witness(), by)));
    }

    private static Witness moved(Witness witness, int by) {
        Quantity less = Quantity.of(witness.quantity().value().longValue() * (by + 1L));
        return new Witness(
                witness.book(),
                witness.product(),
                witness.unit(),
                less,
                witness.more(),
                witness.day(),
                witness.buyer());
    }

    private static LintReport changed(LintReport report, Kind kind, UnaryOperator<Finding> how) {
        return new LintReport(
                report.findings().stream()
                        .map(f -> f.kind() == kind ? how.apply(f) : f)
                        .toList(),
                report.undecided());
    }

    private static LintReport firstOfEach(LintReport report) {
        Set<Kind> seen = EnumSet.noneOf(Kind.class);
        List<Finding> first = new ArrayList<>(report.findings());
        first.removeIf(f -> !seen.add(f.kind()));
        return new LintReport(first, report.undecided());
    }
}
