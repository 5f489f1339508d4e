package io.github.crmkit.statistics;

import java.util.OptionalDouble;

/**
 * So many out of so many: 8 of 20. Counted exactly; the rate comes from it and is never stored in its place.
 *
 * @param successes how often it happened, 0 to {@code trials}
 * @param trials how often it could have
 */
public record Proportion(long successes, long trials) {

    /** Of nothing. */
    public static final Proportion NONE = new Proportion(0, 0);

    /** The quantile of the standard normal distribution that leaves 2.5 % on either side: 95 % in between. */
    public static final double Z_95 = 1.959963984540054;

    /** @throws IllegalArgumentException unless 0 ≤ successes ≤ trials */
    public Proportion {
        if (successes < 0 || successes > trials) {
            throw new IllegalArgumentException("successes are a part of the trials");
        }
    }

    /** So many out of so many. */
    public static Proportion of(long successes, long trials) {
        return new Proportion(successes, trials);
    }

    /** How often it did not happen. */
    public long failures() {
        return trials - successes;
    }

    /** Successes / trials, 0 to 1; absent where there were no trials, which is not 0. */
    public OptionalDouble rate() {
        return trials == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) successes / trials);
    }

    /** Whether there were at least so many trials. */
    public boolean isSufficient(long least) {
        return trials >= least;
    }

    /** Both samples together. */
    public Proportion plus(Proportion other) {
        return new Proportion(Math.addExact(successes, other.successes), Math.addExact(trials, other.trials));
    }

    /**
     * What is left without the other sample, which was part of this one: undoes {@link #plus}.
     *
     * @throws IllegalArgumentException where it was not part of this one
     */
    public Proportion minus(Proportion other) {
        return new Proportion(Math.subtractExact(successes, other.successes), Math.subtractExact(trials, other.trials));
    }

    /** The interval that holds the true rate in 95 of 100 samples; 8 of 20 gives 0.2188 to 0.6134. */
    public Interval wilson95() {
        return wilson(Z_95);
    }

    /**
     * The score interval of E. B. Wilson (1927): (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n). Unlike p ± z √(p(1−p)/n)
     * it stays within 0 and 1 and says something sensible of a small sample. Without trials it is 0 to 1.
     *
     * @param z how wide, in standard deviations, above 0
     * @throws IllegalArgumentException for a width that is not positive
     */
    public Interval wilson(double z) {
        if (!(z > 0) || Double.isInfinite(z)) {
            throw new IllegalArgumentException("the width of an interval is positive");
        }
        if (trials == 0) {
            return Interval.ANYWHERE;
        }
        double n = trials;
        double p = successes / n;
        double shrink = 1 + z * z / n;
        double centre = (p + z * z / (2 * n)) / shrink;
        double half = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / shrink;
        return new Interval(
                successes == 0 ? 0 : Math.max(0, centre - half), successes == trials ? 1 : Math.min(1, centre + half));
    }

    /**
     * The rate drawn towards one that is known already: (successes + weight × prior) / (trials + weight), the mean of a
     * beta distribution. No trials give the prior, many give the raw rate.
     *
     * @param prior the known rate, 0 to 1, for example that of a larger group
     * @param weight how many trials the prior counts for, above 0
     * @throws IllegalArgumentException outside these bounds
     */
    public double drawnTowards(double prior, double weight) {
        if (!(0 <= prior && prior <= 1) || !(weight > 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException("a prior is a rate with a positive weight");
        }
        return (successes + weight * prior) / (trials + weight);
    }

    /** For example {@code 8 of 20}. */
    @Override
    public String toString() {
        return successes + " of " + trials;
    }
}
