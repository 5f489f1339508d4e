package io.github.crmkit.insight;

import static io.github.crmkit.insight.SampleHistory.BANGKOK;
import static io.github.crmkit.insight.SampleHistory.END;
import static io.github.crmkit.insight.SampleHistory.aDeal;
import static io.github.crmkit.insight.SampleHistory.day;
import static io.github.crmkit.opportunity.SampleOpportunity.SALES;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.insight.Coverage.Quota;
import io.github.crmkit.opportunity.Standing;
import io.github.crmkit.pipeline.Stage;
import io.github.crmkit.time.DateRange;
import io.github.crmkit.time.FiscalCalendar;
import io.github.crmkit.time.FiscalPeriod;
import io.github.crmkit.time.PeriodId;
import io.github.crmkit.time.PeriodLevel;
import io.github.crmkit.track.DealPath;
import io.github.crmkit.track.Viewpoint;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What must hold for whatever deals went through. */
class InsightProperties {

    private static final FiscalCalendar YEARS = FiscalCalendar.calendarYear();
    private static final FiscalPeriod Q1 = YEARS.period(PeriodId.quarter(2026, 1));
    private static final Quota QUOTA = Quota.of(Q1.id(), Money.parse("THB 5000.00"));
    private static final long LEAST = 3;
    private static final List<Stage> OPEN =
            SALES.stages().stream().filter(Stage::isOpen).toList();

    /** Everything that is added up, of one population. */
    private record Figures(
            List<StageConversion> conversions,
            List<StageTimes> times,
            Funnel funnel,
            CycleLength cycle,
            WinRates<FiscalPeriod> rates,
            List<Velocity> velocities,
            Coverage coverage) {

        static Figures of(List<Journey> deals) {
            return new Figures(
                    StageConversion.of(SALES, deals, LEAST),
                    StageTimes.of(SALES, deals, LEAST),
                    Funnel.of(SALES, deals, LEAST),
                    CycleLength.of(deals, DateRange.always(), LEAST),
                    WinRates.of(
                            deals,
                            deal -> deal.decided().map(on -> YEARS.periodOf(on, PeriodLevel.MONTH)),
                            Comparator.comparing(FiscalPeriod::id),
                            LEAST),
                    Velocity.of(deals, DateRange.always(), LEAST),
                    Coverage.of(QUOTA, Q1, deals));
        }
    }

    /** Stages by place, −1 for an edit within the stage, −2 for another pipeline; days since the last; amounts. */
    @Provide
    Arbitrary<SampleHistory> history() {
        Arbitrary<List<int[]>> steps = Combinators.combine(
                        Arbitraries.integers().between(-2, SALES.stages().size() - 1),
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.integers().between(0, 3))
                .as((stage, gap, late) -> new int[] {stage, gap, late})
                .list()
                .ofMinSize(1)
                .ofMaxSize(7);
        return Combinators.combine(
                        steps,
                        Arbitraries.of("THB 100.00", "THB 12.34", "USD 5.00").injectNull(0.2),
                        Arbitraries.integers().between(0, 150).injectNull(0.2))
                .as(InsightProperties::history)
                .withoutEdgeCases();
    }

    @Provide
    Arbitrary<List<Journey>> deals() {
        return history().map(SampleHistory::journey).list().ofMaxSize(20).withoutEdgeCases();
    }

    private static SampleHistory history(List<int[]> steps, @Nullable String amount, @Nullable Integer due) {
        SampleHistory deal = aDeal().amount(amount).due(due == null ? null : SampleHistory.FIRST_DAY.plusDays(due));
        String stage = SALES.start().name();
        int at = 0;
        for (int[] step : steps) {
            at += step[1];
            if (step[0] == -2) {
                deal = deal.elsewhere(at);
            } else {
                stage = step[0] < 0 ? stage : SALES.stages().get(step[0]).name();
                deal = deal.in(stage, at, at + step[2]);
            }
        }
        return deal;
    }

    @Property(tries = 100)
    void at_every_moment_a_deal_is_in_the_stage_that_history_says(
            @ForAll("history") SampleHistory history, @ForAll @IntRange(max = END * 24) int hour) {
        Instant moment = day(0).plusSeconds(3600L * hour);
        DealPath path = DealPath.of(history.rows());
        Journey journey = Journey.of(path.rows(), day(END), BANGKOK).orElseThrow();

        List<Visit> there = journey.visits().stream()
                .filter(visit -> !visit.entered().isAfter(moment)
                        && visit.leftAt().map(moment::isBefore).orElse(true))
                .toList();

        assertThat(path.stateAt(Viewpoint.asOf(moment)).stream().map(Standing.State::stage))
                .containsExactlyElementsOf(there.stream().map(Visit::stage).toList());
    }

    @Property(tries = 100)
    void visits_follow_each_other_and_their_days_add_up(@ForAll("history") SampleHistory history) {
        Journey journey = Journey.of(DealPath.of(history.rows()).rows(), day(END), BANGKOK)
                .orElseThrow();

        for (int i = 1; i < journey.visits().size(); i++) {
            Visit before = journey.visits().get(i - 1);
            Visit after = journey.visits().get(i);
            assertThat(before.left()).isEqualTo(after.entered());
            assertThat(before.stage()).isNotEqualTo(after.stage());
        }
        assertThat(journey.visits().stream().mapToLong(journey::days).sum())
                .isEqualTo(ChronoUnit.DAYS.between(journey.openedOn(), BANGKOK.dateOf(day(END))));
    }

    @Property(tries = 100)
    void the_order_of_the_deals_does_not_matter(@ForAll("deals") List<Journey> deals, @ForAll long seed) {
        List<Journey> shuffled = new ArrayList<>(deals);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(Figures.of(shuffled)).isEqualTo(Figures.of(deals));
    }

    @Property(tries = 100)
    void counts_of_a_stage_add_up(@ForAll("deals") List<Journey> deals) {
        List<StageConversion> conversions = StageConversion.of(SALES, deals, LEAST);
        List<StageTimes> times = StageTimes.of(SALES, deals, LEAST);

        for (int i = 0; i < OPEN.size(); i++) {
            Stage stage = OPEN.get(i);
            StageConversion one = conversions.get(i);
            assertThat(one.entered())
                    .isEqualTo(one.left() + one.censored())
                    .isEqualTo(deals.stream()
                            .filter(deal -> deal.visits().stream()
                                    .anyMatch(visit -> visit.stage().equals(stage.id())))
                            .count());
            assertThat(one.open())
                    .isEqualTo(times.get(i).censored())
                    .isEqualTo(deals.stream()
                            .filter(deal -> deal.state().stage().equals(stage.id()))
                            .count());
            assertThat(one.rate().of().trials()).isEqualTo(one.left());
            assertThat(times.get(i).visits()).isGreaterThanOrEqualTo(one.entered());
        }
    }

    @Property(tries = 100)
    void a_funnel_never_widens_and_loses_nobody(@ForAll("deals") List<Journey> deals) {
        Funnel funnel = Funnel.of(SALES, deals, LEAST);
        List<StageConversion> conversions = StageConversion.of(SALES, deals, LEAST);

        for (int i = 0; i < funnel.steps().size(); i++) {
            Funnel.Step step = funnel.steps().get(i);
            long next =
                    i + 1 < funnel.steps().size() ? funnel.steps().get(i + 1).reached() : funnel.won();
            assertThat(step.reached()).isGreaterThanOrEqualTo(next + step.open());
            assertThat(step.passed()).isBetween(0L, step.reached());
            assertThat(step.visited()).isEqualTo(conversions.get(i).entered());
            assertThat(funnel.fromFirst(i).of().trials()).isGreaterThanOrEqualTo(step.reached());
        }
        assertThat(funnel.deals())
                .isEqualTo(
                        deals.stream().filter(deal -> deal.visited(SALES.id())).count());
    }

    @Property(tries = 100)
    void open_deals_are_in_no_denominator(@ForAll("deals") List<Journey> deals) {
        List<Journey> decided = deals.stream().filter(deal -> !deal.isOpen()).toList();
        Figures all = Figures.of(deals);
        Figures closed = Figures.of(decided);

        assertThat(all.rates().byCount()).isEqualTo(closed.rates().byCount());
        assertThat(all.cycle().won()).isEqualTo(closed.cycle().won());
        assertThat(all.cycle().lost()).isEqualTo(closed.cycle().lost());
        for (int i = 0; i < OPEN.size(); i++) {
            Stage stage = OPEN.get(i);
            List<Journey> elsewhere = deals.stream()
                    .filter(deal -> !deal.state().stage().equals(stage.id()))
                    .toList();
            assertThat(StageConversion.of(SALES, elsewhere, LEAST).get(i).rate())
                    .isEqualTo(all.conversions().get(i).rate());
        }
        long undecided = deals.stream()
                .filter(deal -> deal.visited(SALES.id()))
                .filter(deal -> deal.isOpen() || !deal.state().pipeline().equals(SALES.id()))
                .filter(deal -> deal.furthest(SALES) >= 0)
                .count();
        assertThat(all.funnel().open()).isEqualTo(undecided);
        assertThat(all.funnel().fromFirst(OPEN.size()).of().trials())
                .isEqualTo(all.funnel().steps().get(0).reached() - undecided);
    }

    @Property(tries = 100)
    void the_parts_of_a_population_make_up_the_whole(
            @ForAll("deals") List<Journey> some, @ForAll("deals") List<Journey> others) {
        List<Journey> both = new ArrayList<>(some);
        both.addAll(others);
        Figures one = Figures.of(some);
        Figures two = Figures.of(others);
        Figures whole = Figures.of(both);

        for (int i = 0; i < OPEN.size(); i++) {
            assertThat(one.conversions().get(i).plus(two.conversions().get(i)))
                    .isEqualTo(whole.conversions().get(i));
            assertThat(one.times().get(i).plus(two.times().get(i)))
                    .isEqualTo(whole.times().get(i));
        }
        assertThat(one.funnel().plus(two.funnel())).isEqualTo(whole.funnel());
        assertThat(one.cycle().plus(two.cycle())).isEqualTo(whole.cycle());
        assertThat(one.rates().whole().plus(two.rates().whole()))
                .isEqualTo(whole.rates().whole());
        assertThat(one.coverage().open().plus(two.coverage().open()))
                .isEqualTo(whole.coverage().open());
        assertThat(one.coverage().closed().plus(two.coverage().closed()))
                .isEqualTo(whole.coverage().closed());
    }

    @Property(tries = 100)
    void a_figure_is_sufficient_exactly_where_its_sample_is_large_enough(@ForAll("deals") List<Journey> deals) {
        Figures all = Figures.of(deals);

        assertThat(all.rates().cohorts())
                .allSatisfy(cohort -> assertThat(cohort.byCount().isSufficient())
                        .isEqualTo(cohort.rate().decided() >= LEAST));
        assertThat(all.velocities())
                .allSatisfy(velocity -> assertThat(velocity.perDay().isPresent())
                        .isEqualTo(velocity.lacking().isEmpty()));
        assertThat(all.times())
                .allSatisfy(times -> assertThat(times.completed().isSufficient())
                        .isEqualTo(times.completed().count() >= LEAST));
    }
}
