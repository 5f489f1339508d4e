package io.github.crmkit.pipeline;

import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.Event;
import io.github.crmkit.kernel.PlainTextValidator;
import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.money.Percent;
import io.github.crmkit.pipeline.PipelineService.RedefinePipeline;
import io.github.crmkit.query.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One way of selling: ordered stages from the first talk to won or lost. It is defined, redefined and may become the
 * default; it is retired rather than removed, and restored where it is wanted again. Deals hold its id and the ids of its
 * stages.
 *
 * @param name 1 to {@value #MAX_NAME} characters (UTF-16 units), unique within the tenant
 * @param reference the host's own key for it, unique within the tenant; absent where there is none
 * @param stages in order; the first active one is open, and one at least is won and one lost
 * @param isDefault whether deals that name no pipeline go here; true for one pipeline of a tenant at most
 * @param active whether new deals may start in it
 */
public record Pipeline(
        PipelineId id,
        Stamp stamp,
        String name,
        @Nullable String reference,
        List<Stage> stages,
        boolean isDefault,
        boolean active) {

    /** The longest name, in UTF-16 units, inclusive. */
    public static final int MAX_NAME = 100;

    /** The longest reference, in UTF-16 units, inclusive. */
    public static final int MAX_REFERENCE = 100;

    /** The most stages of a pipeline. */
    public static final int MAX_STAGES = 50;

    private static final List<NewStage> SHIPPED = List.of(
            NewStage.open("Qualification", Percent.of(10), ForecastCategory.PIPELINE)
                    .asking("interest", "Is the customer really interested in what we offer?")
                    .asking("business", "What is the customer's business, and does it suit what we sell?")
                    .asking("problem", "Which problem does the customer want to solve?")
                    .asking("timing", "When does the customer need a solution?")
                    .asking("budget", "Does the customer have a budget for it, and how large is it?"),
            NewStage.open("Needs Analysis", Percent.of(25), ForecastCategory.PIPELINE)
                    .asking("real-need", "What does the customer really need, behind what was asked for?")
                    .asking("our-fit", "How well do we meet that need, compared with our rivals?"),
            NewStage.open("Proposal", Percent.of(50), ForecastCategory.BEST_CASE)
                    .asking("buying-window", "In which period does the customer intend to buy?")
                    .asking("purchase-order", "What has to happen for us to get the purchase order?")
                    .asking("decider", "Who makes the decision on the customer's side?")
                    .asking("worth", "Is it worth its price for the customer?"),
            NewStage.open("Negotiation", Percent.of(75), ForecastCategory.COMMIT)
                    .asking("informed-decider", "Does the decider have all the information that the decision needs?")
                    .asking("concessions", "Have we explored which discount or extras would settle the deal?"),
            NewStage.won("Closed Won"),
            NewStage.lost("Closed Lost"));

    /** @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with the definition */
    public Pipeline {
        stages = List.copyOf(stages);
        Violations problems = new Violations();
        problems.require(
                PlainTextValidator.isPlain(name, MAX_NAME, false),
                "name",
                "plain-text",
                "must be plain text of 1 to " + MAX_NAME + " characters");
        problems.require(
                reference == null || PlainTextValidator.isPlain(reference, MAX_REFERENCE, false),
                "reference",
                "plain-text",
                "must be plain text of 1 to " + MAX_REFERENCE + " characters");
        problems.require(!isDefault || active, "active", "default-inactive", "must be active to be the default");
        PipelineRules.check(stages.stream().map(Stage::definition).toList(), problems);
        PipelineRules.checkIds(stages.stream().map(Stage::id), problems);
        problems.throwIfAny("pipeline");
    }

    /**
     * The default pipeline that this library ships: Qualification (10 %), Needs Analysis (25 %), Proposal (50 %, best
     * case), Negotiation (75 %, commit), Closed Won, Closed Lost. Each open stage carries its questions, in English.
     *
     * @param stageIds gives each stage its id
     */
    public static Pipeline shipped(PipelineId id, Stamp stamp, Supplier<StageId> stageIds) {
        List<Stage> stages =
                SHIPPED.stream().map(asked -> Stage.of(stageIds.get(), asked)).toList();
        return new Pipeline(id, stamp, "Sales", null, stages, true, true);
    }

    /** Makes it the default, or no longer; to be what it is already changes nothing. */
    public Change<Pipeline> asDefault(boolean wanted) {
        if (isDefault == wanted) {
            return Change.none(this);
        }
        Pipeline changed = new Pipeline(id, stamp, name, reference, stages, wanted, active);
        return Change.of(this, changed, wanted ? new PipelineEvent.BecameDefault() : new PipelineEvent.LeftDefault());
    }

    /**
     * Lets new deals start in it, or no longer; the deals inside stay and go on. To be what it is already changes
     * nothing.
     *
     * @throws io.github.crmkit.kernel.RuleViolationsException {@code default-inactive} for the default pipeline
     */
    public Change<Pipeline> asActive(boolean wanted) {
        if (active == wanted) {
            return Change.none(this);
        }
        Pipeline changed = new Pipeline(id, stamp, name, reference, stages, isDefault, wanted);
        return Change.of(this, changed, wanted ? new PipelineEvent.Restored() : new PipelineEvent.Retired());
    }

    /**
     * Gives it another name, reference and stages; what is as it was changes nothing. Deals keep what their stage said when
     * they entered it.
     *
     * @param newIds gives each new stage its id
     * @throws io.github.crmkit.kernel.RuleViolationsException what the constructor refuses; {@code stage-missing} where a
     *     stage that it has is left out, {@code stage-outcome} where one gets another outcome, {@code stage-unknown} for a
     *     stage of another pipeline
     */
    public Change<Pipeline> redefine(RedefinePipeline asked, Supplier<StageId> newIds) {
        Violations problems = new Violations();
        PipelineRules.checkKept(stages, asked.stages(), problems);
        problems.throwIfAny("pipeline");
        List<Stage> wanted = asked.stages().stream()
                .map(edit -> Stage.of(edit.id() == null ? newIds.get() : edit.id(), edit.as()))
                .toList();
        Pipeline changed = new Pipeline(id, stamp, asked.name(), asked.reference(), wanted, isDefault, active);
        List<Event> events = eventsTo(changed);
        return events.isEmpty() ? Change.none(this) : new Change<>(this, changed, events);
    }

    private List<Event> eventsTo(Pipeline changed) {
        List<Event> events = new ArrayList<>();
        if (!name.equals(changed.name) || !Objects.equals(reference, changed.reference)) {
            events.add(new PipelineEvent.Edited());
        }
        for (Stage after : changed.stages) {
            stage(after.id())
                    .ifPresentOrElse(
                            before -> announce(before, after, events),
                            () -> events.add(new PipelineEvent.StageAdded(after.id())));
        }
        List<StageId> order = changed.stages.stream()
                .map(Stage::id)
                .filter(kept -> position(kept) >= 0)
                .toList();
        if (!order.equals(stages.stream().map(Stage::id).toList())) {
            events.add(new PipelineEvent.StagesReordered());
        }
        return events;
    }

    private static void announce(Stage before, Stage after, List<Event> events) {
        if (!before.definition().inactive().equals(after.definition().inactive())) {
            events.add(new PipelineEvent.StageEdited(after.id()));
        }
        if (before.active() != after.active()) {
            events.add(
                    after.active()
                            ? new PipelineEvent.StageSwitchedOn(after.id())
                            : new PipelineEvent.StageSwitchedOff(after.id()));
        }
    }

    /** The same pipeline with another stamp. */
    public Pipeline withStamp(Stamp next) {
        return new Pipeline(id, next, name, reference, stages, isDefault, active);
    }

    /** Where deals start: the first active stage. */
    public Stage start() {
        return first(Outcome.OPEN);
    }

    /** The first active stage of this outcome; there always is one. */
    public Stage first(Outcome outcome) {
        return stages.stream()
                .filter(s -> s.active() && s.outcome() == outcome)
                .findFirst()
                .orElseThrow();
    }

    /** The stage with this id, active or not. */
    public Optional<Stage> stage(StageId stageId) {
        int at = position(stageId);
        return at < 0 ? Optional.empty() : Optional.of(stages.get(at));
    }

    /** The stage of this name, active or not; case and spaces around it do not matter. */
    public Optional<Stage> stage(String stageName) {
        String wanted = TextField.fold(stageName.strip());
        return stages.stream()
                .filter(s -> TextField.fold(s.name().strip()).equals(wanted))
                .findFirst();
    }

    /** The place of the stage in the order, from 0; −1 for a stage of another pipeline. */
    public int position(StageId stageId) {
        for (int i = 0; i < stages.size(); i++) {
            if (stages.get(i).id().equals(stageId)) {
                return i;
            }
        }
        return -1;
    }
}
