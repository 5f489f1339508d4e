package io.github.crmkit.pipeline;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which stage of a pipeline is meant: one by its id, one by its name, or the first active one of an outcome.
 *
 * @param id the stage with this id; absent where it is meant otherwise
 * @param name the stage of this name, whatever the case; absent where it is meant otherwise
 * @param outcome the first active stage of this outcome; looked at where neither id nor name is given
 */
public record StageChoice(@Nullable StageId id, @Nullable String name, Outcome outcome) {

    /** Where deals start. */
    public static StageChoice start() {
        return first(Outcome.OPEN);
    }

    /** The first active stage of this outcome. */
    public static StageChoice first(Outcome outcome) {
        return new StageChoice(null, null, outcome);
    }

    /** The stage with this id. */
    public static StageChoice of(StageId id) {
        return new StageChoice(id, null, Outcome.OPEN);
    }

    /** The stage of this name; case and spaces around it do not matter. */
    public static StageChoice named(String name) {
        return new StageChoice(null, name, Outcome.OPEN);
    }

    /** The stage in this pipeline, active or not; absent where the pipeline has none such. */
    public Optional<Stage> in(Pipeline pipeline) {
        if (id != null) {
            return pipeline.stage(id);
        }
        return name != null ? pipeline.stage(name) : Optional.of(pipeline.first(outcome));
    }
}
