package io.github.crmkit.opportunity;

import io.github.crmkit.kernel.Violation;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.lifecycle.Guard;
import io.github.crmkit.lifecycle.GuardedLifecycle;
import io.github.crmkit.lifecycle.IllegalTransitionException;
import io.github.crmkit.pipeline.Outcome;
import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.pipeline.Stage;
import io.github.crmkit.pipeline.StageOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What must hold before a deal goes to another stage: the table of outcomes, its guards, and the stage itself. */
final class OpportunityRules {

    /** A deal, the stage it is to go to, and what was said. */
    record Move(Opportunity deal, Stage to, @Nullable String reason, boolean reopening) {}

    private static final Violation CLOSED =
            new Violation("", "deal-closed", "is closed and moves only by being reopened");
    private static final Guard<Move> REASON_GIVEN =
            Guard.require((Move move) -> move.reason() != null, "reason", "reason-required", "must be given");
    private static final Guard<Move> REOPENING =
            Guard.require(Move::reopening, CLOSED.path(), CLOSED.code(), CLOSED.message());

    private static final GuardedLifecycle<Outcome, Move> OUTCOMES = Outcome.LIFECYCLE
            .guarded((Function<Move, Outcome>) move -> move.deal().outcome())
            .entering(Outcome.LOST, REASON_GIVEN)
            .entering(Outcome.OPEN, REOPENING)
            .entering(Outcome.OPEN, REASON_GIVEN);

    private OpportunityRules() {}

    /** Everything that keeps the deal from that stage now. */
    static List<Violation> refusals(Pipeline pipeline, Move move) {
        Stage to = move.to();
        if (pipeline.stage(to.id()).isEmpty()) {
            return List.of(new Violation("stage", "unknown-stage", "must be a stage of the deal's pipeline"));
        }
        List<Violation> reasons = new ArrayList<>();
        if (move.deal().outcome() != to.outcome()) {
            reasons.addAll(OUTCOMES.refusals(move, to.outcome()));
        } else if (!move.deal().isOpen()) {
            reasons.add(CLOSED);
        }
        if (!to.active()) {
            reasons.add(new Violation("stage", "stage-inactive", "must be a stage that deals may enter"));
        }
        return reasons;
    }

    static void require(Pipeline pipeline, Move move) {
        List<Violation> reasons = refusals(pipeline, move);
        if (!reasons.isEmpty()) {
            String from = pipeline.stage(move.deal().stage()).map(Stage::name).orElse("an unknown stage");
            throw new IllegalTransitionException("deal", from, move.to().name(), reasons);
        }
    }

    static List<StageOption> options(Pipeline pipeline, Opportunity deal) {
        return pipeline.stages().stream()
                .filter(stage -> !stage.id().equals(deal.stage()))
                .map(stage -> new StageOption(stage, refusals(pipeline, new Move(deal, stage, null, false))))
                .toList();
    }

    static void requireOpen(Opportunity deal) {
        Violations problems = new Violations();
        problems.require(deal.isOpen(), "", CLOSED.code(), "is closed and must be reopened before it is changed");
        problems.throwIfAny("deal");
    }
}
