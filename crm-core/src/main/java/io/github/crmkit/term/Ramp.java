package io.github.crmkit.term;

import io.github.crmkit.kernel.Violations;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.time.DateRange;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/**
 * What is sold over a time in steps, for example 100 seats in the first year and 150 in the second: segments in order, each
 * beginning on the day on which the one before it ends, all in one currency.
 *
 * @param segments 1 to {@value #MAX_SEGMENTS}
 */
public record Ramp(List<Segment> segments) {

    /** The most segments. */
    public static final int MAX_SEGMENTS = 120;

    /**
     * @throws io.github.crmkit.kernel.RuleViolationsException {@code size}; {@code ramp-gap} at {@code segments[i]} for one
     *     that does not begin where the one before it ends; {@code currency-mismatch}; {@code term-open} for one without both
     *     ends
     */
    public Ramp {
        segments = List.copyOf(segments);
        Violations problems = new Violations();
        problems.require(
                !segments.isEmpty() && segments.size() <= MAX_SEGMENTS,
                "segments",
                "size",
                "must be 1 to " + MAX_SEGMENTS + " segments");
        for (int i = 0; i < segments.size(); i++) {
            checkOne(segments, i, problems);
        }
        problems.throwIfAny("ramp");
    }

    /** The same quantity at the same price from the first day to the last. */
    public static Ramp flat(DateRange days, Quantity quantity, UnitPrice price) {
        return new Ramp(List.of(new Segment(days, quantity, price)));
    }

    private static void checkOne(List<Segment> segments, int i, Violations problems) {
        Segment one = segments.get(i);
        String place = "segments[" + i + "]";
        problems.require(one.days().isBounded(), place + ".days", "term-open", "must have a first and a last day");
        if (i > 0) {
            LocalDate end = segments.get(i - 1).days().until();
            problems.require(
                    end != null && end.equals(one.days().from()),
                    place + ".days",
                    "ramp-gap",
                    "must begin where the segment before it ends");
            problems.require(
                    one.price().currency().equals(segments.get(0).price().currency()),
                    place + ".price",
                    "currency-mismatch",
                    "must be in the currency of the other segments");
        }
    }

    /** From the first day of the first segment to the last of the last. */
    public DateRange days() {
        return new DateRange(
                segments.get(0).days().from(),
                segments.get(segments.size() - 1).days().until());
    }

    /** The currency of all its prices. */
    public CurrencyUnit currency() {
        return segments.get(0).price().currency();
    }

    /** The segment that a day is in; absent before the first and after the last. */
    public Optional<Segment> on(LocalDate day) {
        return segments.stream().filter(one -> one.days().contains(day)).findFirst();
    }
}
