package io.github.crmkit.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistributionTest {

    private static final Distribution<Double> FOUR = Distribution.ofNumbers(List.of(4, 1, 3, 2));

    @Test
    void tells_what_is_smallest_largest_mean_and_median() {
        assertThat(FOUR.count()).isEqualTo(4);
        assertThat(FOUR.min()).contains(1.0);
        assertThat(FOUR.max()).contains(4.0);
        assertThat(FOUR.mean()).contains(2.5);
        assertThat(FOUR.median()).contains(2.5);
        assertThat(FOUR.values()).containsExactly(1.0, 2.0, 3.0, 4.0);
        assertThat(FOUR).hasToString("4 values, median 2.5");
    }

    @Test
    void of_nothing_it_tells_nothing() {
        Distribution<Duration> none = Distribution.ofDurations(List.of());

        assertThat(none.isEmpty()).isTrue();
        assertThat(none.min()).isEmpty();
        assertThat(none.max()).isEmpty();
        assertThat(none.mean()).isEmpty();
        assertThat(none.median()).isEmpty();
        assertThat(none.percentile(90, PercentileMethod.NEAREST_RANK)).isEmpty();
        assertThat(none).hasToString("0 values");
    }

    @ParameterizedTest
    @CsvSource({"0, 15", "5, 15", "20, 15", "21, 20", "30, 20", "40, 20", "50, 35", "100, 50"})
    void the_nearest_rank_is_a_value_of_the_sample(int percent, double expected) {
        assertThat(Distribution.ofNumbers(List.of(15, 20, 35, 40, 50))
                        .percentile(percent, PercentileMethod.NEAREST_RANK))
                .contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, 15", "25, 20", "40, 29", "50, 35", "75, 40", "90, 46", "100, 50"})
    void the_linear_percentile_lies_between_its_neighbours(int percent, double expected) {
        assertThat(Distribution.ofNumbers(List.of(50, 15, 40, 20, 35)).percentile(percent))
                .contains(expected);
    }

    @Test
    void the_two_methods_differ_where_a_sample_is_even() {
        assertThat(FOUR.percentile(50, PercentileMethod.NEAREST_RANK)).contains(2.0);
        assertThat(FOUR.percentile(50, PercentileMethod.LINEAR)).contains(2.5);
    }

    @Test
    void durations_are_computed_exactly_to_the_nanosecond() {
        Distribution<Duration> stays =
                Distribution.ofDurations(List.of(Duration.ofDays(3), Duration.ofDays(1), Duration.ofDays(40)));

        assertThat(stays.median()).contains(Duration.ofDays(3));
        assertThat(stays.percentile(75)).contains(Duration.ofDays(3).plus(Duration.ofHours(444)));
        assertThat(stays.mean()).contains(Duration.ofDays(44).dividedBy(3));
        assertThat(Distribution.ofDurations(List.of(Duration.ZERO, Duration.ofNanos(1)))
                        .median())
                .contains(Duration.ZERO);
    }

    @Test
    void it_does_not_change_with_what_it_was_made_of() {
        List<Duration> values = new ArrayList<>(List.of(Duration.ofDays(2), Duration.ofDays(1)));
        Distribution<Duration> stays = Distribution.ofDurations(values);
        values.clear();

        assertThat(stays.count()).isEqualTo(2);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> stays.values().clear());
    }

    @Test
    void it_is_sufficient_from_the_least_size_on() {
        assertThat(FOUR.isSufficient(4)).isTrue();
        assertThat(FOUR.isSufficient(5)).isFalse();
    }

    @Test
    void wrong_percents_and_numbers_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> FOUR.percentile(101));
        assertThatIllegalArgumentException().isThrownBy(() -> FOUR.percentile(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> Distribution.ofNumbers(List.of(Double.NaN)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Distribution.ofNumbers(List.of(Double.POSITIVE_INFINITY)));
    }
}
