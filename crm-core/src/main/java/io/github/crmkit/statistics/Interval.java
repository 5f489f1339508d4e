package io.github.crmkit.statistics;

/**
 * Where a rate lies, as far as a sample can tell.
 *
 * @param low the lower end, inclusive, 0 to 1
 * @param high the upper end, inclusive, 0 to 1, not below the lower one
 */
public record Interval(double low, double high) {

    /** What is known from no sample at all: 0 to 1. */
    public static final Interval ANYWHERE = new Interval(0, 1);

    /** @throws IllegalArgumentException unless 0 ≤ low ≤ high ≤ 1 */
    public Interval {
        if (!(0 <= low && low <= high && high <= 1)) {
            throw new IllegalArgumentException("an interval of rates runs upwards within 0 and 1");
        }
    }

    /** Whether the rate lies in it, ends included. */
    public boolean contains(double rate) {
        return low <= rate && rate <= high;
    }

    /** How much it leaves open: 0 to 1. */
    public double width() {
        return high - low;
    }
}
