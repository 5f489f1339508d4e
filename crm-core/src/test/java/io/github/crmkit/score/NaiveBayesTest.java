package io.github.crmkit.score;

import static io.github.crmkit.score.Samples.at;
import static io.github.crmkit.score.Samples.lost;
import static io.github.crmkit.score.Samples.plain;
import static io.github.crmkit.score.Samples.times;
import static io.github.crmkit.score.Samples.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.crmkit.money.Percent;
import io.github.crmkit.score.Contribution.LeftOut;
import io.github.crmkit.statistics.Proportion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NaiveBayesTest {

    private static final ScoreSettings BOLD =
            ScoreSettings.careful(List.of("source")).least(1, 1);
    private static final Map<String, String> WEB = Map.of("source", "web");
    private static final Map<String, String> FAIR = Map.of("source", "fair");

    /** 60 won, 20 of them from the web; 30 lost in the first stage; 10 in the second, 8 of them from the web. */
    private static final List<Case> HUNDRED = hundred();

    @Test
    void one_deal_won_is_not_ninety_two_percent() {
        NaiveBayes model = NaiveBayes.of(BOLD, List.of(won(Map.of())));

        // (1 + 10 × 0.5) / (1 + 10)
        assertThat(score(model, at("first", Map.of())).percent()).isEqualTo(Percent.of("54.55"));
        assertThat(NaiveBayes.of(BOLD, List.of(lost("first", Map.of())))
                        .predict(at("first", Map.of()))
                        .score()
                        .map(Score::percent))
                .contains(Percent.of("45.45"));
    }

    @Test
    void too_few_decided_deals_are_no_data() {
        NaiveBayes model = NaiveBayes.of(ScoreSettings.careful(List.of()), times(49, won(Map.of())));

        assertThat(model.predict(at("first", Map.of()))).isEqualTo(new InsufficientData(Proportion.of(49, 49), 50));
        assertThat(model.predict(at("first", Map.of())).score()).isEmpty();
        assertThat(model.learn(won(Map.of())).predict(at("first", Map.of())).score())
                .isPresent();
        assertThat(NaiveBayes.untaught(BOLD).predict(at("first", Map.of()))).isInstanceOf(InsufficientData.class);
    }

    @Test
    void a_score_is_as_by_hand() {
        Score score = score(NaiveBayes.of(BOLD, HUNDRED), at("second", WEB));

        assertThat(score.contributions()).extracting(Contribution::feature).containsExactly("base", "stage", "source");
        // (60 + 10 × 0.5) / (100 + 10)
        assertThat(part(score, "base")).isCloseTo(Math.log(65 / 45.0), within(1e-12));
        // 70 of 100 got there: (60 + 5 × 0.7) / (60 + 5) against (10 + 5 × 0.7) / (40 + 5)
        assertThat(part(score, "stage")).isCloseTo(Math.log((63.5 / 65) / (13.5 / 45)), within(1e-12));
        // 28 of those 70 from the web: (20 + 5 × 0.4) / (60 + 5) against (8 + 5 × 0.4) / (10 + 5)
        assertThat(part(score, "source")).isCloseTo(Math.log((22 / 65.0) / (10 / 15.0)), within(1e-12));
        assertThat(score.percent()).isEqualTo(Percent.of("70.48"));
        assertThat(score.contributions())
                .extracting(Contribution::support)
                .containsExactly(Proportion.of(60, 100), Proportion.of(60, 70), Proportion.of(20, 28));
    }

    @Test
    void a_won_deal_counts_in_every_stage_and_a_lost_one_in_its_stage_and_all_before_it() {
        assertThat(NaiveBayes.of(BOLD, List.of(won(Map.of()), lost("second", WEB)))
                        .lines())
                .containsExactly(
                        "[] []: 1 of 2",
                        "[] [\"first\"]: 1 of 2",
                        "[] [\"first\", \"source\"]: 0 of 1",
                        "[] [\"first\", \"source\", \"web\"]: 0 of 1",
                        "[] [\"second\"]: 1 of 2",
                        "[] [\"second\", \"source\"]: 0 of 1",
                        "[] [\"second\", \"source\", \"web\"]: 0 of 1",
                        "[] [\"third\"]: 1 of 1");
    }

    @Test
    void the_first_stage_tells_nothing_and_the_further_a_deal_is_the_better() {
        NaiveBayes model = NaiveBayes.of(BOLD, HUNDRED);

        assertThat(part(score(model, at("first", WEB)), "stage")).isZero();
        assertThat(part(score(model, at("third", WEB)), "stage"))
                .isGreaterThan(part(score(model, at("second", WEB)), "stage"));
    }

    @Test
    void what_was_seen_seldom_or_never_or_is_not_known_says_so_and_adds_nothing() {
        List<Case> cases = new ArrayList<>(HUNDRED);
        cases.add(won(FAIR));
        NaiveBayes model = NaiveBayes.of(BOLD.least(1, 2), cases);

        assertThat(score(model, at("first", FAIR)).contributions().get(2))
                .isEqualTo(new Contribution("source", "fair", 0, Proportion.of(1, 1), LeftOut.SELDOM_SEEN));
        assertThat(score(model, at("first", Map.of("source", "?")))
                        .contributions()
                        .get(2))
                .isEqualTo(new Contribution("source", "?", 0, Proportion.NONE, LeftOut.NEVER_SEEN));
        assertThat(score(model, at("first", Map.of())).contributions().get(2))
                .isEqualTo(new Contribution("source", null, 0, Proportion.NONE, LeftOut.NOT_KNOWN));
        assertThat(score(model, at("first", WEB)).contributions().get(2).reasonLeftOut())
                .isEmpty();
    }

    @Test
    void a_stage_that_few_have_reached_says_what_the_last_one_says_that_enough_have() {
        List<Case> cases = new ArrayList<>(times(30, lost("second", WEB)));
        cases.addAll(times(30, lost("first", WEB)));
        cases.addAll(times(3, won(WEB)));
        NaiveBayes model = NaiveBayes.of(BOLD.least(1, 10), cases);

        Contribution stage = score(model, at("third", WEB)).contributions().get(1);
        assertThat(stage.value()).isEqualTo("second");
        assertThat(stage.logOdds()).isEqualTo(part(score(model, at("second", WEB)), "stage"));
    }

    @Test
    void a_stage_that_was_never_seen_leaves_the_base_alone() {
        Evidence strange = new Evidence(Segment.ALL, List.of("elsewhere"), WEB, Samples.START);
        Score score = score(NaiveBayes.of(BOLD, HUNDRED), strange);

        assertThat(score.contributions())
                .extracting(Contribution::leftOut)
                .containsExactly(null, LeftOut.NEVER_SEEN, LeftOut.NEVER_SEEN);
        assertThat(score.logOdds()).isEqualTo(part(score, "base"));
    }

    @Test
    void a_segment_with_few_decided_deals_leaves_the_answer_to_the_one_around_it() {
        Segment north = Segment.ALL.within("north");
        Segment anong = north.within("anong");
        List<Case> cases = new ArrayList<>(HUNDRED);
        cases.addAll(times(15, plain(anong, "third", WEB, true)));
        cases.addAll(times(5, plain(north.within("somchai"), "first", WEB, false)));

        Score few = score(NaiveBayes.of(BOLD.least(16, 1), cases), at(anong, "first", WEB));
        assertThat(few.answeredBy()).isEqualTo(north);
        assertThat(few.contributions().get(0).support()).isEqualTo(Proportion.of(15, 20));
        Score enough = score(NaiveBayes.of(BOLD.least(15, 1), cases), at(anong, "first", WEB));
        assertThat(enough.answeredBy()).isEqualTo(anong);
        // all: (75 + 5) / 130; north: (15 + 10 × that) / 30; hers: (15 + 10 × that) / 25
        double hers = (15 + 10 * ((15 + 10 * (80 / 130.0)) / 30)) / 25;
        assertThat(part(enough, "base")).isCloseTo(Math.log(hers / (1 - hers)), within(1e-12));
        assertThat(score(NaiveBayes.of(BOLD.least(21, 1), cases), at(anong, "first", WEB))
                        .answeredBy())
                .isEqualTo(Segment.ALL);
    }

    @Test
    void a_team_without_a_deal_won_does_not_inherit_from_a_team_that_was_counted_before() {
        Segment lucky = Segment.ALL.within("a");
        Segment unlucky = Segment.ALL.within("b");
        List<Case> cases = new ArrayList<>(times(20, plain(lucky, "third", WEB, true)));
        cases.addAll(times(20, plain(unlucky, "first", WEB, false)));
        NaiveBayes model = NaiveBayes.of(BOLD.least(20, 5), cases);

        assertThat(score(model, at(unlucky, "first", WEB)).percent().compareTo(Percent.of(20)))
                .isNegative();
        assertThat(score(model, at(lucky, "first", WEB)).percent().compareTo(Percent.of(80)))
                .isPositive();
    }

    @Test
    void a_case_that_was_never_learnt_is_not_unlearnt() {
        NaiveBayes model = NaiveBayes.of(BOLD, List.of(won(WEB)));

        assertThatIllegalArgumentException().isThrownBy(() -> model.unlearn(lost("first", WEB)));
        assertThatIllegalArgumentException().isThrownBy(() -> model.unlearn(won(FAIR)));
        assertThat(model.unlearn(won(WEB))).isEqualTo(NaiveBayes.untaught(BOLD));
    }

    @Test
    void names_that_look_like_other_names_are_counted_and_written_apart() {
        Case one = plain(Segment.ALL.within("a\", \"b"), "first", Map.of(), false);
        Case other = plain(Segment.ALL.within("a").within("b"), "first", Map.of(), false);
        NaiveBayes model = NaiveBayes.of(BOLD, List.of(one, other));

        assertThat(model.lines()).doesNotHaveDuplicates().hasSize(8);
        assertThat(model).hasToString("naive Bayes of 0 of 2");
    }

    @Test
    void impossible_settings_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ScoreSettings.careful(List.of("base")));
        assertThatIllegalArgumentException().isThrownBy(() -> ScoreSettings.careful(List.of("stage")));
        assertThatIllegalArgumentException().isThrownBy(() -> ScoreSettings.careful(List.of("a", "a")));
        assertThatIllegalArgumentException().isThrownBy(() -> BOLD.least(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> BOLD.least(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new ScoreSettings(List.of(), 1, 1, 0, 1, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ScoreSettings(List.of(), 1, 1, 1, 1, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ScoreSettings(List.of(), 1, 1, 0.5, 0, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ScoreSettings(List.of(), 1, 1, 0.5, 1, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ScoreSettings(List.of(), 1, 1, 0.5, 1, 1, -1));
    }

    private static Score score(ScoreModel model, Evidence known) {
        return model.predict(known).score().orElseThrow();
    }

    private static double part(Score score, String feature) {
        return score.contributions().stream()
                .filter(one -> one.feature().equals(feature))
                .findFirst()
                .orElseThrow()
                .logOdds();
    }

    private static List<Case> hundred() {
        List<Case> cases = new ArrayList<>(times(20, won(WEB)));
        cases.addAll(times(40, won(Map.of("source", "call"))));
        cases.addAll(times(30, lost("first", WEB)));
        cases.addAll(times(8, lost("second", WEB)));
        cases.addAll(times(2, lost("second", Map.of("source", "call"))));
        return cases;
    }
}
