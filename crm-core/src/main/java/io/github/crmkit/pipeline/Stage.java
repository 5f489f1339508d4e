package io.github.crmkit.pipeline;

import io.github.crmkit.money.Percent;

/**
 * One step of a pipeline. A value of its {@link Pipeline}, which checks it; kept by its id while everything else about it
 * may be edited.
 *
 * @param id stays the same for the life of the stage
 * @param name 1 to {@value NewStage#MAX_NAME} characters (UTF-16 units), unique within the pipeline whatever the case
 * @param probability the default for deals that enter, from 0 % to 100 %
 * @param category where deals count in a forecast; closed only for won stages, omitted for lost ones
 * @param outcome what entering it makes of a deal
 * @param active whether deals may enter; those inside stay and may leave
 */
public record Stage(
        StageId id, String name, Percent probability, ForecastCategory category, Outcome outcome, boolean active) {

    /** A stage as it was asked for. */
    static Stage of(StageId id, NewStage asked) {
        return new Stage(id, asked.name(), asked.probability(), asked.category(), asked.outcome(), asked.active());
    }

    /** Everything about it but its identity. */
    NewStage definition() {
        return new NewStage(name, probability, category, outcome, active);
    }

    /** Whether deals in it are still to be decided. */
    public boolean isOpen() {
        return outcome == Outcome.OPEN;
    }
}
