package io.github.crmkit.query;

import io.github.crmkit.kernel.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rows of another type that are written with every save of an aggregate, in the same unit of work: its history in columns,
 * for what is counted and added up over time. A row is added when something that it keeps has changed, and never altered.
 *
 * @param <T> the aggregate
 * @param <S> the row
 * @param type the type of the rows, a trace
 * @param row the row that a save adds; absent where nothing that is kept has changed
 */
public record Trail<T, S>(EntityType<S, ?> type, Function<Step<T>, Optional<S>> row) {

    public Trail {
        if (!type.isTrace()) {
            throw new IllegalArgumentException(type.name() + " is not declared as a trace");
        }
    }

    /**
     * One save of an aggregate.
     *
     * @param id for the row
     * @param before the aggregate before; absent for a new one
     * @param after the aggregate after; absent for one that is removed
     * @param version the version that the aggregate got
     * @param at when, in microseconds
     * @param by who
     */
    public record Step<T>(
            UUID id, @Nullable T before, @Nullable T after, long version, Instant at, UserId by) {}
}
