package io.github.crmkit.statistics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A sample of durations or of numbers, kept in order. Immutable; two with the same values are equal.
 *
 * @param <V> what was measured
 */
public final class Distribution<V extends Comparable<V>> {

    /** The arithmetic of what was measured. */
    private interface Scale<V> {

        /** The mean of values in ascending order, at least one. */
        V mean(List<V> sorted);

        /** So many hundredths of the way from the lower to the higher one. */
        V between(V low, V high, int hundredths);
    }

    private static final Scale<Duration> TIME = new Scale<>() {
        @Override
        public Duration mean(List<Duration> sorted) {
            Duration sum = Duration.ZERO;
            for (Duration value : sorted) {
                sum = sum.plus(value);
            }
            return sum.dividedBy(sorted.size());
        }

        @Override
        public Duration between(Duration low, Duration high, int hundredths) {
            return low.plus(high.minus(low).multipliedBy(hundredths).dividedBy(100));
        }
    };

    private static final Scale<Double> NUMBERS = new Scale<>() {
        @Override
        public Double mean(List<Double> sorted) {
            double sum = 0;
            for (double value : sorted) {
                sum += value;
            }
            return sum / sorted.size();
        }

        @Override
        public Double between(Double low, Double high, int hundredths) {
            return low + (high - low) * hundredths / 100;
        }
    };

    private final List<V> sorted;
    private final Scale<V> scale;

    private Distribution(List<V> values, Scale<V> scale) {
        Collections.sort(values);
        this.sorted = Collections.unmodifiableList(values);
        this.scale = scale;
    }

    /** Of durations, in any order. What is computed from them is cut off at the nanosecond. */
    public static Distribution<Duration> ofDurations(Collection<Duration> values) {
        return new Distribution<>(new ArrayList<>(values), TIME);
    }

    /**
     * Of numbers, in any order, as doubles.
     *
     * @throws IllegalArgumentException where one is not finite
     */
    public static Distribution<Double> ofNumbers(Collection<? extends Number> values) {
        List<Double> numbers = new ArrayList<>(values.size());
        for (Number value : values) {
            double number = value.doubleValue();
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("a sample holds finite numbers");
            }
            numbers.add(number);
        }
        return new Distribution<>(numbers, NUMBERS);
    }

    /** How many values there are. */
    public int count() {
        return sorted.size();
    }

    public boolean isEmpty() {
        return sorted.isEmpty();
    }

    /** Whether there are at least so many values. */
    public boolean isSufficient(long least) {
        return sorted.size() >= least;
    }

    /** The smallest value; absent where there is none. */
    public Optional<V> min() {
        return percentile(0);
    }

    /** The largest value; absent where there is none. */
    public Optional<V> max() {
        return percentile(100);
    }

    /** The sum divided by the count; absent where there is no value. */
    public Optional<V> mean() {
        return isEmpty() ? Optional.empty() : Optional.of(scale.mean(sorted));
    }

    /** The middle value, or the middle between two of them: the 50th percentile, {@link PercentileMethod#LINEAR}. */
    public Optional<V> median() {
        return percentile(50);
    }

    /** A percentile by {@link PercentileMethod#LINEAR}. */
    public Optional<V> percentile(int percent) {
        return percentile(percent, PercentileMethod.LINEAR);
    }

    /**
     * The value that so many percent of the sample lie below, as the method says; absent where there is no value.
     *
     * @param percent 0 to 100, both inclusive
     * @throws IllegalArgumentException for any other percent
     */
    public Optional<V> percentile(int percent, PercentileMethod method) {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("a percentile is from 0 to 100");
        }
        if (isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (method) {
                    case NEAREST_RANK -> sorted.get(nearestRank(percent) - 1);
                    case LINEAR -> linear(percent);
                });
    }

    /** The values in ascending order. */
    public List<V> values() {
        return sorted;
    }

    private int nearestRank(int percent) {
        return Math.max(1, (int) (((long) sorted.size() * percent + 99) / 100));
    }

    private V linear(int percent) {
        long position = (sorted.size() - 1L) * percent;
        int below = (int) (position / 100);
        int hundredths = (int) (position % 100);
        V low = sorted.get(below);
        return hundredths == 0 ? low : scale.between(low, sorted.get(below + 1), hundredths);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Distribution<?> that && sorted.equals(that.sorted);
    }

    @Override
    public int hashCode() {
        return sorted.hashCode();
    }

    /** The count and, where there is any, the median: {@code 4 values, median 2.5}. */
    @Override
    public String toString() {
        return count() + " values" + median().map(value -> ", median " + value).orElse("");
    }
}
