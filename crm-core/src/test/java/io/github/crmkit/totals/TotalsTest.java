package io.github.crmkit.totals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.money.Percent;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.Rounding;
import io.github.crmkit.money.UnitPrice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** The golden numbers of the field: cents that real systems got wrong. */
class TotalsTest {

    private static final CurrencyUnit EUR = CurrencyUnit.EUR;

    @Test
    void the_rounded_line_is_the_base_of_the_tax() {
        UnitPrice net =
                UnitPrice.of(EUR, new BigDecimal("348.35")).times(new BigDecimal("0.96"), 6, RoundingMode.HALF_UP);
        Money line = net.times(Quantity.of(16), Rounding.COMMERCIAL);

        assertThat(totals(TotalsProfile.STANDARD, taxed(line, 22)).gross()).isEqualTo(eur("6527.81"));
    }

    @Test
    void tax_per_group_and_tax_per_line_may_differ_by_a_cent() {
        TaxedAmount[] lines = {taxed(eur("292.13"), 15), taxed(eur("66.50"), 15)};

        assertThat(totals(TotalsProfile.STANDARD, lines).tax()).isEqualTo(eur("53.79"));
        assertThat(totals(TotalsProfile.PER_LINE, lines).tax()).isEqualTo(eur("53.80"));
    }

    @Test
    void groups_are_rounded_before_they_are_added() {
        TaxedAmount[] lines = {taxed(eur("0.13"), 10), taxed(eur("0.16"), 20)};

        assertThat(totals(TotalsProfile.STANDARD, lines).tax()).isEqualTo(eur("0.04"));
        assertThat(totals(TotalsProfile.PER_DOCUMENT, lines).tax()).isEqualTo(eur("0.05"));
    }

    @Test
    void a_negative_line_lowers_its_group_and_the_mode_decides_the_half() {
        TaxedAmount[] lines = {taxed(eur("54.45"), 10), taxed(eur("600.00"), 10), taxed(eur("-500.00"), 10)};
        TotalsProfile halfEven = TotalsProfile.STANDARD.rounding("half-even", RoundingMode.HALF_EVEN);

        assertThat(totals(TotalsProfile.STANDARD, lines).tax()).isEqualTo(eur("15.45"));
        assertThat(totals(halfEven, lines).tax()).isEqualTo(eur("15.44"));
    }

    @Test
    void a_gross_price_keeps_its_gross() {
        Totals totals = totals(TotalsProfile.TAX_INCLUDED, taxed(eur("8.01"), 20));

        assertThat(totals.net()).isEqualTo(eur("6.68"));
        assertThat(totals.tax()).isEqualTo(eur("1.33"));
        assertThat(totals(TotalsProfile.TAX_INCLUDED, taxed(eur("2500.00"), 8)).net())
                .isEqualTo(eur("2314.81"));
    }

    @Test
    void the_mode_decides_the_half_of_a_contained_tax_and_of_a_whole_document() {
        TotalsProfile evenIncluded = TotalsProfile.TAX_INCLUDED.rounding("even", RoundingMode.HALF_EVEN);
        TotalsProfile evenDocument = TotalsProfile.PER_DOCUMENT.rounding("even", RoundingMode.HALF_EVEN);

        assertThat(totals(TotalsProfile.TAX_INCLUDED, taxed(eur("0.05"), 100)).net())
                .isEqualTo(eur("0.03"));
        assertThat(totals(evenIncluded, taxed(eur("0.05"), 100)).net()).isEqualTo(eur("0.02"));
        assertThat(totals(TotalsProfile.PER_DOCUMENT, taxed(eur("0.05"), 10)).tax())
                .isEqualTo(eur("0.01"));
        assertThat(totals(evenDocument, taxed(eur("0.05"), 10)).tax()).isEqualTo(eur("0.00"));
    }

    @Test
    void a_document_with_contained_tax_rounds_its_net_once() {
        TotalsProfile profile = new TotalsProfile("once", TaxBasis.PER_DOCUMENT, true, RoundingMode.HALF_UP);

        Totals one = totals(profile, taxed(eur("8.01"), 20));
        Totals two = totals(profile, taxed(eur("10.00"), 15), taxed(eur("10.00"), 7), taxed(eur("-3.00"), 15));
        Totals thirdAndSixth = totals(profile, taxed(eur("0.01"), 200), taxed(eur("0.01"), 500));

        assertThat(one.net()).isEqualTo(eur("6.68"));
        assertThat(one.tax()).isEqualTo(eur("1.33"));
        assertThat(two.net()).as("6.0869… + 9.3457…").isEqualTo(eur("15.43"));
        assertThat(two.gross()).isEqualTo(eur("17.00"));
        assertThat(thirdAndSixth.net()).as("0.0033… + 0.0016… = 0.005").isEqualTo(eur("0.01"));
    }

    @Test
    void the_net_of_gross_lines_is_shared_out_to_them() {
        Totals totals = totals(
                TotalsProfile.TAX_INCLUDED, taxed(eur("10.00"), 15), taxed(eur("10.00"), 15), taxed(eur("10.00"), 15));

        assertThat(totals.lines()).extracting(LineTotal::net).containsExactly(eur("8.70"), eur("8.70"), eur("8.69"));
        assertThat(totals.net()).isEqualTo(eur("26.09"));
        assertThat(totals.tax()).isEqualTo(eur("3.91"));
        assertThat(totals.gross()).isEqualTo(eur("30.00"));
    }

    @Test
    void a_document_discount_is_shared_out_before_tax() {
        List<TaxedAmount> lines = List.of(taxed(eur("100.00"), 20), taxed(eur("50.00"), 10));

        Totals totals = Totals.of(TotalsProfile.STANDARD, lines, eur("10.00"));

        assertThat(totals.lines()).extracting(LineTotal::discount).containsExactly(eur("6.67"), eur("3.33"));
        assertThat(totals.net()).isEqualTo(eur("140.00"));
        assertThat(totals.tax()).isEqualTo(eur("18.67").plus(eur("4.67")));
        assertThat(totals.proof())
                .containsExactly(
                        "2 lines EUR 150.00",
                        "document discount EUR -10.00",
                        "standard tax 20 % of EUR 93.33: EUR 18.67",
                        "standard tax 10 % of EUR 46.67: EUR 4.67",
                        "net EUR 140.00, tax EUR 23.34, to pay EUR 163.34");
    }

    @Test
    void a_single_line_is_read_aloud_as_one() {
        assertThat(Totals.of(TotalsProfile.STANDARD, List.of(taxed(eur("1.00"), 20)), eur("0.00"))
                        .proof())
                .containsExactly(
                        "1 line EUR 1.00",
                        "standard tax 20 % of EUR 1.00: EUR 0.20",
                        "net EUR 1.00, tax EUR 0.20, to pay EUR 1.20");
    }

    @Test
    void a_discount_of_everything_leaves_exactly_nothing() {
        List<TaxedAmount> lines = List.of(taxed(eur("99.99"), 20), taxed(eur("0.01"), 7));

        Totals totals = Totals.of(TotalsProfile.STANDARD, lines, eur("100.00"));

        assertThat(totals.gross()).isEqualTo(eur("0.00"));
        assertThat(totals.lines()).extracting(LineTotal::net).containsOnly(eur("0.00"));
    }

    @Test
    void a_document_without_lines_adds_up_to_zero() {
        assertThat(totals(TotalsProfile.STANDARD).gross()).isEqualTo(eur("0.00"));
    }

    @Test
    void foreign_lines_and_a_discount_out_of_bounds_are_refused_together() {
        List<TaxedAmount> lines = List.of(taxed(eur("10.00"), 0), taxed(Money.parse("USD 10.00"), 0));

        assertThatThrownBy(() -> Totals.of(TotalsProfile.STANDARD, lines, eur("10.01")))
                .isInstanceOfSatisfying(
                        RuleViolationsException.class,
                        refused -> assertThat(refused.violations())
                                .extracting(v -> v.path() + " " + v.code())
                                .containsExactly("lines[1].amount currency", "discount discount-range"));
    }

    @Test
    void a_document_discount_takes_away_and_never_adds() {
        List<TaxedAmount> lines = List.of(taxed(eur("10.00"), 20));

        assertThatThrownBy(() -> Totals.of(TotalsProfile.STANDARD, lines, eur("-0.01")))
                .isInstanceOf(RuleViolationsException.class)
                .hasMessageContaining("discount-range");
    }

    @Test
    void a_profile_that_favours_one_side_is_refused() {
        assertThatThrownBy(() -> TotalsProfile.STANDARD.rounding("floor", RoundingMode.FLOOR))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_profile_without_a_usable_name_is_refused() {
        assertThatThrownBy(() -> TotalsProfile.STANDARD.rounding("x".repeat(41), RoundingMode.HALF_UP))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_tax_class_is_a_word_and_a_rate_within_bounds() {
        assertThat(new TaxClass(" standard ", Percent.of(1_000)).category()).isEqualTo("standard");
        assertThatThrownBy(() -> new TaxClass("x".repeat(41), Percent.of("1000.000001")))
                .isInstanceOfSatisfying(
                        RuleViolationsException.class,
                        refused -> assertThat(refused.violations())
                                .extracting(v -> v.path() + " " + v.code())
                                .containsExactly("category plain-text", "rate tax-rate"));
        assertThatThrownBy(() -> new TaxClass("standard", Percent.of(-1)))
                .isInstanceOf(RuleViolationsException.class)
                .hasMessageContaining("tax-rate");
    }

    private static Totals totals(TotalsProfile profile, TaxedAmount... lines) {
        return Totals.of(profile, EUR, Arrays.asList(lines));
    }

    private static TaxedAmount taxed(Money amount, long rate) {
        return new TaxedAmount(amount, new TaxClass("standard", Percent.of(rate)));
    }

    private static Money eur(String amount) {
        return Money.of(EUR, new BigDecimal(amount));
    }
}
