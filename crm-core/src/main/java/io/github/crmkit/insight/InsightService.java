package io.github.crmkit.insight;

import io.github.crmkit.access.Desk;
import io.github.crmkit.access.Work;
import io.github.crmkit.insight.Coverage.Quota;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.opportunity.Opportunities;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.opportunity.OpportunityId;
import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.pipeline.PipelineId;
import io.github.crmkit.pipeline.Pipelines;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.Page;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.time.DateRange;
import io.github.crmkit.time.FiscalCalendar;
import io.github.crmkit.time.FiscalPeriod;
import io.github.crmkit.time.OrganisationZone;
import io.github.crmkit.time.PeriodLevel;
import io.github.crmkit.track.Viewpoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The door to what history teaches, for one caller: every figure is of the deals that the caller sees, and no others. A deal
 * that was removed by the moment that is looked at counts nowhere.
 */
public final class InsightService {

    private final Desk desk;
    private final FiscalCalendar calendar;
    private final OrganisationZone zone;
    private final LastActivity activity;
    private final int quietDays;

    /**
     * @param calendar the organisation's fiscal periods
     * @param zone where the organisation counts its days
     */
    public InsightService(Desk desk, FiscalCalendar calendar, OrganisationZone zone) {
        this(desk, calendar, zone, LastActivity.changes(), Hygiene.QUIET_DAYS);
    }

    private InsightService(
            Desk desk, FiscalCalendar calendar, OrganisationZone zone, LastActivity activity, int quietDays) {
        this.desk = desk;
        this.calendar = calendar;
        this.zone = zone;
        this.activity = activity;
        this.quietDays = quietDays;
    }

    /** The same door for a host that knows when somebody last did something about a deal. */
    public InsightService withActivity(LastActivity other) {
        return new InsightService(desk, calendar, zone, other, quietDays);
    }

    /**
     * The same door for a host that calls a deal neglected after so many calendar days without activity.
     *
     * @throws IllegalArgumentException for fewer than 1 day
     */
    public InsightService withQuietDays(int days) {
        if (days < 1) {
            throw new IllegalArgumentException("a deal may be quiet for a day at least");
        }
        return new InsightService(desk, calendar, zone, activity, days);
    }

    /**
     * What became of a deal by now: its visits, and how it stands.
     *
     * @throws NotFoundException when there is none that the caller sees
     */
    public Journey journey(OpportunityId id) {
        Slice one = Slice.everything().where(Opportunities.TYPE.id().equalTo(id));
        return answer(one, Journeys.One::new).orElseThrow(() -> new NotFoundException(Opportunities.TYPE.refTo(id)));
    }

    /**
     * How each open stage of a pipeline converts.
     *
     * @throws NotFoundException when there is no such pipeline that the caller sees
     */
    public List<StageConversion> conversions(PipelineId id, Slice slice) {
        return answer(id, slice, pipeline -> new StageConversion.Tally(pipeline, slice.least()));
    }

    /** How long deals stay in each open stage of a pipeline; refused as {@link #conversions}. */
    public List<StageTimes> stageTimes(PipelineId id, Slice slice) {
        return answer(id, slice, pipeline -> new StageTimes.Tally(pipeline, slice.least()));
    }

    /** How far the deals of a pipeline came; refused as {@link #conversions}. */
    public Funnel funnel(PipelineId id, Slice slice) {
        return answer(id, slice, pipeline -> new Funnel.Tally(pipeline, slice.least()));
    }

    /**
     * How long deals take from coming into being to being won or lost.
     *
     * @param decided counts only decisions on these days; {@link DateRange#always()} for all
     */
    public CycleLength cycleLength(DateRange decided, Slice slice) {
        return answer(slice, () -> new CycleLength.Tally(decided, slice.least()));
    }

    /** Win rates by the fiscal period in which deals were decided. Open deals are in none of them. */
    public WinRates<FiscalPeriod> winRatesByClose(PeriodLevel level, Slice slice) {
        return winRates(deal -> deal.decided().map(day -> calendar.periodOf(day, level)), slice);
    }

    /** Win rates by the fiscal period in which deals came into being. The open ones of a period are counted with it. */
    public WinRates<FiscalPeriod> winRatesByOpening(PeriodLevel level, Slice slice) {
        return winRates(deal -> Optional.of(calendar.periodOf(deal.openedOn(), level)), slice);
    }

    /**
     * Win rates by owner, as of the moment that is looked at, in the order of their ids.
     *
     * @param decided counts only decisions on these days; open deals count whatever the days
     */
    public WinRates<UserId> winRatesByOwner(DateRange decided, Slice slice) {
        Function<Journey, Optional<UserId>> owner =
                deal -> Optional.of(deal.state().owner())
                        .filter(user -> deal.decided().map(decided::contains).orElse(true));
        return answer(slice, () -> new WinRates.Tally<>(owner, Comparator.comparing(UserId::text), slice.least()));
    }

    private WinRates<FiscalPeriod> winRates(Function<Journey, Optional<FiscalPeriod>> period, Slice slice) {
        return answer(slice, () -> new WinRates.Tally<>(period, Comparator.comparing(FiscalPeriod::id), slice.least()));
    }

    /**
     * How much a day the open deals bring, for each currency.
     *
     * @param decided the days whose decisions tell how deals fare
     */
    public List<Velocity> velocity(DateRange decided, Slice slice) {
        return answer(slice, () -> new Velocity.Tally(decided, slice.least()));
    }

    /** How the open deals of a quota's period cover what is missing to it. */
    public Coverage coverage(Quota quota, Slice slice) {
        FiscalPeriod period = calendar.period(quota.period());
        return answer(slice, () -> new Coverage.Tally(quota, period));
    }

    /**
     * What is amiss with a deal as it stands now, in the order of the kinds.
     *
     * @throws NotFoundException when there is none that the caller sees
     */
    public List<Finding> findings(OpportunityId id) {
        return desk.run(work -> inspect(work, hygiene(work), List.of(work.get(Opportunities.TYPE, id))));
    }

    /**
     * One page of the findings of a kind, of the deals that satisfy a filter.
     *
     * @return as many deals were looked at as the page has room for; where the kind is not {@link Hygiene#isExact exact}, the
     *     page may have fewer findings, or none, and others may follow
     */
    public Page<Finding> findings(
            Finding.Kind kind, Criteria<Opportunity> where, Sort<Opportunity> sort, PageRequest request) {
        return desk.run(work -> {
            Hygiene hygiene = hygiene(work);
            Page<Opportunity> deals =
                    work.page(Opportunities.TYPE, hygiene.candidates(kind).and(where), sort, request);
            List<Finding> found = new ArrayList<>();
            for (int from = 0; from < deals.items().size(); from += LastActivity.BATCH) {
                int to = Math.min(deals.items().size(), from + LastActivity.BATCH);
                found.addAll(inspect(work, hygiene, deals.items().subList(from, to)));
            }
            return new Page<>(found.stream().filter(one -> one.kind() == kind).toList(), deals.cursor());
        });
    }

    /** How many findings there are of each kind, of the open deals that satisfy a filter. */
    public Hygiene.Summary hygiene(Criteria<Opportunity> where) {
        return desk.run(work -> work.answer(new Inspection.Count(where, hygiene(work), activity)));
    }

    private Hygiene hygiene(Work work) {
        List<Pipeline> pipelines = new ArrayList<>();
        Pipelines.in(work).each(Criteria.all(), Sort.byId(), pipelines::add);
        return Hygiene.on(zone.dateOf(work.now()), zone, quietDays, pipelines);
    }

    private List<Finding> inspect(Work work, Hygiene hygiene, List<Opportunity> deals) {
        return work.answer(new Inspection(deals, hygiene, activity));
    }

    private <R> R answer(PipelineId id, Slice slice, Function<Pipeline, Fold<R>> fold) {
        return desk.run(work -> {
            Pipeline pipeline = work.get(Pipelines.TYPE, id);
            return work.answer(journeys(work, slice, () -> fold.apply(pipeline)));
        });
    }

    private <R> R answer(Slice slice, Supplier<Fold<R>> fold) {
        return desk.run(work -> work.answer(journeys(work, slice, fold)));
    }

    private <R> Journeys<R> journeys(Work work, Slice slice, Supplier<Fold<R>> fold) {
        Viewpoint from = slice.viewpoint().orElseGet(() -> Viewpoint.asOf(work.now()));
        return new Journeys<>(slice, from, zone, fold);
    }
}
