package io.github.crmkit.time;

import io.github.crmkit.kernel.Violations;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Consecutive days, half-open: {@code from} belongs to the range, {@code until} is the first day after it. Either end may
 * be open. A range holds at least one day.
 *
 * @param from the first day, inclusive; absent for a range without a beginning
 * @param until the day it ends before, exclusive; absent for a range without an end
 */
public record DateRange(@Nullable LocalDate from, @Nullable LocalDate until) {

    private static final DateRange ALWAYS = new DateRange(null, null);

    /** @throws io.github.crmkit.kernel.RuleViolationsException {@code date-range-empty} unless from is before until */
    public DateRange {
        if (from != null && until != null && !from.isBefore(until)) {
            new Violations()
                    .add("until", "date-range-empty", "must be after the first day")
                    .throwIfAny("date range");
        }
    }

    /** From the first day, inclusive, until a day, exclusive; refused as by the constructor. */
    public static DateRange of(LocalDate from, LocalDate until) {
        return new DateRange(from, until);
    }

    /** From the first day through the last one, both inclusive. */
    public static DateRange ofDays(LocalDate firstDay, LocalDate lastDay) {
        return new DateRange(firstDay, dayAfter(lastDay));
    }

    /** One day. */
    public static DateRange ofDay(LocalDate day) {
        return ofDays(day, day);
    }

    /** What "valid until the 31st" means: without a beginning, through the end of that day. */
    public static DateRange validThrough(LocalDate lastDay) {
        return new DateRange(null, dayAfter(lastDay));
    }

    /** From this day on, without an end. */
    public static DateRange startingOn(LocalDate firstDay) {
        return new DateRange(firstDay, null);
    }

    /** All days. */
    public static DateRange always() {
        return ALWAYS;
    }

    /** The first day, inclusive; absent where there is no beginning. */
    public Optional<LocalDate> firstDay() {
        return Optional.ofNullable(from);
    }

    /** The last day, inclusive; absent where there is no end. */
    public Optional<LocalDate> lastDay() {
        return Optional.ofNullable(until).map(end -> end.minusDays(1));
    }

    /** The number of days; absent where an end is open. */
    public OptionalLong days() {
        return from == null || until == null
                ? OptionalLong.empty()
                : OptionalLong.of(ChronoUnit.DAYS.between(from, until));
    }

    /** Whether both ends are given. */
    public boolean isBounded() {
        return from != null && until != null;
    }

    /** Whether the day belongs to the range. */
    public boolean contains(LocalDate date) {
        return !startsAfter(date) && !endsBefore(date);
    }

    /** Whether every day of the other range belongs to this one. */
    public boolean encloses(DateRange other) {
        boolean startsInTime = from == null || (other.from != null && !other.from.isBefore(from));
        boolean endsInTime = until == null || (other.until != null && !other.until.isAfter(until));
        return startsInTime && endsInTime;
    }

    /** Whether some day belongs to both. */
    public boolean overlaps(DateRange other) {
        return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
    }

    /** The days that belong to both; absent where there is none. */
    public Optional<DateRange> intersection(DateRange other) {
        if (!overlaps(other)) {
            return Optional.empty();
        }
        LocalDate latestStart = from == null || (other.from != null && other.from.isAfter(from)) ? other.from : from;
        LocalDate earliestEnd =
                until == null || (other.until != null && other.until.isBefore(until)) ? other.until : until;
        return Optional.of(new DateRange(latestStart, earliestEnd));
    }

    /** Whether one ends exactly where the other begins: no day between them and none in both. */
    public boolean abuts(DateRange other) {
        return (until != null && until.equals(other.from)) || (from != null && from.equals(other.until));
    }

    /** Whether the range is still ahead on this day. */
    public boolean startsAfter(LocalDate date) {
        return from != null && from.isAfter(date);
    }

    /** Whether the range is over on this day: its last day is earlier. */
    public boolean endsBefore(LocalDate date) {
        return until != null && !until.isAfter(date);
    }

    /** Notes {@code out-of-range} unless both ends, where given, lie in the years 1000 to 9999, which every store keeps. */
    public void checkKept(Violations problems, String path) {
        problems.require(isKept(from) && isKept(until), path, "out-of-range", "must lie in the years 1000 to 9999");
    }

    private static boolean isKept(@Nullable LocalDate day) {
        return day == null || (day.getYear() >= 1000 && day.getYear() <= 9999);
    }

    private boolean startsBeforeEndOf(DateRange other) {
        return from == null || other.until == null || from.isBefore(other.until);
    }

    /** Nothing comes after the last day of the calendar, so a range through it has no end. */
    private static @Nullable LocalDate dayAfter(LocalDate day) {
        return day.equals(LocalDate.MAX) ? null : day.plusDays(1);
    }

    /** Both ends around a slash, the second exclusive, two dots for an open end: {@code 2026-01-01/2026-04-01}. */
    @Override
    public String toString() {
        return (from == null ? ".." : from) + "/" + (until == null ? ".." : until);
    }
}
