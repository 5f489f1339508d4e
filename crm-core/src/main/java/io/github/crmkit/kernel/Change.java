package io.github.crmkit.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a decision returns: the aggregate before, the aggregate after, and what is to be announced.
 *
 * <p>Nothing has happened yet; saving the change makes it so. A change without events leaves the state as it was.
 *
 * @param before the state that the decision started from; absent for a new aggregate
 * @param state the state after
 * @param events what happened, in order
 */
public record Change<T>(@Nullable T before, T state, List<Event> events) {

    public Change {
        events = List.copyOf(events);
    }

    /** A new aggregate. */
    public static <T> Change<T> created(T state, Event... events) {
        return new Change<>(null, state, List.of(events));
    }

    /** From one state to another. */
    public static <T> Change<T> of(T before, T after, Event... events) {
        return new Change<>(before, after, List.of(events));
    }

    /** Everything was already as asked: success, and nothing to save. */
    public static <T> Change<T> none(T state) {
        return new Change<>(state, state, List.of());
    }

    /** Decides once more on the state after; the events of both decisions are kept in order. */
    public Change<T> then(Function<T, Change<T>> decision) {
        Change<T> next = decision.apply(state);
        List<Event> all = new ArrayList<>(events);
        all.addAll(next.events);
        return new Change<>(before, next.state, all);
    }

    /** Whether there is nothing to save. */
    public boolean isNone() {
        return before == state && events.isEmpty();
    }
}
