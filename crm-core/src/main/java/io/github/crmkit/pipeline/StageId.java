package io.github.crmkit.pipeline;

import io.github.crmkit.kernel.Id;
import java.util.UUID;

/** Identifies a stage of a pipeline; kept when the stage is renamed, moved or switched off. */
public record StageId(UUID value) implements Id {

    /** Reads the 36 character form; anything else is an {@link IllegalArgumentException}. */
    public static StageId parse(String text) {
        return new StageId(UUID.fromString(text));
    }
}
