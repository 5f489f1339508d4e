package io.github.crmkit.deal;

import io.github.crmkit.time.FiscalCalendar;
import io.github.crmkit.time.PeriodLevel;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How often the day on which a deal is expected to be decided was moved later. A first day, a day taken away, one that
 * stays and an earlier one are no slips, and take none back.
 *
 * @param inPeriod how often it stayed within its fiscal quarter
 * @param across how often it went into a later fiscal quarter
 */
public record Slips(int inPeriod, int across) {

    /** Never moved later. */
    public static final Slips NONE = new Slips(0, 0);

    /** @throws IllegalArgumentException for fewer than none */
    public Slips {
        if (inPeriod < 0 || across < 0) {
            throw new IllegalArgumentException("slips are counted from 0");
        }
    }

    /** The count after the day went from one to another. */
    public Slips moving(@Nullable LocalDate from, @Nullable LocalDate to, FiscalCalendar calendar) {
        if (from == null || to == null || !to.isAfter(from)) {
            return this;
        }
        boolean same = calendar.periodOf(from, PeriodLevel.QUARTER).equals(calendar.periodOf(to, PeriodLevel.QUARTER));
        return same ? new Slips(inPeriod + 1, across) : new Slips(inPeriod, across + 1);
    }

    /** How often at all. */
    public int total() {
        return inPeriod + across;
    }
}
