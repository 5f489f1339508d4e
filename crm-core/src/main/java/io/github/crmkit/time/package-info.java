/**
 * Days, ranges of days and fiscal periods.
 *
 * <p>A close date, a validity and a period are days ({@link java.time.LocalDate}) in the organisation's zone; an
 * instant only says when something happened. {@link OrganisationZone} goes from one to the other. A
 * {@link DateRange} is half-open: its first day belongs to it, the day it ends before does not.
 *
 * <p>A {@link FiscalCalendar} puts every day into exactly one {@link FiscalPeriod} of each {@link PeriodLevel}; the
 * periods of a level follow each other without a gap, and those of a finer level tile the coarser one.
 *
 * <p>Nothing here asks what time it is: {@link MicrosecondClock} wraps the source that the host hands in.
 */
@NullMarked
package io.github.crmkit.time;

import org.jspecify.annotations.NullMarked;
