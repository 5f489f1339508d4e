package io.github.crmkit.opportunity;

import io.github.crmkit.kernel.Id;
import java.util.UUID;

/** Identifies a deal. */
public record OpportunityId(UUID value) implements Id {

    /** Reads the 36 character form; anything else is an {@link IllegalArgumentException}. */
    public static OpportunityId parse(String text) {
        return new OpportunityId(UUID.fromString(text));
    }
}
