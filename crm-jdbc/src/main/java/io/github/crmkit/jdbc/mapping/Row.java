package io.github.crmkit.jdbc.mapping;

import org.jspecify.annotations.Nullable;

/**
 * A row that was read, from which an aggregate or a child is made.
 *
 * @param <E> what is made from it
 */
public sealed class Row<E> permits EntityRow {

    private final @Nullable Object[] values;

    Row(@Nullable Object[] values) {
        this.values = values;
    }

    /** The value of a column that always has one. */
    public <V> V get(Column<E, V> column) {
        V value = optional(column);
        if (value == null) {
            throw new IllegalStateException("column " + column.name() + " is empty");
        }
        return value;
    }

    /** The value of a column, or null where it is absent. */
    public <V> @Nullable V optional(Column<E, V> column) {
        return column.value(values[column.slot()]);
    }
}
