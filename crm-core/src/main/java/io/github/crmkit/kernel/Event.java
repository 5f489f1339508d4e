package io.github.crmkit.kernel;

import java.util.List;
import java.util.Optional;

/**
 * Something that has happened to an aggregate. Each feature lists its events as nested records of one sealed interface.
 *
 * <p>Events are written to the history in the same unit of work as the state they describe.
 */
public interface Event {

    /** The stable name that is stored, for example {@code lead.moved}. */
    String code();

    /** Why it happened, where somebody had to say. */
    default Optional<String> reason() {
        return Optional.empty();
    }

    /** Other aggregates that this event is about, for example what a lead became. */
    default List<EntityRef> related() {
        return List.of();
    }
}
