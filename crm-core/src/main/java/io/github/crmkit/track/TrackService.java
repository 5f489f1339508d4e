package io.github.crmkit.track;

import io.github.crmkit.access.Desk;
import io.github.crmkit.access.Work;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.opportunity.Opportunities;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.opportunity.OpportunityFields;
import io.github.crmkit.opportunity.OpportunityId;
import io.github.crmkit.opportunity.Standing;
import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.pipeline.PipelineId;
import io.github.crmkit.pipeline.PipelineService;
import io.github.crmkit.pipeline.Pipelines;
import io.github.crmkit.query.Criteria;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The door to deals through time, for one caller: every number is of the deals that the caller sees, and no others. Who sees
 * a deal now sees all that it went through; a deal that was removed counts only for who sees all deals.
 */
public final class TrackService {

    private final Desk desk;

    public TrackService(Desk desk) {
        this.desk = desk;
    }

    /** What the deals add up to now, open and closed ones. */
    public PipelineCube now() {
        return now(Criteria.all());
    }

    /** What the deals that satisfy a filter add up to now. */
    public PipelineCube now(Criteria<Opportunity> where) {
        return desk.run(work -> work.answer(new PipelineNow(where)));
    }

    /** What the deals added up to at this moment, as far as is known now. */
    public PipelineCube asOf(Instant moment) {
        return at(Viewpoint.asOf(moment));
    }

    /** What the deals were believed to add up to at this moment. */
    public PipelineCube knownAt(Instant moment) {
        return at(Viewpoint.knownAt(moment));
    }

    /** What the deals added up to from this viewpoint. */
    public PipelineCube at(Viewpoint from) {
        return desk.run(work -> work.answer(new PipelineThen(from)));
    }

    /** The default pipeline with its deals, stage by stage. The first call of a tenant installs the shipped one. */
    public Board board() {
        return desk.runIdempotent(work -> board(work, PipelineService.defaultOf(work)));
    }

    /**
     * A pipeline with its deals, stage by stage.
     *
     * @throws NotFoundException when there is no such pipeline
     */
    public Board board(PipelineId id) {
        return desk.run(work -> board(work, work.get(Pipelines.TYPE, id)));
    }

    /**
     * A pipeline with its deals as they stood, in its stages of today.
     *
     * @throws NotFoundException when there is no such pipeline
     */
    public Board board(PipelineId id, Viewpoint from) {
        return desk.run(work -> Board.of(work.get(Pipelines.TYPE, id), work.answer(new PipelineThen(from))));
    }

    /**
     * How one deal stood; absent before it came into being.
     *
     * @throws NotFoundException when there is no such deal now that the caller sees
     */
    public Optional<Standing.State> stateOf(OpportunityId id, Viewpoint from) {
        return path(id).stateAt(from);
    }

    /**
     * What one deal went through.
     *
     * @throws NotFoundException when there is no such deal now that the caller sees
     */
    public DealPath path(OpportunityId id) {
        return desk.run(work -> {
            Opportunity deal = work.get(Opportunities.TYPE, id);
            List<Standing> rows = work.traces(Standing.TYPE, Standing.DEAL.equalTo(deal.id()), Standing.inOrder());
            return DealPath.of(rows);
        });
    }

    /**
     * What moved after one instant, up to and including another.
     *
     * @throws io.github.crmkit.kernel.RuleViolationsException {@code movement-order}
     */
    public Movement movement(Instant from, Instant to) {
        return movement(MovementBetween.of(from, to));
    }

    /** What moved. */
    public Movement movement(MovementBetween question) {
        return desk.run(work -> work.answer(question));
    }

    /**
     * Writes down how deals stood before what is known of them, all or nothing. How they stand now stays as it is.
     *
     * @return the rows that were added, in the order of the command
     * @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with any row, at paths such as
     *     {@code [3].effective}: {@code history-future}, {@code history-order}, {@code history-after-current},
     *     {@code unknown-stage}, {@code stage-category}, {@code probability}, {@code amount-negative}, {@code date-range}, …
     * @throws NotFoundException when the caller sees no such deal or account
     * @throws io.github.crmkit.access.AccessDeniedException when the caller may not
     * @throws io.github.crmkit.kernel.LimitExceededException for more than 10,000 rows
     */
    public List<Standing> importHistory(ImportHistory command) {
        Violations problems = desk.commandCheck().inspectAll(command.rows());
        if (!command.isComplete()) {
            problems.throwIfAny("import of history");
        }
        return desk.run(work -> new HistoryImport(work).add(command.rows(), problems));
    }

    private static Board board(Work work, Pipeline pipeline) {
        return Board.of(pipeline, work.answer(new PipelineNow(OpportunityFields.PIPELINE.equalTo(pipeline.id()))));
    }
}
