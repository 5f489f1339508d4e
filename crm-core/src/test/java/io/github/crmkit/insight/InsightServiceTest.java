package io.github.crmkit.insight;

import static io.github.crmkit.access.TestOffice.MALEE;
import static io.github.crmkit.access.TestOffice.OTHER_TENANT;
import static io.github.crmkit.access.TestOffice.SOMCHAI;
import static io.github.crmkit.insight.SampleHistory.BANGKOK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.forecast.ForecastService;
import io.github.crmkit.forecast.WinRate;
import io.github.crmkit.insight.Coverage.Quota;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.opportunity.EditOpportunity;
import io.github.crmkit.opportunity.MoveOpportunity;
import io.github.crmkit.opportunity.NewOpportunity;
import io.github.crmkit.opportunity.Opportunities;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.opportunity.OpportunityId;
import io.github.crmkit.opportunity.OpportunityService;
import io.github.crmkit.pipeline.PipelineId;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.statistics.Proportion;
import io.github.crmkit.time.DateRange;
import io.github.crmkit.time.FiscalCalendar;
import io.github.crmkit.time.FiscalPeriod;
import io.github.crmkit.time.PeriodId;
import io.github.crmkit.time.PeriodLevel;
import io.github.crmkit.track.Viewpoint;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What the real services leave behind is what insight is drawn from. */
class InsightServiceTest {

    private static final Slice ALL = Slice.everything().atLeast(1);

    private final InsightDoor door = InsightDoor.open();
    private final OpportunityService deals = door.deals();
    private final InsightService insight = door.insight();
    private final PipelineId pipeline = door.pipeline().id();

    @Test
    void the_journey_of_a_deal_tells_its_visits() {
        Opportunity deal = door.deal();
        door.days(3);
        deals.edit(EditOpportunity.of(deals.get(deal.id())).amount(Money.parse("THB 5.00")));
        door.days(1);
        deals.move(deal.id(), "Third");
        door.days(2);
        deals.lose(deal.id(), "too dear");
        door.days(2);
        deals.reopen(deal.id(), "a new budget");
        door.days(5);

        Journey journey = insight.journey(deal.id());

        assertThat(journey.visits()).extracting(journey::days).containsExactly(4L, 2L, 2L, 5L);
        assertThat(journey.daysIn(deal.stage())).isEqualTo(4);
        assertThat(journey.present().stage()).isEqualTo(journey.visits().get(1).stage());
        assertThat(journey.isOpen()).isTrue();
    }

    @Test
    void stages_convert_and_take_their_time() {
        Opportunity won = door.deal();
        Opportunity lost = door.deal();
        door.deal();
        door.days(4);
        deals.move(won.id(), "Second");
        door.days(2);
        deals.win(won.id());
        deals.lose(lost.id(), "too dear");

        List<StageConversion> conversions = insight.conversions(pipeline, ALL);
        List<StageTimes> times = insight.stageTimes(pipeline, ALL);
        Funnel funnel = insight.funnel(pipeline, ALL);

        assertThat(conversions).extracting(StageConversion::entered).containsExactly(3L, 1L, 0L);
        assertThat(conversions.get(0).rate().of()).isEqualTo(Proportion.of(1, 2));
        assertThat(times.get(0).completed().sample().values()).containsExactly(4.0, 6.0);
        assertThat(times.get(0).running().sample().values()).containsExactly(6.0);
        assertThat(funnel.steps()).extracting(Funnel.Step::reached).containsExactly(3L, 1L, 1L);
        assertThat(funnel.steps()).extracting(Funnel.Step::passed).containsExactly(0L, 0L, 1L);
        assertThat(insight.cycleLength(DateRange.always(), ALL).won().median()).contains(6.0);
        assertThat(insight.velocity(DateRange.always(), ALL).get(0).perDay()).contains(Money.parse("THB 8.33"));
    }

    @Test
    void history_can_be_looked_at_from_any_moment() {
        Opportunity deal = door.deal();
        Instant opened = door.office().now();
        door.days(4);
        deals.win(deal.id());

        assertThat(insight.conversions(pipeline, ALL).get(0).won()).isEqualTo(1);
        assertThat(insight.conversions(pipeline, ALL.seenFrom(Viewpoint.asOf(opened)))
                        .get(0)
                        .open())
                .isEqualTo(1);
        assertThat(insight.conversions(pipeline, ALL.seenFrom(Viewpoint.knownAt(opened)))
                        .get(0)
                        .open())
                .isEqualTo(1);
        Viewpoint before = Viewpoint.asOf(opened.minusSeconds(1));
        assertThat(insight.conversions(pipeline, ALL.seenFrom(before)).get(0).entered())
                .isZero();
    }

    @Test
    void a_slice_narrows_the_deals() {
        door.deal();
        door.deal(MALEE);
        LocalDate first = BANGKOK.dateOf(door.office().now());
        door.days(10);
        door.deal(MALEE);

        assertThat(insight.funnel(pipeline, ALL.ownedBy(Set.of(MALEE))).deals()).isEqualTo(2);
        assertThat(insight.funnel(pipeline, ALL.openedOn(DateRange.ofDay(first)))
                        .deals())
                .isEqualTo(2);
        assertThat(insight.funnel(pipeline, ALL.in(pipeline)).deals()).isEqualTo(3);
        assertThat(insight.funnel(pipeline, ALL.in(new PipelineId(new UUID(1, 1))))
                        .deals())
                .isZero();
    }

    @Test
    void every_figure_is_of_the_deals_that_the_caller_sees() {
        Opportunity his = door.deal();
        Opportunity hers = door.deal(MALEE);
        deals.win(his.id());
        InsightService foreign = InsightDoor.insightOf(door.office().deskOf(OTHER_TENANT, SOMCHAI));

        assertThat(door.hers().winRatesByClose(PeriodLevel.YEAR, ALL).cohorts()).isEmpty();
        assertThat(door.hers().cycleLength(DateRange.always(), ALL).open()).isEqualTo(1);
        assertThat(door.hers().journey(hers.id()).deal()).isEqualTo(hers.id());
        assertThatThrownBy(() -> door.hers().journey(his.id())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> insight.journey(new OpportunityId(new UUID(1, 1))))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> foreign.funnel(pipeline, ALL)).isInstanceOf(NotFoundException.class);
        assertThat(foreign.cycleLength(DateRange.always(), ALL).open()).isZero();
    }

    @Test
    void a_removed_deal_counts_nowhere_from_then_on() {
        Opportunity deal = door.deal();
        Instant before = door.office().now();
        door.days(1);
        door.office().deskOf(SOMCHAI).run(work -> {
            work.delete(Opportunities.TYPE, deal);
            return true;
        });

        assertThat(insight.funnel(pipeline, ALL).deals()).isZero();
        assertThat(insight.funnel(pipeline, ALL.seenFrom(Viewpoint.asOf(before)))
                        .deals())
                .isEqualTo(1);
    }

    @Test
    void cohorts_go_by_the_day_that_was_said_as_forecasts_do() {
        Opportunity deal = door.deal();
        door.days(60);
        deals.move(MoveOpportunity.won(deal.id()).on(LocalDate.of(2026, 3, 31)));
        deals.open(NewOpportunity.of("Old")
                .stage("Lost")
                .closed(LocalDate.of(2025, 12, 31), "too dear")
                .amount(Money.parse("THB 7.00")));
        ForecastService forecasts =
                new ForecastService(door.office().deskOf(SOMCHAI), FiscalCalendar.calendarYear(), BANGKOK);

        WinRates<FiscalPeriod> rates = insight.winRatesByClose(PeriodLevel.QUARTER, ALL);

        assertThat(rates.cohorts())
                .extracting(cohort -> cohort.key().id())
                .containsExactly(PeriodId.quarter(2025, 4), PeriodId.quarter(2026, 1));
        assertThat(rates.cohorts())
                .allSatisfy(cohort -> assertThat(cohort.rate())
                        .isEqualTo(forecasts.winRate(cohort.key().range())));
        assertThat(rates.whole()).isEqualTo(forecasts.winRate(DateRange.always()));
        CycleLength cycle = insight.cycleLength(DateRange.always(), ALL);
        assertThat(cycle.won().median()).contains(29.0);
        assertThat(cycle.unmeasured()).isEqualTo(1);
    }

    @Test
    void a_day_said_for_a_decision_that_was_taken_back_is_not_the_day_of_the_next_one() {
        Opportunity deal = door.deal();
        door.days(40);
        Instant first = door.office().now();
        deals.move(MoveOpportunity.lost(deal.id(), "too dear").on(LocalDate.of(2026, 3, 20)));
        door.days(10);
        deals.reopen(deal.id(), "a new budget");
        door.days(5);
        deals.move(MoveOpportunity.won(deal.id()).on(LocalDate.of(2026, 4, 1)));

        assertThat(insight.journey(deal.id()).decided()).contains(LocalDate.of(2026, 4, 1));
        WinRates<FiscalPeriod> then = insight.winRatesByClose(PeriodLevel.MONTH, ALL.seenFrom(Viewpoint.asOf(first)));
        assertThat(then.cohorts().get(0).key().id()).isEqualTo(PeriodId.month(2026, 4));
        assertThat(then.whole().lost()).isEqualTo(1);
    }

    @Test
    void win_rates_also_go_by_opening_and_by_owner() {
        deals.win(door.deal().id());
        deals.lose(door.deal(MALEE).id(), "too dear");
        door.deal(MALEE);

        WinRates<FiscalPeriod> opened = insight.winRatesByOpening(PeriodLevel.MONTH, ALL);

        assertThat(opened.cohorts()).hasSize(1);
        assertThat(opened.cohorts().get(0).byCount().of()).isEqualTo(Proportion.of(1, 2));
        assertThat(opened.cohorts().get(0).open()).isEqualTo(1);
        WinRates.Cohort<?> malee =
                insight.winRatesByOwner(DateRange.always(), ALL).cohort(MALEE).orElseThrow();
        assertThat(malee.byCount().of()).isEqualTo(Proportion.of(0, 1));
        assertThat(malee.open()).isEqualTo(1);
        assertThat(insight.winRatesByOwner(DateRange.ofDay(LocalDate.of(2026, 1, 1)), ALL)
                        .whole())
                .isEqualTo(WinRate.empty());
    }

    @Test
    void coverage_is_what_the_forecast_of_the_period_has_against_its_quota() {
        LocalDate due = LocalDate.of(2026, 3, 31);
        Opportunity open = deals.open(
                NewOpportunity.of("Tiles").amount(Money.parse("THB 600.00")).closingOn(due));
        Opportunity won = door.deal();
        Instant before = door.office().now();
        door.days(1);
        deals.win(won.id());
        Quota quota = Quota.of(PeriodId.quarter(2026, 1), Money.parse("THB 500.00"));
        ForecastService forecasts =
                new ForecastService(door.office().deskOf(SOMCHAI), FiscalCalendar.calendarYear(), BANGKOK);

        Coverage coverage = insight.coverage(quota, ALL);

        assertThat(coverage.ratio()).contains(new BigDecimal("1.5000"));
        assertThat(coverage.open())
                .isEqualTo(forecasts.of(quota.period()).total().openPipeline());
        assertThat(coverage.closed())
                .isEqualTo(forecasts.of(quota.period()).total().closed());
        assertThat(insight.coverage(quota, ALL.seenFrom(Viewpoint.asOf(before))).ratio())
                .contains(new BigDecimal("1.2000"));
        assertThat(insight.coverage(quota, ALL.where(Opportunities.TYPE.id().equalTo(open.id())))
                        .gap())
                .isEqualTo(Money.parse("THB 500.00"));
        assertThat(insight.coverage(quota, ALL.where(Criteria.none())).ratio()).contains(new BigDecimal("0.0000"));
    }
}
