package io.github.crmkit.score;

import io.github.crmkit.access.Work;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.opportunity.Opportunities;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.opportunity.OpportunityFields;
import io.github.crmkit.opportunity.Standing;
import io.github.crmkit.pipeline.Outcome;
import io.github.crmkit.pipeline.PipelineId;
import io.github.crmkit.pipeline.Pipelines;
import io.github.crmkit.pipeline.Stage;
import io.github.crmkit.pipeline.StageId;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.Rollup;
import io.github.crmkit.storage.UnitOfWork;
import io.github.crmkit.time.OrganisationZone;
import io.github.crmkit.track.DealPath;
import io.github.crmkit.track.DealPaths;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes cases and evidence of what deals went through.
 *
 * @param orders the open stages of each pipeline, from the first
 */
record CaseReader(ScorePlan plan, OrganisationZone zone, Map<PipelineId, List<String>> orders) {

    /** A reader that knows the pipelines as they are now. */
    static CaseReader of(Work work, ScorePlan plan, OrganisationZone zone) {
        Map<PipelineId, List<String>> orders = new HashMap<>();
        Pipelines.in(work)
                .each(
                        Criteria.all(),
                        Sort.byId(),
                        pipeline -> orders.put(
                                pipeline.id(),
                                pipeline.stages().stream()
                                        .filter(Stage::isOpen)
                                        .map(stage -> key(stage.id()))
                                        .toList()));
        return new CaseReader(plan, zone, Map.copyOf(orders));
    }

    /** Asks for the cases of all deals that are decided. */
    Rollup<Opportunity, List<Case>> allDecided() {
        return new AllDecided(this);
    }

    private record AllDecided(CaseReader reader) implements Rollup<Opportunity, List<Case>> {

        @Override
        public EntityType<Opportunity, ?> subject() {
            return Opportunities.TYPE;
        }

        @Override
        public List<Case> fold(UnitOfWork unit, Criteria<Opportunity> visible) {
            List<Case> cases = new ArrayList<>();
            Criteria<Opportunity> decided = visible.and(OpportunityFields.OUTCOME.in(Outcome.WON, Outcome.LOST));
            DealPaths.each(unit, decided, null, path -> reader.caseOf(path).ifPresent(cases::add));
            return cases;
        }
    }

    /**
     * What is learnt from a deal: how it stood each time it entered an open stage, and how it was decided at last. Absent
     * where it is open or removed, or where nothing is known of the time before it was decided.
     */
    Optional<Case> caseOf(DealPath path) {
        List<DealThen.Held> course = DealThen.courseOf(path);
        int decided = course.size();
        while (decided > 0 && !course.get(decided - 1).state().isOpen()) {
            decided--;
        }
        if (path.last().removed() || decided == course.size()) {
            return Optional.empty();
        }
        Standing.State end = path.last().state();
        List<String> order = orders.getOrDefault(end.pipeline(), List.of());
        List<Case.Snapshot> entered = new ArrayList<>();
        DealThen last = null;
        for (int at = 0; at < decided; at++) {
            Standing.State state = course.get(at).state();
            String stage = key(state.stage());
            if (state.pipeline().equals(end.pipeline()) && order.contains(stage) && enters(course, at)) {
                last = then(course.subList(0, at + 1), course.get(at).since());
                entered.add(Case.Snapshot.entering(stage, plan.read(last), last.asOf()));
            }
        }
        if (last == null) {
            return Optional.empty();
        }
        Instant endedAt = course.get(decided).since();
        return Optional.of(Case.of(plan.segments().apply(last), order, entered, end.outcome() == Outcome.WON, endedAt));
    }

    /**
     * What is known of an open deal now.
     *
     * @param path what it went through; null where nothing of it was written down
     * @throws NotFoundException where the caller does not see its pipeline
     */
    Evidence evidenceOf(Opportunity deal, @Nullable DealPath path, Instant now) {
        PipelineId pipeline = deal.position().pipeline();
        List<String> order = orders.getOrDefault(pipeline, List.of());
        int stage = order.indexOf(key(deal.stage()));
        if (stage < 0) {
            throw new NotFoundException(Pipelines.TYPE.refTo(pipeline));
        }
        List<DealThen.Held> course = path == null
                ? List.of(new DealThen.Held(deal.position().enteredAt(), Standing.State.of(deal)))
                : DealThen.courseOf(path);
        Instant written = course.get(course.size() - 1).since();
        Instant asOf = written.isAfter(now) ? written : now; // another machine's clock may be ahead
        DealThen then = then(course, asOf);
        return new Evidence(plan.segments().apply(then), order.subList(0, stage + 1), plan.read(then), asOf);
    }

    private DealThen then(List<DealThen.Held> course, Instant asOf) {
        return new DealThen(course, asOf, zone.dateOf(asOf));
    }

    private static boolean enters(List<DealThen.Held> course, int at) {
        Standing.State state = course.get(at).state();
        if (!state.isOpen() || at == 0) {
            return state.isOpen();
        }
        Standing.State before = course.get(at - 1).state();
        return !before.isOpen() || !before.stage().equals(state.stage());
    }

    private static String key(StageId stage) {
        return stage.value().toString();
    }
}
