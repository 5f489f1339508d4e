package io.github.crmkit.opportunity;

import io.github.crmkit.access.Work;
import io.github.crmkit.command.Command;
import io.github.crmkit.deal.Competitor;
import io.github.crmkit.deal.DealRules;
import io.github.crmkit.kernel.CrmException;
import io.github.crmkit.kernel.PlainText;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.pipeline.Outcome;
import io.github.crmkit.pipeline.StageChoice;
import io.github.crmkit.pipeline.StageId;
import io.github.crmkit.query.Criteria;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a deal to go to another stage; to a won or lost one to close it.
 *
 * @param reason why; required for a lost stage
 * @param competitor who got the deal, or whom it was won against; only for a won or lost stage
 * @param on the day it was decided, in the organisation's zone; that of the move unless given
 * @param effective when it entered the stage, cut down to microseconds: not in the future, and not before the latest change of
 *     what is counted of it; now unless given
 * @param version the version that was shown; where it is given and no longer the current one, nothing is changed
 */
public record MoveOpportunity(
        @NotNull OpportunityId id,
        @NotNull StageChoice to,
        @PlainText(max = Closure.MAX_REASON) @Nullable String reason,
        @PlainText(max = Competitor.MAX_NAME) @Nullable String competitor,
        @Nullable LocalDate on,
        @Nullable Instant effective,
        @Nullable Long version)
        implements Command {

    /**
     * What came of one of many moves.
     *
     * @param id the deal that was to be moved; absent where the command named none
     * @param deal as it stands now; absent where it was not moved
     * @param refusal why not; absent where it was moved, or stood there already
     */
    public record Result(
            @Nullable OpportunityId id,
            @Nullable Opportunity deal,
            @Nullable CrmException refusal) {

        static Result moved(Opportunity deal) {
            return new Result(deal.id(), deal, null);
        }

        static Result refused(@Nullable OpportunityId id, CrmException refusal) {
            return new Result(id, null, refusal);
        }

        /** Whether the deal stands where it was to go. */
        public boolean isMoved() {
            return refusal == null;
        }

        /** The deal as it stands now, where it was moved. */
        public Optional<Opportunity> moved() {
            return Optional.ofNullable(deal);
        }

        /** Why it was not moved, where it was not. */
        public Optional<CrmException> refused() {
            return Optional.ofNullable(refusal);
        }
    }

    /** To this stage. */
    public static MoveOpportunity to(OpportunityId id, StageId stage) {
        return new MoveOpportunity(id, StageChoice.of(stage), null, null, null, null, null);
    }

    /** To the stage of this name, whatever the case. */
    public static MoveOpportunity to(OpportunityId id, String stageName) {
        return new MoveOpportunity(id, StageChoice.named(stageName), null, null, null, null, null);
    }

    /** To the first won stage of its pipeline. */
    public static MoveOpportunity won(OpportunityId id) {
        return new MoveOpportunity(id, StageChoice.first(Outcome.WON), null, null, null, null, null);
    }

    /** To the first lost stage of its pipeline, for this reason. */
    public static MoveOpportunity lost(OpportunityId id, String reason) {
        return new MoveOpportunity(id, StageChoice.first(Outcome.LOST), reason, null, null, null, null);
    }

    /** For this reason. */
    public MoveOpportunity because(@Nullable String why) {
        return new MoveOpportunity(id, to, why, competitor, on, effective, version);
    }

    /** Lost to this competitor, or won against them. */
    public MoveOpportunity competitor(@Nullable String name) {
        return new MoveOpportunity(id, to, reason, name, on, effective, version);
    }

    /** Decided on this day. */
    public MoveOpportunity on(@Nullable LocalDate day) {
        return new MoveOpportunity(id, to, reason, competitor, day, effective, version);
    }

    /** It went there at this moment already, which is written down only now. */
    public MoveOpportunity effective(@Nullable Instant moment) {
        return new MoveOpportunity(id, to, reason, competitor, on, moment, version);
    }

    /** Only while it is as it was shown. */
    public MoveOpportunity seen(@Nullable Long shown) {
        return new MoveOpportunity(id, to, reason, competitor, on, effective, shown);
    }

    @Override
    public void check(Violations problems) {
        DealRules.checkDay(on, "on", problems);
    }

    /** When it takes place, within this unit. A deal's latest change stays its latest one, whatever is written down late. */
    Instant moment(Work work) {
        if (effective == null) {
            return work.now();
        }
        Instant moment = effective.truncatedTo(ChronoUnit.MICROS);
        Criteria<Standing> later = Standing.DEAL.equalTo(id).and(Standing.EFFECTIVE.greaterThan(moment));
        boolean future = moment.isAfter(work.now());
        new Violations()
                .require(!future, "effective", "effective-future", "must not be in the future")
                .require(
                        future
                                || work.traces(Standing.TYPE, later, Standing.inOrder())
                                        .isEmpty(),
                        "effective",
                        "effective-order",
                        "must not be before the latest change of the deal")
                .throwIfAny("move of a deal");
        return moment;
    }
}
