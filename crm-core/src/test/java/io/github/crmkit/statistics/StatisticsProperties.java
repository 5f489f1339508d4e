package io.github.crmkit.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;

class StatisticsProperties {

    @Property
    void the_interval_holds_the_rate_that_was_seen(
            @ForAll @LongRange(min = 0, max = 5_000) long successes,
            @ForAll @LongRange(min = 0, max = 5_000) long failures,
            @ForAll @DoubleRange(min = 0.01, max = 6) double z) {
        Proportion sample = Proportion.of(successes, successes + failures);
        Interval interval = sample.wilson(z);

        sample.rate()
                .ifPresent(rate -> assertThat(interval.low() - 1e-12 <= rate && rate <= interval.high() + 1e-12)
                        .isTrue());
    }

    @Property
    void the_interval_of_failures_mirrors_that_of_successes(
            @ForAll @LongRange(min = 0, max = 5_000) long successes,
            @ForAll @LongRange(min = 0, max = 5_000) long failures) {
        Interval hits = Proportion.of(successes, successes + failures).wilson95();
        Interval misses = Proportion.of(failures, successes + failures).wilson95();

        assertThat(misses.low()).isCloseTo(1 - hits.high(), within(1e-12));
        assertThat(misses.high()).isCloseTo(1 - hits.low(), within(1e-12));
    }

    @Property
    void order_does_not_matter_to_a_single_bit(
            @ForAll @NotEmpty List<@DoubleRange(min = -1e9, max = 1e9) Double> values, @ForAll long seed) {
        List<Double> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, new Random(seed));
        Distribution<Double> one = Distribution.ofNumbers(values);
        Distribution<Double> other = Distribution.ofNumbers(shuffled);

        assertThat(other).isEqualTo(one).hasSameHashCodeAs(one);
        assertThat(other.mean()).isEqualTo(one.mean());
    }

    @Property
    void percentiles_grow_and_stay_within_the_sample(
            @ForAll @NotEmpty List<@DoubleRange(min = -1e9, max = 1e9) Double> values,
            @ForAll @IntRange(min = 0, max = 100) int one,
            @ForAll @IntRange(min = 0, max = 100) int other,
            @ForAll PercentileMethod method) {
        Distribution<Double> sample = Distribution.ofNumbers(values);
        double lower = sample.percentile(Math.min(one, other), method).orElseThrow();
        double higher = sample.percentile(Math.max(one, other), method).orElseThrow();

        assertThat(lower).isLessThanOrEqualTo(higher + Math.abs(higher) * 1e-12);
        assertThat(lower).isBetween(Collections.min(values), Collections.max(values));
    }

    @Property
    void at_least_so_many_percent_do_not_exceed_the_nearest_rank(
            @ForAll @NotEmpty List<@IntRange(min = 0, max = 20) Integer> values,
            @ForAll @IntRange(min = 1, max = 100) int percent) {
        double found = Distribution.ofNumbers(values)
                .percentile(percent, PercentileMethod.NEAREST_RANK)
                .orElseThrow();
        long upTo = values.stream().filter(value -> value <= found).count();
        long below = values.stream().filter(value -> value < found).count();

        assertThat(100 * upTo).isGreaterThanOrEqualTo((long) percent * values.size());
        assertThat(100 * below).isLessThan((long) percent * values.size());
    }
}
