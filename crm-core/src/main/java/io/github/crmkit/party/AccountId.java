package io.github.crmkit.party;

import io.github.crmkit.kernel.Id;
import java.util.UUID;

/** Identifies an account. */
public record AccountId(UUID value) implements Id {

    /** Reads the 36 character form; anything else is an {@link IllegalArgumentException}. */
    public static AccountId parse(String text) {
        return new AccountId(UUID.fromString(text));
    }
}
