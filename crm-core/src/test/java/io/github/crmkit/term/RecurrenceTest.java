package io.github.crmkit.term;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.kernel.Refused;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.time.DateRange;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class RecurrenceTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate SECOND = LocalDate.of(2027, 1, 1);
    private static final LocalDate END = LocalDate.of(2028, 1, 1);
    private static final UnitPrice TEN = UnitPrice.parse("USD 10.00");

    @Test
    void a_ramp_is_a_step_function_of_the_day() {
        Ramp ramp = new Ramp(List.of(
                new Segment(DateRange.of(FIRST, SECOND), Quantity.of(100), TEN),
                new Segment(DateRange.of(SECOND, END), Quantity.of(150), UnitPrice.parse("USD 9.00"))));
        Recurrence line =
                new Recurrence(ramp, 1, BillingPeriod.MONTH, Proration.ACTUAL_DAYS, Money.parse("USD 500.00"));

        assertThat(line.mrr(SECOND.minusDays(1))).isEqualTo(Money.parse("USD 1000.00"));
        assertThat(line.mrr(SECOND)).isEqualTo(Money.parse("USD 1350.00"));
        assertThat(line.arr(SECOND)).isEqualTo(Money.parse("USD 16200.00"));
        assertThat(line.mrr(END)).isEqualTo(Money.parse("USD 0.00"));
        assertThat(line.amounts()).containsExactly(Money.parse("USD 12000.00"), Money.parse("USD 16200.00"));
        assertThat(line.recurring()).isEqualTo(Money.parse("USD 28200.00"));
        assertThat(line.tcv()).isEqualTo(Money.parse("USD 28700.00"));
        assertThat(line.acv()).isEqualTo(Money.parse("USD 14100.00"));
    }

    @Test
    void twelve_exact_months_are_a_year_not_twelve_rounded_ones() {
        Recurrence yearly = Recurrence.of(
                ServiceTerm.of(FIRST, 1, BillingPeriod.YEAR), Quantity.ONE, UnitPrice.parse("USD 100.00"));

        assertThat(yearly.mrr(FIRST)).isEqualTo(Money.parse("USD 8.33"));
        assertThat(yearly.arr(FIRST)).isEqualTo(Money.parse("USD 100.00"));
        assertThat(yearly.tcv()).isEqualTo(yearly.acv()).isEqualTo(Money.parse("USD 100.00"));
    }

    @Test
    void the_golden_term_is_worth_923_23_and_1080_a_year() {
        ServiceTerm term = ServiceTerm.monthly(LocalDate.of(2025, 3, 28), LocalDate.of(2026, 2, 4), 5);
        Recurrence line =
                Recurrence.of(term, Quantity.ONE, UnitPrice.parse("USD 90.00")).oneOff(Money.parse("USD 10.00"));

        assertThat(line.recurring()).isEqualTo(Money.parse("USD 923.23"));
        assertThat(line.tcv()).isEqualTo(Money.parse("USD 933.23"));
        assertThat(line.acv()).isEqualTo(Money.parse("USD 1080.00"));
    }

    @Test
    void a_term_of_which_nothing_counts_brings_nothing_a_year() {
        ServiceTerm days = ServiceTerm.monthly(FIRST, FIRST.plusDays(3), 1).by(Proration.WHOLE_MONTHS);

        assertThat(Recurrence.of(days, Quantity.ONE, TEN).acv()).isEqualTo(Money.parse("USD 0.00"));
    }

    @Test
    void a_ramp_has_no_gap_and_one_currency() {
        assertThat(Refused.by(() -> new Ramp(List.of()))).containsExactly("segments size");
        assertThat(Refused.by(() -> new Ramp(List.of(
                        new Segment(DateRange.of(FIRST, SECOND), Quantity.ONE, TEN),
                        new Segment(
                                DateRange.startingOn(SECOND.plusDays(1)), Quantity.ONE, UnitPrice.parse("EUR 1.00"))))))
                .containsExactly(
                        "segments[1].days term-open",
                        "segments[1].days ramp-gap",
                        "segments[1].price currency-mismatch");
        assertThat(Refused.by(() -> new Segment(DateRange.of(FIRST, END), Quantity.of(-1), TEN)))
                .containsExactly("quantity negative");
        Ramp ramp = Ramp.flat(DateRange.of(FIRST, END), Quantity.ONE, TEN);
        assertThat(Refused.by(() ->
                        new Recurrence(ramp, 0, BillingPeriod.MONTH, Proration.ACTUAL_DAYS, Money.parse("EUR 1.00"))))
                .containsExactly("billingDay billing-day", "oneOff currency-mismatch");
    }
}
