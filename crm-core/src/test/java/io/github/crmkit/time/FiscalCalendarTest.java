package io.github.crmkit.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.kernel.RuleViolationsException;
import java.time.LocalDate;
import java.time.Month;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiscalCalendarTest {

    private static final FiscalCalendar PLAIN = FiscalCalendar.calendarYear();
    private static final FiscalCalendar FROM_APRIL = FiscalCalendar.yearsStartingIn(Month.APRIL);

    @ParameterizedTest
    @CsvSource({
        "JANUARY, 2026-01-01, FY2026-M01, FY2026-Q1, FY2026",
        "JANUARY, 2026-12-31, FY2026-M12, FY2026-Q4, FY2026",
        "JANUARY, 2024-02-29, FY2024-M02, FY2024-Q1, FY2024",
        "APRIL,   2025-04-01, FY2026-M01, FY2026-Q1, FY2026",
        "APRIL,   2025-07-15, FY2026-M04, FY2026-Q2, FY2026",
        "APRIL,   2026-03-31, FY2026-M12, FY2026-Q4, FY2026",
        "APRIL,   2026-04-01, FY2027-M01, FY2027-Q1, FY2027",
        "OCTOBER, 2026-09-30, FY2026-M12, FY2026-Q4, FY2026",
        "OCTOBER, 2026-10-01, FY2027-M01, FY2027-Q1, FY2027",
        "DECEMBER, 2026-12-01, FY2027-M01, FY2027-Q1, FY2027",
        "DECEMBER, 2026-11-30, FY2026-M12, FY2026-Q4, FY2026"
    })
    void a_year_is_named_by_the_one_it_ends_in(Month first, LocalDate day, String month, String quarter, String year) {
        FiscalCalendar calendar = FiscalCalendar.yearsStartingIn(first);
        assertThat(calendar.periodOf(day, PeriodLevel.MONTH).id()).hasToString(month);
        assertThat(calendar.periodOf(day, PeriodLevel.QUARTER).id()).hasToString(quarter);
        assertThat(calendar.periodOf(day, PeriodLevel.YEAR).id()).hasToString(year);
    }

    @Test
    void a_period_knows_its_days() {
        FiscalPeriod quarter = FROM_APRIL.period(PeriodId.parse("FY2026-Q4"));
        assertThat(quarter.firstDay()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(quarter.lastDay()).isEqualTo(LocalDate.of(2026, 3, 31));
        assertThat(quarter.days()).isEqualTo(90);
        assertThat(quarter.contains(LocalDate.of(2026, 3, 31))).isTrue();
        assertThat(quarter.contains(LocalDate.of(2026, 4, 1))).isFalse();
    }

    @Test
    void a_year_has_four_quarters_a_quarter_three_months_and_a_month_no_parts() {
        FiscalPeriod year = PLAIN.period(PeriodId.year(2026));
        assertThat(PLAIN.children(year))
                .extracting(period -> period.id().text())
                .containsExactly("FY2026-Q1", "FY2026-Q2", "FY2026-Q3", "FY2026-Q4");
        FiscalPeriod second = PLAIN.children(year).get(1);
        assertThat(PLAIN.children(second))
                .extracting(period -> period.id().text())
                .containsExactly("FY2026-M04", "FY2026-M05", "FY2026-M06");
        assertThat(PLAIN.children(PLAIN.children(second).get(0))).isEmpty();
    }

    @Test
    void neighbours_cross_the_year() {
        FiscalPeriod last = PLAIN.period(PeriodId.quarter(2026, 4));
        assertThat(PLAIN.next(last).id()).isEqualTo(PeriodId.quarter(2027, 1));
        assertThat(PLAIN.previous(PLAIN.period(PeriodId.month(2026, 1))).id()).isEqualTo(PeriodId.month(2025, 12));
    }

    @Test
    void a_period_of_another_calendar_is_an_error_of_the_program() {
        FiscalPeriod foreign = FROM_APRIL.period(PeriodId.year(2026));
        assertThatThrownBy(() -> PLAIN.next(foreign)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PLAIN.children(foreign)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_period_is_bounded_and_has_the_level_of_its_id() {
        assertThatThrownBy(() -> new FiscalPeriod(PeriodId.year(2026), PeriodLevel.YEAR, DateRange.always()))
                .isInstanceOf(IllegalArgumentException.class);
        DateRange day = DateRange.ofDay(LocalDate.of(2026, 1, 1));
        assertThatThrownBy(() -> new FiscalPeriod(PeriodId.year(2026), PeriodLevel.MONTH, day))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void days_far_off_have_a_period_or_a_refusal() {
        assertThat(FROM_APRIL
                        .periodOf(LocalDate.of(9999, 12, 31), PeriodLevel.YEAR)
                        .id())
                .hasToString("FY10000");
        assertThat(PLAIN.periodOf(LocalDate.of(1, 1, 1), PeriodLevel.MONTH).id())
                .hasToString("FY0001-M01");
        assertOutOfRange(() -> PLAIN.periodOf(LocalDate.of(0, 12, 31), PeriodLevel.YEAR));
        assertOutOfRange(() -> PLAIN.periodOf(LocalDate.MAX, PeriodLevel.YEAR));
        assertOutOfRange(() -> PLAIN.periodOf(LocalDate.MIN, PeriodLevel.MONTH));
        assertOutOfRange(() -> PLAIN.previous(PLAIN.period(PeriodId.quarter(1, 1))));
        assertOutOfRange(() -> PLAIN.next(PLAIN.period(PeriodId.year(PeriodId.MAX_YEAR))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"FY2026", "FY2026-Q4", "FY2026-M12", "FY0001-M01", "FY10000-Q1"})
    void a_period_id_reads_what_it_writes(String text) {
        assertThat(PeriodId.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "2026", "FY26", "FY2026-Q5", "FY2026-M1", "FY2026-q1", "FY02026", "FY2026-Q1 ", "FY٢٠٢٦"})
    void text_that_is_no_period_id_is_refused(String text) {
        assertThatThrownBy(() -> PeriodId.parse(text))
                .isInstanceOf(RuleViolationsException.class)
                .hasMessageContaining("period-format");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FY2026-M13", "FY2026-M00"})
    void a_month_that_no_year_has_is_refused(String text) {
        assertThatThrownBy(() -> PeriodId.parse(text))
                .isInstanceOf(RuleViolationsException.class)
                .hasMessageContaining("period-number-range");
    }

    @Test
    void ids_sort_by_year_and_the_coarser_first() {
        assertThat(PeriodId.year(2026)).isLessThan(PeriodId.quarter(2026, 1));
        assertThat(PeriodId.quarter(2026, 4)).isLessThan(PeriodId.month(2026, 1));
        assertThat(PeriodId.month(2026, 12)).isLessThan(PeriodId.year(2027));
    }

    private static void assertOutOfRange(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(RuleViolationsException.class).hasMessageContaining("fiscal-year-range");
    }
}
