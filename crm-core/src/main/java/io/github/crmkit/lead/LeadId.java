package io.github.crmkit.lead;

import io.github.crmkit.kernel.Id;
import java.util.UUID;

/** Identifies a lead. */
public record LeadId(UUID value) implements Id {

    /** Reads the 36 character form; anything else is an {@link IllegalArgumentException}. */
    public static LeadId parse(String text) {
        return new LeadId(UUID.fromString(text));
    }
}
