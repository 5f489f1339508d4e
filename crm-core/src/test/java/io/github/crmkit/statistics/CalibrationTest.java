package io.github.crmkit.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.crmkit.statistics.Calibration.Bin;
import io.github.crmkit.statistics.Calibration.Call;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    private static final List<Call> FOUR =
            List.of(new Call(0.9, true), new Call(0.6, false), new Call(0.2, false), new Call(0.7, true));

    @Test
    void the_scores_are_as_by_hand() {
        Calibration found = Calibration.of(FOUR, 2, 1);

        // 0.01 + 0.36 + 0.04 + 0.09 = 0.50, of four
        assertThat(found.brier().orElseThrow()).isCloseTo(0.125, within(1e-15));
        // -ln 0.9 - ln 0.4 - ln 0.8 - ln 0.7, of four
        assertThat(found.logLoss().orElseThrow()).isCloseTo(0.400367, within(1e-6));
        // below a half: said 0.2, came 0; above: said 2.2/3, came 2/3
        assertThat(found.calibrationError().orElseThrow()).isCloseTo((0.2 + 3 * (0.2 / 3)) / 4, within(1e-15));
        assertThat(found.figures()).extracting(Calibration.Figures::uninformed).isEqualTo(0.25);
        assertThat(found.overall()).isEqualTo(Proportion.of(2, 4));
    }

    @Test
    void a_bin_says_what_was_said_and_what_came() {
        Bin upper = Calibration.of(FOUR, 2, 1).bins().get(1);

        assertThat(upper.low()).isEqualTo(0.5);
        assertThat(upper.high()).isEqualTo(1);
        assertThat(upper.happened()).isEqualTo(Proportion.of(2, 3));
        assertThat(upper.meanSaid().orElseThrow()).isCloseTo(2.2 / 3, within(1e-15));
        assertThat(upper.happened().wilson95().low()).isCloseTo(0.2077, within(0.0001));
    }

    @Test
    void ranges_are_half_open_and_the_last_one_is_closed() {
        List<Call> edges = List.of(
                new Call(0, false), new Call(0.29, true), new Call(0.3, true), new Call(0.7, true), new Call(1, true));
        List<Bin> bins = Calibration.of(edges, 100, 1).bins();

        assertThat(bins).hasSize(100);
        assertThat(filled(bins)).containsExactly(0.0, 0.29, 0.3, 0.7, 0.99);
        assertThat(filled(Calibration.of(edges, 10, 1).bins())).containsExactly(0.0, 0.2, 0.3, 0.7, 0.9);
    }

    @Test
    void an_empty_bin_says_nothing() {
        Bin empty = Calibration.of(FOUR, 10, 1).bins().get(0);

        assertThat(empty.meanSaid()).isEmpty();
        assertThat(empty.happened().rate()).isEmpty();
    }

    @Test
    void below_the_least_number_there_are_no_figures() {
        Calibration few = Calibration.of(FOUR, 10, 5);

        assertThat(few.isSufficient()).isFalse();
        assertThat(few.brier()).isEmpty();
        assertThat(few.logLoss()).isEmpty();
        assertThat(few.calibrationError()).isEmpty();
        assertThat(few.overall().trials()).isEqualTo(4);
        assertThat(Calibration.of(FOUR, 10, 4).isSufficient()).isTrue();
        assertThat(Calibration.of(List.of(), 10, 1).isSufficient()).isFalse();
    }

    @Test
    void a_certainty_that_failed_costs_much_but_not_infinitely() {
        assertThat(Calibration.of(List.of(new Call(1, false)), 10, 1).logLoss().orElseThrow())
                .isCloseTo(34.54, within(0.01));
    }

    @Test
    void order_does_not_matter_to_a_single_bit() {
        List<Call> calls = simulated(1_000, 5, p -> p);
        List<Call> shuffled = new ArrayList<>(calls);
        Collections.shuffle(shuffled, new Random(6));

        assertThat(Calibration.of(shuffled, 10, 1)).isEqualTo(Calibration.of(calls, 10, 1));
    }

    @Test
    void truthful_probabilities_are_found_calibrated() {
        Calibration found = Calibration.of(simulated(40_000, 7, p -> p), 10, 100);

        assertThat(found.calibrationError().orElseThrow()).isLessThan(0.01);
        // the mean of p(1-p) for p uniform
        assertThat(found.brier().orElseThrow()).isCloseTo(1 / 6.0, within(0.005));
        assertThat(found.bins())
                .allSatisfy(bin -> assertThat(bin.happened().wilson(4))
                        .matches(interval -> interval.contains(bin.meanSaid().orElseThrow())));
    }

    @Test
    void boastful_probabilities_are_found_out() {
        Calibration found = Calibration.of(simulated(40_000, 8, p -> p * p), 10, 100);

        // the mean of p - p² for p uniform
        assertThat(found.calibrationError().orElseThrow()).isCloseTo(1 / 6.0, within(0.01));
        assertThat(found.bins().get(5).happened().wilson(4).contains(0.55)).isFalse();
    }

    @Test
    void impossible_input_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Call(1.01, true));
        assertThatIllegalArgumentException().isThrownBy(() -> new Call(Double.NaN, true));
        assertThatIllegalArgumentException().isThrownBy(() -> Calibration.of(FOUR, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Calibration.of(FOUR, 1, 0));
    }

    private static List<Double> filled(List<Bin> bins) {
        return bins.stream()
                .filter(bin -> bin.happened().trials() > 0)
                .map(Bin::low)
                .toList();
    }

    private static List<Call> simulated(int count, long seed, DoubleUnaryOperator truth) {
        Random random = new Random(seed);
        return random.doubles(count)
                .mapToObj(said -> new Call(said, random.nextDouble() < truth.applyAsDouble(said)))
                .toList();
    }
}
