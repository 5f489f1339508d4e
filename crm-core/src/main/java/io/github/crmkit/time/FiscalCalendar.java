package io.github.crmkit.time;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;

/**
 * Divides time into fiscal months, quarters and years. Every day is in exactly one period of each level, periods of a
 * level follow each other without a gap, and the finer ones tile the coarser one.
 *
 * <p>A fiscal year is named by the calendar year in which it ends: the year from April 2025 through March 2026 is
 * FY2026, its quarter from July is FY2026-Q2, and July 2025 is FY2026-M04. Fiscal years 1 to 99999 have names; a day or
 * a neighbour outside of them is refused with {@code fiscal-year-range}.
 */
public sealed interface FiscalCalendar permits CalendarMonths {

    /** Fiscal years that are calendar years. */
    static FiscalCalendar calendarYear() {
        return yearsStartingIn(Month.JANUARY);
    }

    /** Fiscal years of twelve calendar months that start on the first day of this month. */
    static FiscalCalendar yearsStartingIn(Month first) {
        return new CalendarMonths(first);
    }

    /**
     * The period of this level that the day is in.
     *
     * @throws io.github.crmkit.kernel.RuleViolationsException {@code fiscal-year-range}
     */
    FiscalPeriod periodOf(LocalDate date, PeriodLevel level);

    /** The period with this name. */
    FiscalPeriod period(PeriodId id);

    /**
     * The period of the same level that begins where this one ends.
     *
     * @throws io.github.crmkit.kernel.RuleViolationsException {@code fiscal-year-range} after the last one
     * @throws IllegalArgumentException where the period belongs to another calendar
     */
    default FiscalPeriod next(FiscalPeriod period) {
        return period(idWithin(period).plus(1));
    }

    /**
     * The period of the same level that ends where this one begins.
     *
     * @throws io.github.crmkit.kernel.RuleViolationsException {@code fiscal-year-range} before the first one
     * @throws IllegalArgumentException where the period belongs to another calendar
     */
    default FiscalPeriod previous(FiscalPeriod period) {
        return period(idWithin(period).plus(-1));
    }

    /**
     * The periods of the next finer level that make up this one, in order; none for a month.
     *
     * @throws IllegalArgumentException where the period belongs to another calendar
     */
    default List<FiscalPeriod> children(FiscalPeriod period) {
        PeriodId parent = idWithin(period);
        return parent.level().finer().stream()
                .flatMap(finer -> parent.parts(finer))
                .map(this::period)
                .toList();
    }

    /** The id of a period of this calendar; one of another calendar is an error of the program. */
    private PeriodId idWithin(FiscalPeriod period) {
        if (!period(period.id()).equals(period)) {
            throw new IllegalArgumentException("the period belongs to another calendar");
        }
        return period.id();
    }
}
