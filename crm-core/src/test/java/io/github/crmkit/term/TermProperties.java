package io.github.crmkit.term;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.time.DateRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

class TermProperties {

    private static final LocalDate FIRST = LocalDate.of(2023, 12, 20);

    @Property(tries = 5_000)
    void by_actual_days_the_parts_of_a_term_add_up_wherever_it_is_cut(
            @ForAll @IntRange(max = 800) int start,
            @ForAll @IntRange(min = 1, max = 900) int before,
            @ForAll @IntRange(min = 1, max = 900) int behind,
            @ForAll @IntRange(min = 1, max = 31) int billingDay) {
        LocalDate from = FIRST.plusDays(start);
        LocalDate cut = from.plusDays(before);
        LocalDate until = cut.plusDays(behind);

        Fraction parts = term(from, cut, billingDay)
                .months()
                .plus(term(cut, until, billingDay).months());

        assertThat(parts).isEqualTo(term(from, until, billingDay).months());
    }

    @Property(tries = 5_000)
    void a_longer_term_never_has_fewer_months_by_any_method(
            @ForAll @IntRange(max = 800) int start,
            @ForAll @IntRange(min = 1, max = 900) int length,
            @ForAll @IntRange(min = 1, max = 31) int billingDay,
            @ForAll Proration method) {
        LocalDate from = FIRST.plusDays(start);
        ServiceTerm term = term(from, from.plusDays(length), billingDay).by(method);
        ServiceTerm longer = term(from, from.plusDays(length + 1L), billingDay).by(method);

        assertThat(longer.months()).isGreaterThanOrEqualTo(term.months());
    }

    @Property(tries = 5_000)
    void whole_periods_from_any_day_are_that_many_by_every_method(
            @ForAll @IntRange(max = 800) int start,
            @ForAll @IntRange(min = 1, max = 60) int periods,
            @ForAll BillingPeriod every,
            @ForAll Proration method) {
        ServiceTerm term = ServiceTerm.of(FIRST.plusDays(start), periods, every).by(method);

        assertThat(term.periods()).isEqualTo(Fraction.of(periods, 1));
        assertThat(ServiceTerm.parse(term.toString())).isEqualTo(term);
    }

    @Property(tries = 2_000)
    void a_ramp_of_equal_segments_is_worth_what_one_term_is(
            @ForAll List<@IntRange(min = 1, max = 400) Integer> lengths,
            @ForAll @IntRange(min = 1, max = 1_000) int quantity,
            @ForAll @IntRange(max = 1_000_000) int micros) {
        UnitPrice price = UnitPrice.of(CurrencyUnit.USD, BigDecimal.valueOf(micros, 6));
        List<Segment> segments = new ArrayList<>();
        LocalDate from = FIRST;
        for (int length : lengths.subList(0, Math.min(lengths.size(), 20))) {
            segments.add(new Segment(DateRange.of(from, from.plusDays(length)), Quantity.of(quantity), price));
            from = from.plusDays(length);
        }
        if (!segments.isEmpty()) {
            Money none = Money.zero(CurrencyUnit.USD);
            Recurrence ramp = new Recurrence(new Ramp(segments), 7, BillingPeriod.QUARTER, Proration.ACTUAL_DAYS, none);
            ServiceTerm whole =
                    new ServiceTerm(DateRange.of(FIRST, from), 7, BillingPeriod.QUARTER, Proration.ACTUAL_DAYS);
            Recurrence flat = Recurrence.of(whole, Quantity.of(quantity), price);

            assertThat(ramp.tcv()).isEqualTo(flat.tcv());
            assertThat(ramp.acv()).isEqualTo(flat.acv()).isEqualTo(flat.arr(FIRST));
        }
    }

    private static ServiceTerm term(LocalDate from, LocalDate until, int billingDay) {
        return new ServiceTerm(DateRange.of(from, until), billingDay, BillingPeriod.MONTH, Proration.ACTUAL_DAYS);
    }
}
