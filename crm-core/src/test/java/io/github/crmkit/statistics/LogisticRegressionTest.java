package io.github.crmkit.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.crmkit.statistics.LogisticRegression.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {

    @Test
    void a_two_by_two_table_gives_its_odds_ratio() {
        List<Row> table = List.of(row(30, 40, 0), row(15, 60));
        LogisticRegression fit = LogisticRegression.fit(table, 1, 1e-9);

        assertThat(fit.converged()).isTrue();
        // (30 / 10) / (15 / 45) = 9, over the odds 1 / 3
        assertThat(fit.coefficients().get(0)).isCloseTo(Math.log(9), within(1e-8));
        assertThat(fit.intercept()).isCloseTo(Math.log(1 / 3.0), within(1e-8));
        assertThat(LogisticRegression.probability(fit.logOdds(List.of(0)))).isCloseTo(0.75, within(1e-9));
    }

    @Test
    void complementary_properties_differ_by_the_odds_ratio() {
        List<Row> table = List.of(row(30, 40, 0), row(15, 60, 1));
        LogisticRegression fit = LogisticRegression.fit(table, 2, 1e-7);

        assertThat(fit.coefficients().get(0) - fit.coefficients().get(1)).isCloseTo(Math.log(9), within(1e-6));
        // the penalty shares it out evenly
        assertThat(fit.coefficients().get(0)).isCloseTo(-fit.coefficients().get(1), within(1e-6));
    }

    @Test
    void without_properties_the_intercept_is_the_rate_and_is_not_penalised() {
        LogisticRegression fit = LogisticRegression.fit(List.of(row(90, 100)), 0, 1e6);

        assertThat(fit.intercept()).isCloseTo(Math.log(9), within(1e-9));
        assertThat(fit.coefficients()).isEmpty();
    }

    @Test
    void the_slope_at_the_fit_is_zero_in_every_direction() {
        List<Row> rows = simulated(400, 11);
        double penalty = 0.7;
        LogisticRegression fit = LogisticRegression.fit(rows, 4, penalty);
        double[] at = DoubleStream.concat(
                        DoubleStream.of(fit.intercept()),
                        fit.coefficients().stream().mapToDouble(Double::doubleValue))
                .toArray();

        double step = 1e-5;
        for (int i = 0; i < at.length; i++) {
            double[] up = at.clone();
            double[] down = at.clone();
            up[i] += step;
            down[i] -= step;
            double slope = (height(rows, up, penalty) - height(rows, down, penalty)) / (2 * step);
            assertThat(slope).isCloseTo(0, within(1e-5));
            assertThat(height(rows, at, penalty))
                    .isGreaterThanOrEqualTo(Math.max(height(rows, up, penalty), height(rows, down, penalty)));
        }
    }

    @Test
    void the_same_rows_in_any_order_and_grouping_give_the_same_bits() {
        List<Row> rows = simulated(300, 3);
        LogisticRegression fit = LogisticRegression.fit(rows, 4, 0.1);
        List<Row> shuffled = new ArrayList<>(rows);
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(LogisticRegression.fit(shuffled, 4, 0.1)).isEqualTo(fit);
        }
        assertThat(new Row(List.of(2, 0, 2), Proportion.of(0, 1))).isEqualTo(row(0, 1, 0, 2));
    }

    @Test
    void a_property_that_separates_the_outcomes_stays_finite() {
        LogisticRegression fit = LogisticRegression.fit(List.of(row(50, 50, 0), row(0, 50, 1)), 2, 0.01);

        assertThat(fit.converged()).isTrue();
        assertThat(fit.logOdds(List.of(0))).isBetween(3.0, 20.0);
        assertThat(fit.logOdds(List.of(1))).isBetween(-20.0, -3.0);
    }

    @Test
    void a_stronger_penalty_draws_nearer_to_the_overall_rate() {
        List<Row> table = List.of(row(30, 40, 0), row(15, 60, 1));
        double weak = LogisticRegression.fit(table, 2, 0.1).coefficients().get(0);
        double strong = LogisticRegression.fit(table, 2, 10).coefficients().get(0);
        double crushing = LogisticRegression.fit(table, 2, 1e9).coefficients().get(0);

        assertThat(weak).isGreaterThan(strong);
        assertThat(strong).isGreaterThan(crushing);
        assertThat(crushing).isCloseTo(0, within(1e-6));
    }

    @Test
    void lopsided_rows_converge_as_well() {
        LogisticRegression fit =
                LogisticRegression.fit(List.of(row(1, 1_000_000, 0), row(999_999, 1_000_000, 1), row(1, 1)), 2, 1e-6);

        assertThat(fit.converged()).isTrue();
        assertThat(LogisticRegression.probability(fit.logOdds(List.of(0)))).isCloseTo(1e-6, within(1e-7));
    }

    @Test
    void what_generated_the_rows_is_found_again() {
        LogisticRegression fit = LogisticRegression.fit(simulated(60_000, 17), 4, 0.5);

        assertThat(fit.intercept()).isCloseTo(-0.5, within(0.06));
        assertThat(fit.coefficients().get(0)).isCloseTo(1.0, within(0.06));
        assertThat(fit.coefficients().get(1)).isCloseTo(-0.8, within(0.06));
        assertThat(fit.coefficients().get(2)).isCloseTo(0.0, within(0.06));
        assertThat(fit.coefficients().get(3)).isCloseTo(0.4, within(0.06));
    }

    @Test
    void what_has_no_finite_fit_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> LogisticRegression.fit(List.of(row(3, 3)), 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> LogisticRegression.fit(List.of(row(0, 3)), 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> LogisticRegression.fit(List.of(), 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> LogisticRegression.fit(List.of(row(1, 2)), 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> LogisticRegression.fit(List.of(row(1, 2, 1)), 1, 1));
    }

    @Test
    void a_system_is_solved_and_one_without_a_solution_is_refused() {
        double[][] matrix = {{4, 0, 0}, {12, 37, 0}, {-16, -43, 98}};

        // L = [2; 6 1; -8 5 3], and A (1, 2, 3)ᵀ = (-20, -43, 192)ᵀ
        assertThat(Cholesky.solve(matrix, new double[] {-20, -43, 192}))
                .containsExactly(new double[] {1, 2, 3}, within(1e-12));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Cholesky.solve(new double[][] {{1, 2}, {2, 1}}, new double[] {1, 1}));
    }

    private static Row row(long successes, long trials, Integer... active) {
        return new Row(List.of(active), Proportion.of(successes, trials));
    }

    /** Log-odds −0.5 + 1.0 a − 0.8 b + 0 c + 0.4 d, each true for half of the rows. */
    private static List<Row> simulated(int count, long seed) {
        Random random = new Random(seed);
        double[] truth = {1.0, -0.8, 0, 0.4};
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double logOdds = -0.5;
            List<Integer> active = new ArrayList<>();
            for (int property = 0; property < truth.length; property++) {
                if (random.nextBoolean()) {
                    active.add(property);
                    logOdds += truth[property];
                }
            }
            boolean happened = random.nextDouble() < 1 / (1 + Math.exp(-logOdds));
            rows.add(new Row(active, Proportion.of(happened ? 1 : 0, 1)));
        }
        return rows;
    }

    /** The penalised log-likelihood, written down on its own. */
    private static double height(List<Row> rows, double[] at, double penalty) {
        double sum = 0;
        for (Row row : rows) {
            double x = at[0];
            for (int property : row.active()) {
                x += at[property + 1];
            }
            double p = 1 / (1 + Math.exp(-x));
            sum += row.outcome().successes() * Math.log(p) + row.outcome().failures() * Math.log(1 - p);
        }
        for (int i = 1; i < at.length; i++) {
            sum -= penalty / 2 * at[i] * at[i];
        }
        return sum;
    }
}
