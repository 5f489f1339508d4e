package io.github.crmkit.score;

import static io.github.crmkit.score.Samples.at;
import static io.github.crmkit.score.Samples.lost;
import static io.github.crmkit.score.Samples.plain;
import static io.github.crmkit.score.Samples.times;
import static io.github.crmkit.score.Samples.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.crmkit.score.Contribution.LeftOut;
import io.github.crmkit.statistics.Proportion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogisticModelTest {

    private static final Map<String, String> WEB = Map.of("source", "web");
    private static final Map<String, String> FAIR = Map.of("source", "fair");
    private static final ScoreSettings LOOSE = new ScoreSettings(List.of("source"), 10, 5, 0.5, 10, 5, 1e-7);

    @Test
    void deals_of_one_stage_and_feature_are_won_as_often_as_they_were() {
        List<String> order = List.of("only");
        List<Case> cases = new ArrayList<>();
        cases.addAll(times(30, single(order, WEB, true)));
        cases.addAll(times(10, single(order, WEB, false)));
        cases.addAll(times(15, single(order, FAIR, true)));
        cases.addAll(times(45, single(order, FAIR, false)));
        LogisticModel model = LogisticModel.of(LOOSE, cases);

        Score web = score(model, new Evidence(Segment.ALL, order, WEB, Samples.START));
        Score fair = score(model, new Evidence(Segment.ALL, order, FAIR, Samples.START));
        assertThat(web.probability()).isCloseTo(0.75, within(1e-6));
        assertThat(fair.probability()).isCloseTo(0.25, within(1e-6));
        // the odds ratio of the table: (30 / 10) / (15 / 45)
        assertThat(part(web, 2).logOdds() - part(fair, 2).logOdds()).isCloseTo(Math.log(9), within(1e-5));
        assertThat(part(web, 2).support()).isEqualTo(Proportion.of(30, 40));
        assertThat(part(web, 0).support()).isEqualTo(Proportion.of(45, 100));
    }

    @Test
    void a_stage_is_judged_by_the_deals_that_reached_it() {
        List<Case> cases = new ArrayList<>(times(40, won(WEB)));
        cases.addAll(times(30, lost("first", WEB)));
        cases.addAll(times(20, lost("second", WEB)));
        cases.addAll(times(10, lost("third", WEB)));
        LogisticModel model = LogisticModel.of(LOOSE, cases);

        assertThat(score(model, at("first", WEB)).probability()).isCloseTo(0.4, within(1e-5));
        assertThat(score(model, at("second", WEB)).probability()).isCloseTo(40 / 70.0, within(1e-5));
        assertThat(score(model, at("third", WEB)).probability()).isCloseTo(0.8, within(1e-5));
    }

    @Test
    void what_was_seen_seldom_or_never_or_is_not_known_says_so_and_adds_nothing() {
        List<Case> cases = new ArrayList<>(times(10, won(WEB)));
        cases.addAll(times(10, lost("first", WEB)));
        cases.addAll(times(4, lost("first", FAIR)));
        LogisticModel model = LogisticModel.of(LOOSE, cases);

        assertThat(part(score(model, at("first", FAIR)), 2))
                .isEqualTo(new Contribution("source", "fair", 0, Proportion.of(0, 4), LeftOut.SELDOM_SEEN));
        assertThat(part(score(model, at("first", Map.of("source", "?"))), 2).leftOut())
                .isEqualTo(LeftOut.NEVER_SEEN);
        assertThat(part(score(model, at("first", Map.of())), 2).leftOut()).isEqualTo(LeftOut.NOT_KNOWN);
        Evidence strange = new Evidence(Segment.ALL, List.of("elsewhere"), WEB, Samples.START);
        assertThat(part(score(model, strange), 1).leftOut()).isEqualTo(LeftOut.NEVER_SEEN);
    }

    @Test
    void a_segment_with_few_deals_or_one_outcome_leaves_the_answer_to_the_one_around_it() {
        Segment north = Segment.ALL.within("north");
        Segment south = Segment.ALL.within("south");
        List<Case> cases = new ArrayList<>(times(12, plain(north, "third", WEB, true)));
        cases.addAll(times(5, plain(south, "third", WEB, true)));
        cases.addAll(times(5, plain(south, "first", WEB, false)));
        LogisticModel model = LogisticModel.of(LOOSE, cases);

        assertThat(score(model, at(north, "first", WEB)).answeredBy()).isEqualTo(Segment.ALL);
        assertThat(score(model, at(south, "first", WEB)).answeredBy()).isEqualTo(south);
        assertThat(score(model, at(Segment.ALL.within("west"), "first", WEB)).answeredBy())
                .isEqualTo(Segment.ALL);
        assertThat(model.fitOf(south)).isPresent();
        assertThat(model.fitOf(north)).isEmpty();
    }

    @Test
    void one_outcome_only_or_too_few_deals_are_no_data() {
        Proportion all = Proportion.of(80, 80);
        assertThat(LogisticModel.of(LOOSE, times(80, won(WEB))).predict(at("first", WEB)))
                .isEqualTo(new InsufficientData(all, 10));
        assertThat(LogisticModel.of(LOOSE, List.of()).predict(at("first", WEB)))
                .isEqualTo(new InsufficientData(Proportion.NONE, 10));
    }

    @Test
    void two_features_that_say_the_same_are_not_counted_twice() {
        List<Case> cases = Samples.simulated(4_000, 21);
        ScoreSettings once = ScoreSettings.careful(List.of("source", "size"));
        ScoreSettings twice = ScoreSettings.careful(List.of("source", "echo", "size"));
        Evidence known = at("first", Map.of("source", "web", "echo", "web", "size", "big"));

        double bayes = score(NaiveBayes.of(twice, cases), known).logOdds()
                - score(NaiveBayes.of(once, cases), known).logOdds();
        double logistic = score(LogisticModel.of(twice, cases), known).logOdds()
                - score(LogisticModel.of(once, cases), known).logOdds();
        assertThat(bayes).isLessThan(-0.3);
        assertThat(logistic).isCloseTo(0, within(0.02));
    }

    private static Case single(List<String> order, Map<String, String> features, boolean won) {
        Case.Snapshot entered = Case.Snapshot.entering("only", features, Samples.START);
        return Case.of(Segment.ALL, order, List.of(entered), won, Samples.day(1));
    }

    private static Score score(ScoreModel model, Evidence known) {
        return model.predict(known).score().orElseThrow();
    }

    private static Contribution part(Score score, int place) {
        return score.contributions().get(place);
    }
}
