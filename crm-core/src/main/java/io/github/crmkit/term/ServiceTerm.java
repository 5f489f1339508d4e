package io.github.crmkit.term;

import io.github.crmkit.kernel.Violations;
import io.github.crmkit.time.DateRange;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * The days for which something is sold, and how a price for one period is stretched over them.
 *
 * <p>Billing months go from one billing day to the next; in a month without that day they begin on its last. The schedule
 * hangs on the day of the month and never drifts: from the 31st of January a month ends before the last day of February,
 * the next one before the 31st of March.
 *
 * @param days from the first, inclusive, until the day after the last; both given, at most {@value #MAX_YEARS} years
 * @param billingDay the day of the month on which a billing month begins, 1 to 31
 * @param every what the price is for
 * @param method how partial months count
 */
public record ServiceTerm(DateRange days, int billingDay, BillingPeriod every, Proration method) {

    /** The longest term, in years, inclusive. */
    public static final int MAX_YEARS = 100;

    private static final int MAX_DAY = 31;

    /**
     * @throws io.github.crmkit.kernel.RuleViolationsException {@code term-open} where an end is not given, {@code date-range}
     *     beyond the years 1000 to 9999, {@code term-length}, {@code billing-day}
     */
    public ServiceTerm {
        Violations problems = new Violations();
        check(days, billingDay, "", problems);
        problems.throwIfAny("service term");
    }

    /** So many whole periods from a day on, billed on that day of the month. */
    public static ServiceTerm of(LocalDate first, int periods, BillingPeriod every) {
        LocalDate until =
                boundary(YearMonth.from(first).plusMonths((long) periods * every.months()), first.getDayOfMonth());
        return new ServiceTerm(DateRange.of(first, until), first.getDayOfMonth(), every, Proration.ACTUAL_DAYS);
    }

    /** From a first day through a last one, both inclusive, priced by the month; partial months count by actual days. */
    public static ServiceTerm monthly(LocalDate first, LocalDate last, int billingDay) {
        return new ServiceTerm(DateRange.ofDays(first, last), billingDay, BillingPeriod.MONTH, Proration.ACTUAL_DAYS);
    }

    /** Notes what no term can have, as the constructor refuses it. */
    static void check(DateRange days, int billingDay, String path, Violations problems) {
        String place = path.isEmpty() ? "" : path + ".";
        problems.require(
                billingDay >= 1 && billingDay <= MAX_DAY,
                place + "billingDay",
                "billing-day",
                "must be a day of the month, 1 to 31");
        LocalDate from = days.from();
        LocalDate until = days.until();
        if (from == null || until == null) {
            problems.add(place + "days", "term-open", "must have a first and a last day");
            return;
        }
        problems.require(
                from.getYear() >= 1000 && until.getYear() <= 9999,
                place + "days",
                "date-range",
                "must lie in the years 1000 to 9999");
        problems.require(
                !from.plusYears(MAX_YEARS).isBefore(until),
                place + "days",
                "term-length",
                "must be at most " + MAX_YEARS + " years");
    }

    /** With partial months counted in this way. */
    public ServiceTerm by(Proration other) {
        return new ServiceTerm(days, billingDay, every, other);
    }

    /** Over these days instead, billed and counted in the same way. */
    public ServiceTerm over(DateRange others) {
        return new ServiceTerm(others, billingDay, every, method);
    }

    /**
     * How many months it has, exactly: the whole billing months, and the parts before and behind them as the method counts
     * them. 28 March 2025 through 4 February 2026, billed on the 5th, by actual days: 10 + 8/31.
     */
    public Fraction months() {
        LocalDate from = first();
        LocalDate until = end();
        YearMonth start = billingMonth(from);
        YearMonth end = billingMonth(until);
        if (start.equals(end)) {
            return part(start, from, until);
        }
        boolean begins = from.equals(boundary(start));
        YearMonth firstWhole = begins ? start : start.plusMonths(1);
        Fraction whole = Fraction.of(ChronoUnit.MONTHS.between(firstWhole, end), 1);
        Fraction before = begins ? Fraction.ZERO : part(start, from, boundary(firstWhole));
        Fraction behind = until.equals(boundary(end)) ? Fraction.ZERO : part(end, boundary(end), until);
        return before.plus(whole).plus(behind);
    }

    /** How many of the periods that the price is for: what a price for one is multiplied with. */
    public Fraction periods() {
        return months().dividedBy(Fraction.of(every.months(), 1));
    }

    private Fraction part(YearMonth month, LocalDate from, LocalDate until) {
        long length = ChronoUnit.DAYS.between(boundary(month), boundary(month.plusMonths(1)));
        return method.part(ChronoUnit.DAYS.between(from, until), length);
    }

    /** The billing month that a day is in, named by the month in which it begins. */
    private YearMonth billingMonth(LocalDate day) {
        YearMonth same = YearMonth.from(day);
        return boundary(same).isAfter(day) ? same.minusMonths(1) : same;
    }

    private LocalDate boundary(YearMonth month) {
        return boundary(month, billingDay);
    }

    private static LocalDate boundary(YearMonth month, int day) {
        return month.atDay(Math.min(day, month.lengthOfMonth()));
    }

    private LocalDate first() {
        return days.firstDay().orElseThrow();
    }

    private LocalDate end() {
        return days.lastDay().orElseThrow().plusDays(1);
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static ServiceTerm parse(String text) {
        String[] parts = text.split(" ", -1);
        String[] ends = parts[0].split("/", -1);
        if (parts.length != 4 || ends.length != 2) {
            throw new IllegalArgumentException("not a service term");
        }
        return new ServiceTerm(
                DateRange.of(LocalDate.parse(ends[0]), LocalDate.parse(ends[1])),
                Integer.parseInt(parts[1]),
                BillingPeriod.valueOf(parts[2]),
                Proration.valueOf(parts[3]));
    }

    /** Days, billing day, period and method, for example {@code 2025-03-28/2026-02-05 5 MONTH ACTUAL_DAYS}. */
    @Override
    public String toString() {
        return days + " " + billingDay + " " + every + " " + method;
    }
}
