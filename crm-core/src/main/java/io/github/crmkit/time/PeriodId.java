package io.github.crmkit.time;

import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.Violations;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The name of a fiscal period: {@code FY2026}, {@code FY2026-Q2}, {@code FY2026-M05}. It gets its days from a
 * {@link FiscalCalendar}; quotas and forecasts are bound to it.
 *
 * <p>The year is the one in which the fiscal year ends. M05 is the fifth month of the fiscal year, which is May only
 * where the year starts in January.
 *
 * @param fiscalYear 1 to 99999
 * @param level which level it is on
 * @param number its place within the year, from 1; 1 for the year itself
 */
public record PeriodId(int fiscalYear, PeriodLevel level, int number) implements Comparable<PeriodId> {

    /** The latest fiscal year that has a name. */
    public static final int MAX_YEAR = 99_999;

    private static final Pattern TEXT = Pattern.compile("FY([0-9]{4,5})(?:-(?:Q([1-4])|M([0-9]{2})))?");
    private static final Comparator<PeriodId> ORDER = Comparator.comparingInt(PeriodId::fiscalYear)
            .thenComparing(PeriodId::level, Comparator.reverseOrder())
            .thenComparingInt(PeriodId::number);

    /**
     * @throws RuleViolationsException {@code fiscal-year-range}, {@code period-number-range}
     */
    public PeriodId {
        Violations problems = new Violations();
        problems.require(
                fiscalYear >= 1 && fiscalYear <= MAX_YEAR,
                "fiscalYear",
                "fiscal-year-range",
                "must be from 1 to " + MAX_YEAR);
        problems.require(
                number >= 1 && number <= level.perYear(),
                "number",
                "period-number-range",
                "must be from 1 to " + level.perYear());
        problems.throwIfAny("fiscal period");
    }

    /** The fiscal year that ends in this year. */
    public static PeriodId year(int fiscalYear) {
        return new PeriodId(fiscalYear, PeriodLevel.YEAR, 1);
    }

    /** A quarter, 1 to 4, of a fiscal year. */
    public static PeriodId quarter(int fiscalYear, int number) {
        return new PeriodId(fiscalYear, PeriodLevel.QUARTER, number);
    }

    /** A month, 1 to 12, counted from the start of a fiscal year. */
    public static PeriodId month(int fiscalYear, int number) {
        return new PeriodId(fiscalYear, PeriodLevel.MONTH, number);
    }

    /**
     * Reads what {@link #text()} writes.
     *
     * @throws RuleViolationsException {@code period-format} for anything else
     */
    public static PeriodId parse(String text) {
        Matcher match = TEXT.matcher(text);
        if (match.matches()) {
            PeriodId id = read(match);
            if (id.text().equals(text)) {
                return id;
            }
        }
        throw new RuleViolationsException(
                "fiscal period",
                new Violations()
                        .add("", "period-format", "must look like FY2026, FY2026-Q2 or FY2026-M05")
                        .list());
    }

    private static PeriodId read(Matcher match) {
        int year = Integer.parseInt(match.group(1));
        if (match.group(2) != null) {
            return quarter(year, Integer.parseInt(match.group(2)));
        }
        return match.group(3) != null ? month(year, Integer.parseInt(match.group(3))) : year(year);
    }

    /** The stable name, for example {@code FY2026-Q2}; what is stored. */
    public String text() {
        String year = "FY" + pad(fiscalYear, 4);
        return switch (level) {
            case YEAR -> year;
            case QUARTER -> year + "-Q" + number;
            case MONTH -> year + "-M" + pad(number, 2);
        };
    }

    /** So many periods of the same level later. */
    PeriodId plus(int periods) {
        int ordinal = fiscalYear * level.perYear() + number - 1 + periods;
        return new PeriodId(
                Math.floorDiv(ordinal, level.perYear()), level, Math.floorMod(ordinal, level.perYear()) + 1);
    }

    /** The periods of a finer level within this one, in order. */
    Stream<PeriodId> parts(PeriodLevel finer) {
        int each = finer.perYear() / level.perYear();
        return IntStream.rangeClosed(1, each).mapToObj(i -> new PeriodId(fiscalYear, finer, (number - 1) * each + i));
    }

    /** By year; within a year the year itself, then its quarters, then its months. */
    @Override
    public int compareTo(PeriodId other) {
        return ORDER.compare(this, other);
    }

    private static String pad(int number, int width) {
        String digits = Integer.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }

    /** As {@link #text()}. */
    @Override
    public String toString() {
        return text();
    }
}
