package io.github.crmkit.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.kernel.Refused;
import io.github.crmkit.time.DateRange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceTermTest {

    @Test
    void from_28_march_through_4_february_billed_on_the_5th_at_90_a_month_is_923_23() {
        ServiceTerm term = ServiceTerm.monthly(LocalDate.of(2025, 3, 28), LocalDate.of(2026, 2, 4), 5);

        assertThat(term.months()).isEqualTo(Fraction.of(8 + 10 * 31, 31)).hasToString("318/31");
        assertThat(term.months().times(Fraction.of(90, 1)).toDecimal(2, RoundingMode.HALF_UP))
                .isEqualByComparingTo("923.23");
    }

    @ParameterizedTest
    @CsvSource({
        "ACTUAL_DAYS, 318/31",
        "THIRTY_DAYS, 154/15",
        "MONTHS_BEGUN, 11",
        "WHOLE_MONTHS, 10",
    })
    void a_partial_month_counts_by_the_named_method(Proration method, String months) {
        ServiceTerm term = ServiceTerm.monthly(LocalDate.of(2025, 3, 28), LocalDate.of(2026, 2, 4), 5);

        assertThat(term.by(method).months()).hasToString(months);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-15, 2026-02-14, 15, 1",
        "2026-01-31, 2026-02-27, 31, 1",
        "2026-01-31, 2026-03-30, 31, 2",
        "2024-01-31, 2024-02-28, 31, 1",
        "2026-02-10, 2026-02-16, 1, 1/4",
        "2026-01-20, 2026-02-09, 1, 615/868",
        "2026-01-01, 2026-12-31, 1, 12",
        "2026-01-02, 2026-01-02, 1, 1/31",
    })
    void months_are_counted_from_billing_day_to_billing_day(LocalDate first, LocalDate last, int day, String months) {
        assertThat(ServiceTerm.monthly(first, last, day).months()).hasToString(months);
    }

    @Test
    void a_price_for_a_year_is_stretched_over_years() {
        ServiceTerm eighteen = ServiceTerm.of(LocalDate.of(2026, 1, 31), 6, BillingPeriod.QUARTER);

        assertThat(eighteen.days()).isEqualTo(DateRange.of(LocalDate.of(2026, 1, 31), LocalDate.of(2027, 7, 31)));
        assertThat(eighteen.periods()).hasToString("6");
        assertThat(new ServiceTerm(eighteen.days(), 31, BillingPeriod.YEAR, Proration.ACTUAL_DAYS).periods())
                .hasToString("3/2");
    }

    @Test
    void a_term_reads_back_from_its_text() {
        ServiceTerm term = ServiceTerm.monthly(LocalDate.of(2025, 3, 28), LocalDate.of(2026, 2, 4), 5);

        assertThat(term).hasToString("2025-03-28/2026-02-05 5 MONTH ACTUAL_DAYS");
        assertThat(ServiceTerm.parse(term.toString())).isEqualTo(term);
        assertThatThrownBy(() -> ServiceTerm.parse("2025-03-28 5")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_no_term_can_be_is_refused_at_once() {
        LocalDate day = LocalDate.of(2026, 1, 1);

        assertThat(Refused.by(() ->
                        new ServiceTerm(DateRange.startingOn(day), 32, BillingPeriod.MONTH, Proration.ACTUAL_DAYS)))
                .containsExactly("billingDay billing-day", "days term-open");
        assertThat(Refused.by(() -> ServiceTerm.monthly(day, day.plusYears(101), 0)))
                .containsExactly("billingDay billing-day", "days term-length");
        assertThat(Refused.by(() -> ServiceTerm.monthly(LocalDate.of(999, 1, 1), day, 1)))
                .containsExactly("days date-range", "days term-length");
    }

    @Test
    void fractions_are_kept_in_lowest_terms() {
        assertThat(Fraction.of(6, -4)).isEqualTo(Fraction.of(-3, 2)).hasToString("-3/2");
        assertThat(Fraction.parse("-3/2").plus(Fraction.parse("3/2"))).isEqualTo(Fraction.ZERO);
        assertThat(Fraction.of(new BigDecimal("1.50"))).hasToString("3/2");
        assertThat(Fraction.of(new BigDecimal("2E+2"))).hasToString("200");
        assertThat(Fraction.of(1, 3)).isLessThan(Fraction.of(34, 100));
        assertThatThrownBy(() -> Fraction.ONE.dividedBy(Fraction.ZERO)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Fraction.of(1, 0)).isInstanceOf(ArithmeticException.class);
    }
}
