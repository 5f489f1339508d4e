package io.github.crmkit.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ScoreProperties {

    private static final ScoreSettings SETTINGS =
            ScoreSettings.careful(List.of("source", "size")).least(5, 2);

    @Property(tries = 200)
    void the_order_of_learning_does_not_matter(@ForAll long seed, @ForAll @IntRange(min = 0, max = 40) int count) {
        List<Case> cases = Samples.arbitrary(count, seed);
        NaiveBayes model = NaiveBayes.of(SETTINGS, cases);
        NaiveBayes oneByOne = NaiveBayes.untaught(SETTINGS);
        for (Case one : shuffled(cases, seed)) {
            oneByOne = oneByOne.learn(one);
        }

        assertThat(oneByOne).isEqualTo(model).hasSameHashCodeAs(model);
        assertThat(oneByOne.lines()).isEqualTo(model.lines());
    }

    @Property(tries = 200)
    void what_is_learnt_and_unlearnt_leaves_no_trace(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 30) int kept,
            @ForAll @IntRange(min = 1, max = 10) int taken) {
        List<Case> cases = Samples.arbitrary(kept + taken, seed);
        NaiveBayes model = NaiveBayes.of(SETTINGS, cases.subList(0, kept));
        NaiveBayes after = model.learnAll(cases.subList(kept, kept + taken));
        for (Case one : shuffled(cases.subList(kept, kept + taken), seed)) {
            after = after.unlearn(one);
        }

        assertThat(after).isEqualTo(model);
        assertThat(after.lines()).isEqualTo(model.lines());
    }

    @Property(tries = 200)
    void a_score_is_the_sum_of_its_contributions_and_never_certain(
            @ForAll long seed, @ForAll @IntRange(min = 20, max = 60) int count) {
        List<Case> cases = Samples.arbitrary(count, seed);
        Random random = new Random(seed);
        for (ScoreModel model : List.of(NaiveBayes.of(SETTINGS, cases), LogisticModel.of(SETTINGS, cases))) {
            Evidence known = Samples.at(
                    cases.get(random.nextInt(count)).segment(),
                    Samples.ORDER.get(random.nextInt(3)),
                    Samples.arbitraryFeatures(random));
            model.predict(known).score().ifPresent(score -> {
                double sum = 0;
                for (Contribution part : score.contributions()) {
                    sum += part.logOdds();
                }
                assertThat(score.logOdds()).isEqualTo(sum);
                assertThat(score.probability()).isGreaterThan(0).isLessThan(1);
                assertThat(score.percent().value()).isBetween(new BigDecimal("0.01"), new BigDecimal("99.99"));
                assertThat(score.contributions())
                        .extracting(Contribution::feature)
                        .containsExactly("base", "stage", "source", "size");
                assertThat(score.contributions()).allMatch(part -> part.leftOut() == null || part.logOdds() == 0);
            });
        }
    }

    @Property(tries = 200)
    void a_further_stage_never_speaks_against_winning(
            @ForAll long seed, @ForAll @IntRange(min = 20, max = 60) int count) {
        NaiveBayes model = NaiveBayes.of(SETTINGS, Samples.arbitrary(count, seed));
        double before = Double.NEGATIVE_INFINITY;
        for (String stage : Samples.ORDER) {
            double now = model.predict(Samples.at(stage, Map.of()))
                    .score()
                    .orElseThrow()
                    .contributions()
                    .get(1)
                    .logOdds();
            assertThat(now).isGreaterThanOrEqualTo(before - 1e-12);
            before = now;
        }
    }

    @Property(tries = 100)
    void one_deal_more_that_was_won_never_lowers_the_base(
            @ForAll long seed, @ForAll @IntRange(min = 5, max = 40) int count) {
        List<Case> cases = Samples.arbitrary(count, seed);
        NaiveBayes model = NaiveBayes.of(SETTINGS, cases);
        NaiveBayes more = model.learn(Samples.plain(cases.get(0).segment(), "third", Map.of(), true));

        assertThat(base(more)).isGreaterThan(base(model));
    }

    @Property(tries = 50)
    void a_fit_is_the_same_to_the_last_bit_in_any_order(
            @ForAll long seed, @ForAll @IntRange(min = 5, max = 60) int count) {
        List<Case> cases = Samples.arbitrary(count, seed);

        assertThat(LogisticModel.of(SETTINGS, shuffled(cases, seed))).isEqualTo(LogisticModel.of(SETTINGS, cases));
    }

    private static double base(NaiveBayes model) {
        return model.predict(Samples.at("first", Map.of()))
                .score()
                .orElseThrow()
                .contributions()
                .get(0)
                .logOdds();
    }

    private static List<Case> shuffled(List<Case> cases, long seed) {
        List<Case> other = new ArrayList<>(cases);
        Collections.shuffle(other, new Random(seed));
        return other;
    }
}
