package io.github.crmkit.pipeline;

import io.github.crmkit.kernel.Id;
import java.util.UUID;

/** Identifies a pipeline. */
public record PipelineId(UUID value) implements Id {

    /** Reads the 36 character form; anything else is an {@link IllegalArgumentException}. */
    public static PipelineId parse(String text) {
        return new PipelineId(UUID.fromString(text));
    }
}
