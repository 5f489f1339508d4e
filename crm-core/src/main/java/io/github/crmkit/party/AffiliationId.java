package io.github.crmkit.party;

import io.github.crmkit.kernel.Id;
import java.util.UUID;

/** Identifies an affiliation. */
public record AffiliationId(UUID value) implements Id {

    /** Reads the 36 character form; anything else is an {@link IllegalArgumentException}. */
    public static AffiliationId parse(String text) {
        return new AffiliationId(UUID.fromString(text));
    }
}
