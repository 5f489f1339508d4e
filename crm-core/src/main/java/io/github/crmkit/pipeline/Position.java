package io.github.crmkit.pipeline;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a deal stands in its pipeline.
 *
 * @param stage the stage it is in
 * @param category where it counts in a forecast: as its stage said when the deal entered
 * @param outcome whether it is open, won or lost: as its stage said when the deal entered
 * @param enteredAt when it entered the stage, in microseconds; age in stage counts from here
 * @param lastOpen the last open stage it was in, its own while it is open; absent where it came in closed
 */
public record Position(
        PipelineId pipeline,
        StageId stage,
        ForecastCategory category,
        Outcome outcome,
        Instant enteredAt,
        @Nullable StageId lastOpen) {

    /** @throws IllegalArgumentException where an open deal's last open stage is not its own */
    public Position {
        if (outcome == Outcome.OPEN && !stage.equals(lastOpen)) {
            throw new IllegalArgumentException("the last open stage of an open deal is its own");
        }
    }

    /** A deal's first place. */
    public static Position startingIn(PipelineId pipeline, Stage stage, Instant at) {
        return new Position(
                pipeline, stage.id(), stage.category(), stage.outcome(), at, stage.isOpen() ? stage.id() : null);
    }

    /** The place after entering another stage of the same pipeline. */
    public Position entering(Stage next, Instant at) {
        return new Position(
                pipeline, next.id(), next.category(), next.outcome(), at, next.isOpen() ? next.id() : lastOpen);
    }

    /** The last open stage it was in; absent where it came in closed. */
    public Optional<StageId> lastOpenStage() {
        return Optional.ofNullable(lastOpen);
    }
}
