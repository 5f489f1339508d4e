package io.github.crmkit.totals;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.money.Percent;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

class TotalsProperties {

    private static final CurrencyUnit EUR = CurrencyUnit.EUR;

    @Property
    void every_total_is_the_sum_of_its_lines_and_of_its_groups(
            @ForAll("profiles") TotalsProfile profile,
            @ForAll("lines") List<TaxedAmount> lines,
            @ForAll @IntRange(max = 100) int percent) {
        Totals totals = Totals.of(profile, lines, discount(lines, percent));

        assertThat(sum(totals.lines().stream().map(LineTotal::net).toList())).isEqualTo(totals.net());
        assertThat(sum(totals.lines().stream().map(LineTotal::tax).toList())).isEqualTo(totals.tax());
        assertThat(sum(totals.lines().stream().map(LineTotal::discount).toList()))
                .isEqualTo(totals.discount());
        assertThat(sum(totals.taxes().stream().map(TaxTotal::tax).toList())).isEqualTo(totals.tax());
        assertThat(totals.net().plus(totals.tax())).isEqualTo(totals.gross());
        Money after = totals.sum().minus(totals.discount());
        assertThat(profile.taxIncluded() ? totals.gross() : totals.net()).isEqualTo(after);
    }

    @Property
    void the_credit_of_a_document_mirrors_it(
            @ForAll("profiles") TotalsProfile profile, @ForAll("lines") List<TaxedAmount> lines) {
        List<TaxedAmount> credit = lines.stream()
                .map(l -> new TaxedAmount(l.amount().negated(), l.tax()))
                .toList();

        Totals charged = Totals.of(profile, EUR, lines);
        Totals credited = Totals.of(profile, EUR, credit);

        assertThat(credited.gross()).isEqualTo(charged.gross().negated());
        assertThat(credited.tax()).isEqualTo(charged.tax().negated());
    }

    @Property
    void the_order_of_the_lines_does_not_change_the_totals(
            @ForAll("profiles") TotalsProfile profile, @ForAll("lines") List<TaxedAmount> lines) {
        List<TaxedAmount> reversed = new ArrayList<>(lines);
        Collections.reverse(reversed);

        assertThat(Totals.of(profile, EUR, reversed).gross())
                .isEqualTo(Totals.of(profile, EUR, lines).gross());
    }

    @Property
    void a_document_of_one_group_is_the_same_by_group_and_as_a_whole(
            @ForAll boolean taxIncluded, @ForAll("lines") List<TaxedAmount> lines) {
        TaxClass only = new TaxClass("t", Percent.of(20));
        List<TaxedAmount> alike =
                lines.stream().map(l -> new TaxedAmount(l.amount(), only)).toList();

        Totals whole = Totals.of(profile(TaxBasis.PER_DOCUMENT, taxIncluded), EUR, alike);

        assertThat(whole.lines())
                .isEqualTo(Totals.of(profile(TaxBasis.PER_GROUP, taxIncluded), EUR, alike)
                        .lines());
    }

    @Provide
    Arbitrary<TotalsProfile> profiles() {
        return Combinators.combine(Arbitraries.of(TaxBasis.class), Arbitraries.of(true, false))
                .as(TotalsProperties::profile);
    }

    private static TotalsProfile profile(TaxBasis basis, boolean taxIncluded) {
        return new TotalsProfile("any", basis, taxIncluded, RoundingMode.HALF_UP);
    }

    @Provide
    Arbitrary<List<TaxedAmount>> lines() {
        Arbitrary<Money> amounts =
                Arbitraries.longs().between(-500_000, 2_000_000).map(cents -> Money.ofMinor(EUR, cents));
        Arbitrary<TaxClass> taxes = Arbitraries.of(0, 7, 10, 15, 20, 22).map(r -> new TaxClass("t", Percent.of(r)));
        return Combinators.combine(amounts, taxes).as(TaxedAmount::new).list().ofMaxSize(12);
    }

    private static Money discount(List<TaxedAmount> lines, int percent) {
        Money sum = sum(lines.stream().map(TaxedAmount::amount).toList());
        return sum.isNegative() ? Money.zero(EUR) : sum.multipliedBy(percent).dividedBy(100, RoundingMode.DOWN);
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.zero(EUR), Money::plus);
    }
}
