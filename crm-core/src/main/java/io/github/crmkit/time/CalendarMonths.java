package io.github.crmkit.time;

import java.time.LocalDate;
import java.time.Month;

/**
 * A fiscal calendar of whole calendar months.
 *
 * @param first the month that fiscal years start in
 */
record CalendarMonths(Month first) implements FiscalCalendar {

    private static final int MONTHS = PeriodLevel.MONTH.perYear();

    @Override
    public FiscalPeriod periodOf(LocalDate date, PeriodLevel level) {
        int month = Math.floorMod(date.getMonthValue() - first.getValue(), MONTHS);
        boolean endsNextYear = first != Month.JANUARY && date.getMonthValue() >= first.getValue();
        int year = date.getYear() + (endsNextYear ? 1 : 0);
        return period(new PeriodId(year, level, month / monthsEach(level) + 1));
    }

    @Override
    public FiscalPeriod period(PeriodId id) {
        int monthsEach = monthsEach(id.level());
        LocalDate start = yearStart(id.fiscalYear()).plusMonths((long) monthsEach * (id.number() - 1));
        return new FiscalPeriod(id, id.level(), DateRange.of(start, start.plusMonths(monthsEach)));
    }

    /** Always the first of a month, so adding months never meets a 31st. */
    private LocalDate yearStart(int fiscalYear) {
        return LocalDate.of(first == Month.JANUARY ? fiscalYear : fiscalYear - 1, first, 1);
    }

    private static int monthsEach(PeriodLevel level) {
        return MONTHS / level.perYear();
    }
}
