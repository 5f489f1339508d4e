package io.github.crmkit.insight;

import static io.github.crmkit.insight.SampleHistory.aDeal;
import static io.github.crmkit.insight.SampleHistory.stage;
import static io.github.crmkit.opportunity.SampleOpportunity.SALES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.crmkit.money.Percent;
import io.github.crmkit.statistics.Proportion;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Conversion, time and funnel of eight deals that were followed by hand. */
class StageFiguresTest {

    /** Through every stage; two skips; lost; two that are open, one of them back; away; reopened; came in lost. */
    private static final List<Journey> EIGHT = List.of(
            aDeal().in("Qualification", 0)
                    .in("Needs Analysis", 2)
                    .in("Proposal", 5)
                    .in("Negotiation", 9)
                    .in("Closed Won", 14)
                    .journey(),
            aDeal().in("Qualification", 0)
                    .in("Proposal", 6)
                    .in("Closed Won", 16)
                    .journey(),
            aDeal().in("Qualification", 0).in("Closed Lost", 8).journey(),
            aDeal().in("Qualification", 90).journey(),
            aDeal().in("Qualification", 0)
                    .in("Negotiation", 3)
                    .in("Needs Analysis", 70)
                    .journey(),
            aDeal().in("Qualification", 0)
                    .in("Needs Analysis", 10)
                    .elsewhere(20)
                    .journey(),
            aDeal().in("Proposal", 0).in("Closed Lost", 30).in("Proposal", 60).journey(),
            aDeal().in("Closed Lost", 0).journey());

    private static <T> T of(String stage, List<T> all) {
        return all.get(SALES.position(stage(stage).id()));
    }

    @Test
    void a_stage_converts_as_its_deals_left_it_for_the_last_time() {
        List<StageConversion> all = StageConversion.of(SALES, EIGHT, 20);

        assertThat(all)
                .containsExactly(
                        new StageConversion(stage("Qualification"), 4, 0, 1, 0, 0, 1, 20),
                        new StageConversion(stage("Needs Analysis"), 1, 0, 0, 0, 1, 1, 20),
                        new StageConversion(stage("Proposal"), 1, 1, 0, 0, 0, 1, 20),
                        new StageConversion(stage("Negotiation"), 0, 1, 0, 1, 0, 0, 20));
        assertThat(all.get(0).entered()).isEqualTo(6);
        assertThat(all.get(1).censored()).isEqualTo(2);
    }

    @Test
    void open_deals_are_in_no_denominator_and_a_small_sample_says_so() {
        StageConversion start = of("Qualification", StageConversion.of(SALES, EIGHT, 20));

        assertThat(start.rate().of()).isEqualTo(Proportion.of(4, 5));
        assertThat(start.rate().percent()).contains(Percent.of(80));
        assertThat(start.rate().isSufficient()).isFalse();
        assertThat(start.rate().interval().width()).isGreaterThan(0.5);
        assertThat(of("Qualification", StageConversion.of(SALES, EIGHT, 5))
                        .rate()
                        .isSufficient())
                .isTrue();
        assertThat(start.explain())
                .isEqualTo("6 entered: 4 onward, 0 won, 1 lost, 0 back, 1 open; passed on 4 of 5 = 80.00 %,"
                        + " in truth 37.55 % to 96.38 %, insufficient data");
    }

    @Test
    void visits_are_timed_each_and_those_that_go_on_are_kept_apart() {
        List<StageTimes> all = StageTimes.of(SALES, EIGHT, 3);
        StageTimes start = of("Qualification", all);
        StageTimes proposal = of("Proposal", all);

        assertThat(start.completed().sample().values()).containsExactly(2.0, 3.0, 6.0, 8.0, 10.0);
        assertThat(start.running().sample().values()).containsExactly(10.0);
        assertThat(start.visits()).isEqualTo(6);
        assertThat(start.censored()).isEqualTo(1);
        assertThat(start.completed().median()).contains(6.0);
        assertThat(start.completed().p75()).contains(8.0);
        assertThat(start.completed().p90().orElseThrow()).isCloseTo(9.2, within(1e-12));
        assertThat(start.completed().isSufficient()).isTrue();
        assertThat(start.running().isSufficient()).isFalse();
        assertThat(proposal.completed().sample().values()).containsExactly(4.0, 10.0, 30.0);
        assertThat(proposal.running().sample().values()).containsExactly(40.0);
        assertThat(proposal.explain())
                .isEqualTo("4 visits; ended: 3 cases, median 10 days, P75 20, P90 26;"
                        + " going on: 1 case, median 40 days, P75 40, P90 40, insufficient data");
        assertThat(all).hasSize(4);
    }

    @Test
    void a_skipped_stage_counts_as_passed_and_a_won_deal_passed_them_all() {
        Funnel funnel = Funnel.of(SALES, EIGHT, 20);

        assertThat(funnel.steps())
                .containsExactly(
                        new Funnel.Step(stage("Qualification"), 7, 1, 1),
                        new Funnel.Step(stage("Needs Analysis"), 5, 2, 1),
                        new Funnel.Step(stage("Proposal"), 4, 1, 1),
                        new Funnel.Step(stage("Negotiation"), 3, 1, 1));
        assertThat(funnel.won()).isEqualTo(2);
        assertThat(funnel.unplaced()).isEqualTo(1);
        assertThat(funnel.deals()).isEqualTo(8);
        assertThat(funnel.open()).isEqualTo(4);
        assertThat(funnel.steps().get(1).visited()).isEqualTo(3);
    }

    @Test
    void the_steps_of_a_funnel_are_rated_without_the_deals_that_may_still_come_there() {
        Funnel funnel = Funnel.of(SALES, EIGHT, 20);

        assertThat(funnel.fromBefore(0)).isEmpty();
        assertThat(funnel.fromBefore(1).orElseThrow().of()).isEqualTo(Proportion.of(5, 6));
        assertThat(funnel.fromBefore(2).orElseThrow().of()).isEqualTo(Proportion.of(4, 4));
        assertThat(funnel.fromBefore(4).orElseThrow().of()).isEqualTo(Proportion.of(2, 2));
        assertThat(funnel.fromFirst(0).of()).isEqualTo(Proportion.of(7, 7));
        assertThat(funnel.fromFirst(3).of()).isEqualTo(Proportion.of(3, 4));
        assertThat(funnel.fromFirst(4).of()).isEqualTo(Proportion.of(2, 3));
        assertThat(funnel.explain())
                .hasSize(5)
                .startsWith("1: 7, 1 of them passed it by")
                .element(4)
                .asString()
                .startsWith("won: 2; from before 2 of 2 = 100.00 %");
    }

    @Test
    void a_won_deal_that_visited_nothing_still_reached_everything() {
        Funnel funnel = Funnel.of(SALES, List.of(aDeal().in("Closed Won", 0).journey()), 1);

        assertThat(funnel.steps()).allSatisfy(step -> {
            assertThat(step.reached()).isEqualTo(1);
            assertThat(step.passed()).isEqualTo(1);
        });
        assertThat(funnel.fromFirst(4).percent()).contains(Percent.HUNDRED);
    }

    @Test
    void of_no_deals_there_is_no_rate_and_no_median() {
        assertThat(StageConversion.of(SALES, List.of(), 20))
                .hasSize(4)
                .allSatisfy(one -> assertThat(one.rate().percent()).isEmpty());
        assertThat(StageTimes.of(SALES, List.of(), 20))
                .allSatisfy(one -> assertThat(one.completed().median()).isEmpty());
        Funnel funnel = Funnel.of(SALES, List.of(aDeal().elsewhere(0).journey()), 20);
        assertThat(funnel.deals()).isZero();
        assertThat(funnel.fromFirst(4).percent()).isEmpty();
    }

    @Test
    void figures_of_two_stages_do_not_add_up() {
        List<StageConversion> rates = StageConversion.of(SALES, EIGHT, 20);
        List<StageTimes> times = StageTimes.of(SALES, EIGHT, 20);
        Funnel funnel = Funnel.of(SALES, EIGHT, 20);
        Funnel other = new Funnel(funnel.steps().subList(0, 2), 0, 0, 20);

        assertThatThrownBy(() -> rates.get(0).plus(rates.get(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> times.get(0).plus(times.get(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> funnel.plus(other)).isInstanceOf(IllegalArgumentException.class);
    }
}
