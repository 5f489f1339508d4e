package io.github.crmkit.insight;

import io.github.crmkit.pipeline.Outcome;
import io.github.crmkit.pipeline.PipelineId;
import io.github.crmkit.pipeline.StageId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stay of a deal in a stage, from one real transition to the next. A stage that was skipped was not visited; a deal that
 * comes back visits its stage again.
 *
 * @param outcome whether the deal was open, won or lost in it
 * @param entered when it came, inclusive
 * @param left when it went, exclusive, the same as {@code entered} where it went at once; absent while it is there
 */
public record Visit(
        PipelineId pipeline,
        StageId stage,
        Outcome outcome,
        Instant entered,
        @Nullable Instant left) {

    /** When it went; absent while it is there. */
    public Optional<Instant> leftAt() {
        return Optional.ofNullable(left);
    }

    /** Whether the deal was still to be decided in it. */
    public boolean isOpen() {
        return outcome == Outcome.OPEN;
    }

    boolean isIn(PipelineId otherPipeline, StageId otherStage) {
        return pipeline.equals(otherPipeline) && stage.equals(otherStage);
    }

    Visit until(Instant end) {
        return new Visit(pipeline, stage, outcome, entered, end);
    }
}
