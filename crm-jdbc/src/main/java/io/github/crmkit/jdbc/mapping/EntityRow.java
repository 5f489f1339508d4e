package io.github.crmkit.jdbc.mapping;

import io.github.crmkit.kernel.Id;
import io.github.crmkit.kernel.Stamp;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The row of an aggregate, with its id, its stamp and its child rows.
 *
 * @param <T> the aggregate
 * @param <I> its id
 */
public final class EntityRow<T, I extends Id> extends Row<T> {

    private final I id;
    private final @Nullable Stamp stamp;
    private final List<?>[] children;

    EntityRow(I id, @Nullable Stamp stamp, @Nullable Object[] values, List<?>[] children) {
        super(values);
        this.id = id;
        this.stamp = stamp;
        this.children = children;
    }

    /** The id. */
    public I id() {
        return id;
    }

    /** The stamp; an append-only table has none. */
    public Stamp stamp() {
        if (stamp == null) {
            throw new IllegalStateException("an append-only table keeps no stamp");
        }
        return stamp;
    }

    /** The children, in their order. */
    @SuppressWarnings("unchecked") // each list was filled by the declaration that stands in its slot
    public <C> List<C> list(Children<T, C> owned) {
        return (List<C>) children[owned.slot()];
    }
}
