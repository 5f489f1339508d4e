package io.github.crmkit.opportunity;

import io.github.crmkit.access.AccessDeniedException;
import io.github.crmkit.access.Action;
import io.github.crmkit.access.Work;
import io.github.crmkit.command.CommandCheck;
import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.CrmException;
import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.pipeline.PipelineId;
import io.github.crmkit.pipeline.Pipelines;
import io.github.crmkit.pipeline.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Moves deals between stages, or out of the way, within one unit of work. */
final class Moves {

    private final Work work;
    private final DealTerms terms;

    Moves(Work work, DealTerms terms) {
        this.work = work;
        this.terms = terms;
    }

    /** Moves one deal, or throws what is against it. */
    Opportunity move(MoveOpportunity command) {
        Opportunity deal = work.get(Opportunities.TYPE, command.id());
        return save(
                decide(command, deal, work.get(Pipelines.TYPE, deal.position().pipeline())));
    }

    /**
     * Moves each deal that may be moved, in the order of the commands, and says what is against the others. What the store
     * refuses while writing is thrown, since the unit of work cannot go on behind it.
     */
    List<MoveOpportunity.Result> moveAll(List<MoveOpportunity> commands, CommandCheck check) {
        Map<OpportunityId, Opportunity> deals = deals(commands);
        Map<PipelineId, Pipeline> pipelines = pipelines(deals);
        List<MoveOpportunity.Result> results = new ArrayList<>(commands.size());
        for (MoveOpportunity command : commands) {
            Change<Opportunity> change;
            try {
                check.require(command);
                Opportunity deal = found(Opportunities.TYPE.refTo(command.id()), deals.get(command.id()));
                PipelineId in = deal.position().pipeline();
                change = decide(command, deal, found(Pipelines.TYPE.refTo(in), pipelines.get(in)));
            } catch (CrmException refusal) {
                results.add(MoveOpportunity.Result.refused(command.id(), refusal));
                continue;
            }
            results.add(saveOrRefuse(command, change, deals));
        }
        return results;
    }

    /** Removes a deal that nothing refers to. */
    Opportunity remove(OpportunityId id, String reason, List<Opportunities.Use> uses) {
        Violations problems = new Violations();
        String why = problems.plainText(reason, Closure.MAX_REASON, "reason");
        Opportunity deal = work.get(Opportunities.TYPE, id);
        work.requireAllowed(Opportunities.TYPE, Action.DELETE, deal);
        problems.require(
                        uses.stream().noneMatch(use -> use.uses(work.unit(), id)),
                        "",
                        "deal-in-use",
                        "must not be referred to, by a quote for example")
                .throwIfAny("removal of a deal");
        work.delete(Opportunities.TYPE, deal, why);
        return deal;
    }

    private MoveOpportunity.Result saveOrRefuse(
            MoveOpportunity command, Change<Opportunity> change, Map<OpportunityId, Opportunity> deals) {
        try {
            Opportunity moved = save(change);
            deals.put(moved.id(), moved);
            return MoveOpportunity.Result.moved(moved);
        } catch (AccessDeniedException denied) { // before anything is written
            return MoveOpportunity.Result.refused(command.id(), denied);
        }
    }

    private Change<Opportunity> decide(MoveOpportunity command, Opportunity deal, Pipeline pipeline) {
        Stage to = command.to().in(pipeline).orElseThrow(Moves::unknownStage);
        if (!to.id().equals(deal.stage())) {
            OpportunityService.requireVersion(deal, command.version());
        }
        Instant at = to.id().equals(deal.stage()) ? work.now() : command.moment(work);
        LocalDate on = command.on() == null ? terms.books().dateOf(at) : command.on();
        Closure said = new Closure(on, command.reason(), command.competitor(), null);
        return deal.move(pipeline, to, said, at, terms);
    }

    private Opportunity save(Change<Opportunity> change) {
        Action action = change.state().isOpen() ? Action.UPDATE : Action.CLOSE;
        return work.save(Opportunities.TYPE, action, change);
    }

    private Map<OpportunityId, Opportunity> deals(List<MoveOpportunity> commands) {
        Set<OpportunityId> ids = commands.stream()
                .map(MoveOpportunity::id)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<OpportunityId, Opportunity> deals = new HashMap<>();
        work.repository(Opportunities.TYPE).findAll(ids).forEach(deal -> deals.put(deal.id(), deal));
        return deals;
    }

    private Map<PipelineId, Pipeline> pipelines(Map<OpportunityId, Opportunity> deals) {
        Set<PipelineId> ids =
                deals.values().stream().map(deal -> deal.position().pipeline()).collect(Collectors.toSet());
        Map<PipelineId, Pipeline> pipelines = new HashMap<>();
        work.repository(Pipelines.TYPE).findAll(ids).forEach(pipeline -> pipelines.put(pipeline.id(), pipeline));
        return pipelines;
    }

    private static <T> T found(EntityRef what, @Nullable T one) {
        if (one == null) {
            throw new NotFoundException(what);
        }
        return one;
    }

    private static RuleViolationsException unknownStage() {
        return new RuleViolationsException(
                "move of a deal",
                new Violations()
                        .add("to", "unknown-stage", "must be a stage of the deal's pipeline")
                        .list());
    }
}
