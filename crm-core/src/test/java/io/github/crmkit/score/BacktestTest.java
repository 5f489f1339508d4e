package io.github.crmkit.score;

import static io.github.crmkit.score.Samples.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.crmkit.score.Backtest.Trial;
import io.github.crmkit.statistics.Calibration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BacktestTest {

    private static final ScoreSettings SETTINGS = ScoreSettings.careful(List.of("source", "size"));

    @Test
    void a_model_knows_only_what_was_decided_before_it_scores() {
        List<Case> cases = Samples.simulated(300, 31);
        List<Instant> moments = Backtest.moments(cases, 4);
        List<List<Case>> taught = new ArrayList<>();
        Backtest test = Backtest.run(
                cases,
                known -> {
                    taught.add(known);
                    return NaiveBayes.of(SETTINGS, known);
                },
                moments);

        assertThat(moments).hasSize(3);
        for (int i = 0; i < 3; i++) {
            Instant moment = moments.get(i);
            assertThat(taught.get(i)).isNotEmpty().allMatch(one -> one.decided().isBefore(moment));
        }
        assertThat(test.trials()).isNotEmpty().allMatch(trial -> !trial.asOf().isBefore(trial.trainedUntil()));
    }

    @Test
    void what_is_decided_later_changes_no_score_that_was_given() {
        List<Case> cases = Samples.simulated(400, 32);
        List<Instant> moments = Backtest.moments(cases, 5);
        Instant change = moments.get(2);
        List<Case> otherwise = cases.stream()
                .map(one -> one.decided().isBefore(change)
                        ? one
                        : new Case(one.segment(), one.reached(), !one.won(), one.decided()))
                .toList();

        assertThat(upTo(change, Backtest.run(otherwise, known -> NaiveBayes.of(SETTINGS, known), moments)))
                .isNotEmpty()
                .isEqualTo(upTo(change, Backtest.run(cases, known -> NaiveBayes.of(SETTINGS, known), moments)));
    }

    @Test
    void every_stage_that_was_entered_is_scored_once_and_skipped_ones_are_not() {
        Case skipping = Case.of(
                Segment.ALL,
                Samples.ORDER,
                List.of(
                        Case.Snapshot.entering("first", Map.of(), day(20)),
                        Case.Snapshot.entering("third", Map.of(), day(21))),
                true,
                day(22));
        List<Case> cases = new ArrayList<>(Samples.times(60, Samples.won(Map.of())));
        cases.add(skipping);
        Backtest test = Backtest.run(cases, known -> NaiveBayes.of(SETTINGS, known), List.of(day(15)));

        assertThat(test.trials()).extracting(Trial::stage).containsExactly("first", "third");
        assertThat(test.unanswered()).isZero();
        assertThat(Backtest.run(cases, known -> NaiveBayes.of(SETTINGS, List.of()), List.of(day(15))))
                .isEqualTo(new Backtest(List.of(), 2));
    }

    @Test
    void scores_of_deals_that_keep_their_ways_come_true() {
        List<Case> cases = Samples.simulated(12_000, 33);
        List<Instant> moments = Backtest.moments(cases, 6);
        Backtest bayes = Backtest.run(cases, known -> NaiveBayes.of(SETTINGS, known), moments);
        Backtest logistic = Backtest.run(cases, known -> LogisticModel.of(SETTINGS, known), moments);

        for (Backtest test : List.of(bayes, logistic)) {
            for (String stage : Samples.ORDER) {
                Calibration calibration = test.calibration(stage, 10, 100);
                assertThat(calibration.calibrationError().orElseThrow()).isLessThan(0.04);
                assertThat(calibration.brier().orElseThrow())
                        .isLessThan(calibration.figures().uninformed());
            }
            assertThat(test.calibration(10, 100).overall().trials())
                    .isEqualTo(test.trials().size());
        }
        Map<String, String> features = Map.of("source", "fair", "size", "small");
        double truth = Math.pow(Samples.getsOn(features), 3);
        assertThat(LogisticModel.of(SETTINGS, cases)
                        .predict(Samples.at("first", features))
                        .score()
                        .orElseThrow()
                        .probability())
                .isCloseTo(truth, within(0.05));
    }

    @Test
    void scores_of_deals_that_changed_their_ways_do_not_come_true() {
        List<Case> cases = Samples.simulated(2_000, 34);
        Instant turn = cases.get(1_000).decided();
        List<Case> turned = cases.stream()
                .map(one -> one.decided().isBefore(turn)
                        ? one
                        : Case.of(Segment.ALL, Samples.ORDER, one.reached(), false, one.decided()))
                .toList();
        Backtest test = Backtest.run(turned, known -> NaiveBayes.of(SETTINGS, known), List.of(turn));

        assertThat(test.calibration("first", 10, 100).calibrationError().orElseThrow())
                .isGreaterThan(0.2);
    }

    @Test
    void too_few_scores_have_no_figures() {
        Backtest test = new Backtest(List.of(new Trial(day(1), "first", day(2), 0.5, true)), 0);

        assertThat(test.calibration(10, 2).isSufficient()).isFalse();
        assertThat(test.calibration("first", 10, 1).isSufficient()).isTrue();
        assertThat(test.calibration("second", 10, 1).overall().trials()).isZero();
    }

    @Test
    void the_order_of_the_cases_does_not_matter() {
        List<Case> cases = Samples.simulated(300, 35);
        List<Case> shuffled = new ArrayList<>(cases);
        Collections.shuffle(shuffled, new Random(1));
        List<Instant> moments = Backtest.moments(cases, 3);

        assertThat(Backtest.moments(shuffled, 3)).isEqualTo(moments);
        assertThat(Backtest.run(shuffled, known -> LogisticModel.of(SETTINGS, known), moments))
                .isEqualTo(Backtest.run(cases, known -> LogisticModel.of(SETTINGS, known), moments));
    }

    @Test
    void moments_part_the_decisions_evenly() {
        List<Case> cases = Samples.simulated(10, 36);
        List<Instant> decided = cases.stream().map(Case::decided).sorted().toList();

        assertThat(Backtest.moments(cases, 2)).containsExactly(decided.get(5));
        assertThat(Backtest.moments(cases, 5))
                .containsExactly(decided.get(2), decided.get(4), decided.get(6), decided.get(8));
        assertThat(Backtest.moments(List.of(), 5)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Backtest.moments(cases, 1));
    }

    private static List<Trial> upTo(Instant moment, Backtest test) {
        return test.trials().stream()
                .filter(trial -> trial.trainedUntil().compareTo(moment) <= 0)
                .map(trial -> new Trial(trial.trainedUntil(), trial.stage(), trial.asOf(), trial.probability(), true))
                .toList();
    }
}
