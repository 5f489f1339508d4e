package io.github.crmkit.kernel;

import java.util.UUID;

/** A person or a process that acts in a tenant. The host owns its users; this library only refers to them. */
public record UserId(UUID value) implements Id {

    /** Reads the 36 character form; anything else is an {@link IllegalArgumentException}. */
    public static UserId parse(String text) {
        return new UserId(UUID.fromString(text));
    }
}
