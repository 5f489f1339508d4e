package io.github.crmkit.pipeline;

import io.github.crmkit.kernel.PlainTextValidator;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.money.Percent;
import io.github.crmkit.pipeline.PipelineService.RedefinePipeline.StageEdit;
import io.github.crmkit.query.TextField;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What makes a definition of stages sound; everything that is wrong is found at once. */
final class PipelineRules {

    private PipelineRules() {}

    static void check(List<NewStage> stages, Violations problems) {
        problems.require(
                stages.size() <= Pipeline.MAX_STAGES,
                "stages",
                "too-many-stages",
                "must be at most " + Pipeline.MAX_STAGES + " stages");
        Set<String> names = new HashSet<>();
        for (int i = 0; i < stages.size(); i++) {
            NewStage stage = stages.get(i);
            String path = "stages[" + i + "]";
            if (!isComplete(stage)) {
                problems.add(path, "not-null", "must have a name, a probability, a category and an outcome");
                continue;
            }
            checkOne(stage, path, problems);
            problems.require(
                    names.add(TextField.fold(stage.name().strip())),
                    path + ".name",
                    "stage-name-taken",
                    "must differ from the other stages' names, whatever the case");
        }
        checkWays(stages, problems);
    }

    /** What a new definition has to keep of the stages that there are. */
    static void checkKept(List<Stage> before, List<StageEdit> after, Violations problems) {
        Map<StageId, Outcome> outcomes = before.stream().collect(Collectors.toMap(Stage::id, Stage::outcome));
        for (int i = 0; i < after.size(); i++) {
            StageId id = after.get(i).id();
            if (id == null) {
                continue;
            }
            Outcome outcome = outcomes.get(id);
            String path = "stages[" + i + "]";
            problems.require(
                    outcome != null, path + ".id", "stage-unknown", "must be a stage that the pipeline has already");
            problems.require(
                    outcome == null || outcome == after.get(i).as().outcome(),
                    path + ".outcome",
                    "stage-outcome",
                    "must stay what it is, since deals stand or stood in the stage");
        }
        Set<StageId> kept = ids(after).collect(Collectors.toSet());
        problems.require(
                kept.containsAll(outcomes.keySet()),
                "stages",
                "stage-missing",
                "must hold every stage that the pipeline has: switch off what is no longer wanted");
    }

    /** No stage may stand in a definition twice. */
    static void checkIds(Stream<StageId> ids, Violations problems) {
        Set<StageId> seen = new HashSet<>();
        problems.require(ids.allMatch(seen::add), "stages", "stage-id-taken", "must not hold a stage twice");
    }

    /** The stages that are there already. */
    static Stream<StageId> ids(List<StageEdit> stages) {
        return stages.stream().map(StageEdit::id).flatMap(Stream::ofNullable);
    }

    private static void checkOne(NewStage stage, String path, Violations problems) {
        problems.require(
                PlainTextValidator.isPlain(stage.name(), NewStage.MAX_NAME, false),
                path + ".name",
                "plain-text",
                "must be plain text of 1 to " + NewStage.MAX_NAME + " characters");
        problems.require(
                !stage.probability().isNegative() && stage.probability().compareTo(Percent.HUNDRED) <= 0,
                path + ".probability",
                "stage-probability",
                "must be from 0 to 100 percent");
        problems.require(
                stage.category().fits(stage.outcome()),
                path + ".category",
                "stage-category",
                "must be closed or omitted for a won stage, omitted for a lost one, and not closed for an open one");
        problems.require(
                rots(stage),
                path + ".rottingDays",
                "stage-rotting",
                "must be from 1 to " + NewStage.MAX_ROTTING_DAYS + " days, and absent for a won or lost stage");
        problems.require(
                stage.outcome() == Outcome.OPEN
                        || (stage.questions().isEmpty() && stage.required().isEmpty()),
                path,
                "stage-criteria",
                "must have no exit criteria where it is won or lost, since deals leave it only by being reopened");
        Labels.check(stage.labels(), NewStage.MAX_NAME, path + ".labels", problems);
        ExitQuestion.check(stage.questions(), path + ".questions", problems);
    }

    private static boolean rots(NewStage stage) {
        Integer days = stage.rottingDays();
        return days == null || (days >= 1 && days <= NewStage.MAX_ROTTING_DAYS && stage.outcome() == Outcome.OPEN);
    }

    private static void checkWays(List<NewStage> stages, Violations problems) {
        List<Outcome> active = active(stages).map(NewStage::outcome).toList();
        problems.require(
                active.contains(Outcome.OPEN), "stages", "no-open-stage", "must have an active open stage to start in");
        problems.require(active.contains(Outcome.WON), "stages", "no-won-stage", "must have an active won stage");
        problems.require(active.contains(Outcome.LOST), "stages", "no-lost-stage", "must have an active lost stage");
        problems.require(
                !active.contains(Outcome.OPEN) || active.get(0) == Outcome.OPEN,
                "stages",
                "start-not-open",
                "must begin with an open stage");
    }

    private static Stream<NewStage> active(List<NewStage> stages) {
        return stages.stream().filter(stage -> stage.active() && isComplete(stage));
    }

    /** Callers from outside are not held by annotations. */
    private static boolean isComplete(NewStage stage) {
        return Stream.of(stage.name(), stage.probability(), stage.category(), stage.outcome())
                .allMatch(Objects::nonNull);
    }
}
