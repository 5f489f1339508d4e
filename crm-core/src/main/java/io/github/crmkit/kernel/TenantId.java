package io.github.crmkit.kernel;

import java.util.UUID;

/** The organisation whose data is kept apart from all others. Nothing is read or written without one. */
public record TenantId(UUID value) implements Id {

    /** Reads the 36 character form; anything else is an {@link IllegalArgumentException}. */
    public static TenantId parse(String text) {
        return new TenantId(UUID.fromString(text));
    }
}
