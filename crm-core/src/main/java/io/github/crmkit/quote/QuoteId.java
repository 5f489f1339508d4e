package io.github.crmkit.quote;

import io.github.crmkit.kernel.Id;
import java.util.UUID;

/** Identifies a {@link Quote}. */
public record QuoteId(UUID value) implements Id {

    /** Reads the 36 character form; anything else is an {@link IllegalArgumentException}. */
    public static QuoteId parse(String text) {
        return new QuoteId(UUID.fromString(text));
    }
}
