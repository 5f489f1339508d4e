package io.github.crmkit.kernel;

import java.util.UUID;

/**
 * Points at any aggregate by the name of its type and its id; what history and events use to name their subjects.
 *
 * @param type the stable name of the entity type, for example {@code lead}
 * @param id the id's UUID
 */
public record EntityRef(String type, UUID id) {

    /** A reference to the aggregate of this type with this id. */
    public static EntityRef of(String type, Id id) {
        return new EntityRef(type, id.value());
    }
}
