package io.github.crmkit.time;

import java.time.LocalDate;

/**
 * A period of a fiscal calendar with its days. Made by {@link FiscalCalendar}, never by hand.
 *
 * @param id its name
 * @param level how long it is; the level of the id
 * @param range its days, both ends given
 */
public record FiscalPeriod(PeriodId id, PeriodLevel level, DateRange range) {

    /** @throws IllegalArgumentException where the level is not that of the id, or an end of the range is open */
    public FiscalPeriod {
        if (id.level() != level || !range.isBounded()) {
            throw new IllegalArgumentException("a period has the level of its id and two ends");
        }
    }

    /** The first day, inclusive. */
    public LocalDate firstDay() {
        return range.firstDay().orElseThrow();
    }

    /** The last day, inclusive. */
    public LocalDate lastDay() {
        return range.lastDay().orElseThrow();
    }

    /** The number of days. */
    public long days() {
        return range.days().orElseThrow();
    }

    /** Whether the day belongs to the period. */
    public boolean contains(LocalDate date) {
        return range.contains(date);
    }
}
