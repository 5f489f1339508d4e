package io.github.crmkit.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {

    @Test
    void eight_of_twenty_is_forty_percent() {
        assertThat(Proportion.of(8, 20).rate()).hasValue(0.4);
        assertThat(Proportion.of(8, 20).failures()).isEqualTo(12);
        assertThat(Proportion.of(8, 20)).hasToString("8 of 20");
    }

    @Test
    void of_nothing_there_is_no_rate_and_the_true_one_is_anywhere() {
        assertThat(Proportion.NONE.rate()).isEmpty();
        assertThat(Proportion.NONE.wilson95()).isEqualTo(Interval.ANYWHERE);
    }

    @ParameterizedTest
    @CsvSource({
        "8, 20, 0.2188, 0.6134",
        "1, 1, 0.2065, 1",
        "0, 1, 0, 0.7935",
        "0, 10, 0, 0.2775",
        "10, 10, 0.7225, 1",
        "81, 263, 0.2553, 0.3662"
    })
    void the_wilson_interval_is_as_published(long successes, long trials, double low, double high) {
        Interval interval = Proportion.of(successes, trials).wilson95();

        assertThat(interval.low()).isCloseTo(low, within(0.00005));
        assertThat(interval.high()).isCloseTo(high, within(0.00005));
    }

    @Test
    void the_ends_solve_the_equation_that_defines_them() {
        Proportion sample = Proportion.of(7, 31);
        double p = 7 / 31.0;

        for (double end :
                new double[] {sample.wilson95().low(), sample.wilson95().high()}) {
            double deviations = Math.abs(p - end) / Math.sqrt(end * (1 - end) / 31);
            assertThat(deviations).isCloseTo(Proportion.Z_95, within(1e-9));
        }
    }

    @Test
    void a_wider_interval_contains_a_narrower_one() {
        Interval narrow = Proportion.of(3, 9).wilson(1);
        Interval wide = Proportion.of(3, 9).wilson(3);

        assertThat(wide.low()).isLessThan(narrow.low());
        assertThat(wide.high()).isGreaterThan(narrow.high());
        assertThat(wide.contains(narrow.low())).isTrue();
        assertThat(narrow.contains(wide.low())).isFalse();
        assertThat(wide.width()).isGreaterThan(narrow.width());
    }

    @Test
    void a_sample_is_sufficient_from_the_least_size_on() {
        assertThat(Proportion.of(0, 20).isSufficient(20)).isTrue();
        assertThat(Proportion.of(19, 19).isSufficient(20)).isFalse();
    }

    @Test
    void samples_add_up() {
        assertThat(Proportion.of(1, 2).plus(Proportion.of(3, 7))).isEqualTo(Proportion.of(4, 9));
        assertThat(Proportion.of(4, 9).minus(Proportion.of(3, 7))).isEqualTo(Proportion.of(1, 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Proportion.of(1, 2).minus(Proportion.of(0, 2)));
    }

    @Test
    void a_small_sample_is_drawn_towards_what_is_known() {
        assertThat(Proportion.NONE.drawnTowards(0.3, 10)).isEqualTo(0.3);
        assertThat(Proportion.of(1, 1).drawnTowards(0.5, 9)).isEqualTo(0.55);
        assertThat(Proportion.of(600_000, 1_000_000).drawnTowards(0.1, 10)).isCloseTo(0.6, within(0.00001));
    }

    @Test
    void impossible_counts_and_widths_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Proportion.of(2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Proportion.of(-1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Interval(0.5, 0.4));
        assertThatIllegalArgumentException().isThrownBy(() -> new Interval(Double.NaN, 1));
        DoubleStream.of(0, -1, Double.NaN, Double.POSITIVE_INFINITY).forEach(wrong -> {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Proportion.of(1, 2).wilson(wrong));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Proportion.of(1, 2).drawnTowards(0.5, wrong));
        });
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Proportion.of(1, 2).drawnTowards(1.1, 1));
    }
}
