package io.github.crmkit.score;

import io.github.crmkit.access.AccessDeniedException;
import io.github.crmkit.access.Action;
import io.github.crmkit.access.Desk;
import io.github.crmkit.access.Work;
import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.CrmException;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.money.Percent;
import io.github.crmkit.opportunity.Opportunities;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.opportunity.OpportunityFields;
import io.github.crmkit.opportunity.OpportunityId;
import io.github.crmkit.opportunity.Standing;
import io.github.crmkit.pipeline.PipelineId;
import io.github.crmkit.pipeline.Pipelines;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.Repository;
import io.github.crmkit.time.OrganisationZone;
import io.github.crmkit.track.DealPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The door to scores, for one caller. A model is not kept: it is learnt afresh from the decided deals that the caller sees,
 * so a deal that was reopened, corrected or removed has left no trace in it, and stages stand in the order they have now. A
 * host that would rather keep a {@link NaiveBayes} learns the {@link #caseOf} a deal when it is decided, unlearns that same
 * case when it is reopened, and asks by the {@link #evidence} of open deals.
 */
public final class ScoreService {

    private final Desk desk;
    private final OrganisationZone zone;

    /** @param zone where the organisation counts its days: how far off a close date is */
    public ScoreService(Desk desk, OrganisationZone zone) {
        this.desk = desk;
        this.zone = zone;
    }

    /** The decided deals, as they stood each time they entered a stage, in the order of their ids. */
    public List<Case> cases(ScorePlan plan) {
        return desk.run(work -> work.answer(CaseReader.of(work, plan, zone).allDecided()));
    }

    /**
     * A decided deal, as it stood each time it entered a stage; absent for one that is open, or of which nothing is known from
     * the time before it was decided.
     *
     * @throws NotFoundException when the caller sees no such deal
     */
    public Optional<Case> caseOf(OpportunityId id, ScorePlan plan) {
        return desk.run(work -> {
            work.get(Opportunities.TYPE, id);
            CaseReader reader = CaseReader.of(work, plan, zone);
            return Optional.ofNullable(pathsOf(work, List.of(id)).get(id)).flatMap(reader::caseOf);
        });
    }

    /**
     * What a model may know of an open deal as it stands now.
     *
     * @throws NotFoundException when the caller sees no such deal
     * @throws RuleViolationsException {@code deal-closed} for one that is decided
     */
    public Evidence evidence(OpportunityId id, ScorePlan plan) {
        return desk.run(work -> evidence(work, id, CaseReader.of(work, plan, zone)));
    }

    /** What the decided deals teach. */
    public ScoreModel model(ScorePlan plan) {
        return plan.learn(cases(plan));
    }

    /**
     * What the scores of a plan would have been worth so far.
     *
     * @param parts into how many equal parts the decisions are cut, 2 or more; from the first one nothing but learning is
     *     done, and the model learns again at the start of every other one
     */
    public Backtest backtest(ScorePlan plan, int parts) {
        List<Case> cases = cases(plan);
        return Backtest.run(cases, plan::learn, Backtest.moments(cases, parts));
    }

    /**
     * How likely an open deal is to be won as it stands now, and why. Nothing is stored.
     *
     * @throws NotFoundException when the caller sees no such deal
     * @throws RuleViolationsException {@code deal-closed} for one that is decided
     */
    public Prediction predict(OpportunityId id, ScorePlan plan) {
        return desk.run(work -> {
            Scorer scorer = scorer(work, plan);
            return scorer.model.predict(evidence(work, id, scorer.reader));
        });
    }

    /**
     * As {@link #predict}, and the deal keeps the number beside its other probabilities; it keeps none where the model has
     * not seen enough.
     *
     * @throws AccessDeniedException when the caller may not change the deal
     */
    public DealScore score(OpportunityId id, ScorePlan plan) {
        return desk.runIdempotent(work -> {
            Opportunity deal = requireOpen(work.get(Opportunities.TYPE, id));
            work.requireAllowed(Opportunities.TYPE, Action.UPDATE, deal);
            return scorer(work, plan).keep(work, deal, pathsOf(work, List.of(id)));
        });
    }

    /**
     * Scores all open deals of a pipeline, as {@link #score}. What cannot be stored is told with its deal, and does not keep
     * the others from being stored.
     *
     * @return a result for each deal, in the order of their ids
     * @throws NotFoundException when the caller sees no such pipeline
     */
    public List<DealScore> scoreOpen(PipelineId pipeline, ScorePlan plan) {
        List<OpportunityId> open = new ArrayList<>();
        Scorer scorer = desk.run(work -> {
            work.get(Pipelines.TYPE, pipeline);
            Opportunities.in(work)
                    .each(
                            OpportunityFields.PIPELINE.equalTo(pipeline).and(Opportunities.open()),
                            Sort.byId(),
                            deal -> open.add(deal.id()));
            return scorer(work, plan);
        });
        List<DealScore> results = new ArrayList<>();
        for (int from = 0; from < open.size(); from += Repository.BATCH) {
            results.addAll(scoreBatch(open.subList(from, Math.min(open.size(), from + Repository.BATCH)), scorer));
        }
        return List.copyOf(results);
    }

    /** One unit for all of them; where that fails, one for each, so that nobody pays for a neighbour. */
    private List<DealScore> scoreBatch(List<OpportunityId> ids, Scorer scorer) {
        try {
            return desk.run(work -> scorer.keepAll(work, ids));
        } catch (CrmException refused) {
            if (!desk.storage().ownsTransactions()) {
                throw refused;
            }
            return ids.size() == 1
                    ? List.of(DealScore.refused(ids.get(0), refused))
                    : ids.stream()
                            .flatMap(id -> scoreBatch(List.of(id), scorer).stream())
                            .toList();
        }
    }

    private Scorer scorer(Work work, ScorePlan plan) {
        CaseReader reader = CaseReader.of(work, plan, zone);
        return new Scorer(reader, plan.learn(work.answer(reader.allDecided())));
    }

    private static Evidence evidence(Work work, OpportunityId id, CaseReader reader) {
        Opportunity deal = requireOpen(work.get(Opportunities.TYPE, id));
        return reader.evidenceOf(deal, pathsOf(work, List.of(id)).get(id), work.now());
    }

    private static Map<OpportunityId, DealPath> pathsOf(Work work, List<OpportunityId> deals) {
        Map<OpportunityId, List<Standing>> rows = new HashMap<>();
        work.traces(Standing.TYPE, Standing.DEAL.in(deals), Standing.inOrder())
                .forEach(row -> rows.computeIfAbsent(row.deal(), any -> new ArrayList<>())
                        .add(row));
        Map<OpportunityId, DealPath> paths = new HashMap<>();
        rows.forEach((deal, own) -> paths.put(deal, DealPath.of(own)));
        return paths;
    }

    private static Opportunity requireOpen(Opportunity deal) {
        Violations problems = new Violations();
        problems.require(deal.isOpen(), "deal", "deal-closed", "must be open to be scored");
        problems.throwIfAny("score of a deal");
        return deal;
    }

    /** A model, and how to ask it. */
    private record Scorer(CaseReader reader, ScoreModel model) {

        DealScore keep(Work work, Opportunity deal, Map<OpportunityId, DealPath> paths) {
            Prediction said = model.predict(reader.evidenceOf(deal, paths.get(deal.id()), work.now()));
            Percent percent = said.score().map(Score::percent).orElse(null);
            Change<Opportunity> change = deal.score(percent);
            work.save(Opportunities.TYPE, Action.UPDATE, change);
            return new DealScore(deal.id(), said, !change.isNone(), null);
        }

        /** Whatever is refused before anything is written does not keep the others from being stored. */
        List<DealScore> keepAll(Work work, List<OpportunityId> ids) {
            Map<OpportunityId, Opportunity> deals = Opportunities.in(work).findAll(ids).stream()
                    .collect(Collectors.toMap(Opportunity::id, Function.identity()));
            Map<OpportunityId, DealPath> paths = pathsOf(work, List.copyOf(deals.keySet()));
            List<DealScore> results = new ArrayList<>();
            for (OpportunityId id : ids) {
                Opportunity deal = deals.get(id);
                CrmException refusal = refusal(work, id, deal);
                if (deal == null || refusal != null) {
                    results.add(new DealScore(id, null, false, refusal));
                } else {
                    results.add(keep(work, deal, paths));
                }
            }
            return results;
        }

        private static @Nullable CrmException refusal(Work work, OpportunityId id, @Nullable Opportunity deal) {
            if (deal == null) {
                return new NotFoundException(Opportunities.TYPE.refTo(id));
            }
            try {
                requireOpen(deal);
                work.requireAllowed(Opportunities.TYPE, Action.UPDATE, deal);
                return null;
            } catch (CrmException refused) {
                return refused;
            }
        }
    }
}
