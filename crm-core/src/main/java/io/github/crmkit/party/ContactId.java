package io.github.crmkit.party;

import io.github.crmkit.kernel.Id;
import java.util.UUID;

/** Identifies a contact. */
public record ContactId(UUID value) implements Id {

    /** Reads the 36 character form; anything else is an {@link IllegalArgumentException}. */
    public static ContactId parse(String text) {
        return new ContactId(UUID.fromString(text));
    }
}
