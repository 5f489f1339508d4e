package io.github.crmkit.kernel;

import java.util.UUID;

/**
 * A typed identifier around a UUID, so that a contact's id can never be handed to a method that wants a lead's.
 *
 * <p>Every aggregate declares its own record, for example {@code record LeadId(UUID value) implements Id}. Ids made by
 * this library are version 7: they sort by the time of their creation.
 */
public interface Id {

    /** The UUID inside. */
    UUID value();

    /** The UUID in its 36 character form, for URLs and files. */
    default String text() {
        return value().toString();
    }
}
