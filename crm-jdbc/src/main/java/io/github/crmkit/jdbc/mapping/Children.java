package io.github.crmkit.jdbc.mapping;

import java.util.List;
import java.util.function.Function;

/**
 * Owned rows of an aggregate in a table of their own, keyed by tenant, aggregate and position.
 *
 * @param <T> the aggregate
 * @param <C> the child
 */
public final class Children<T, C> {

    /** The column of the place in the list, counted from 0. */
    public static final String POSITION = "position_no";

    private final String table;
    private final String parent;
    private final Function<T, List<C>> list;
    private final List<Column<C, ?>> written;
    private final List<Column<C, ?>> read;
    private final Function<Row<C>, C> reading;
    private final int slot;

    Children(
            String table,
            String parent,
            Function<T, List<C>> list,
            Columns<C> columns,
            Function<Row<C>, C> reading,
            int slot) {
        this.table = Names.declared(table);
        this.parent = Names.declared(parent);
        this.list = list;
        this.written = columns.all();
        this.read = columns.read();
        this.reading = reading;
        this.slot = slot;
    }

    /** The declared name of the table. */
    public String table() {
        return table;
    }

    /** The column that holds the id of the aggregate. */
    public String parent() {
        return parent;
    }

    /** The columns besides tenant, aggregate and position. */
    public List<Column<C, ?>> columns() {
        return written;
    }

    List<C> of(T aggregate) {
        return list.apply(aggregate);
    }

    List<Column<C, ?>> read() {
        return read;
    }

    C make(Row<C> row) {
        return reading.apply(row);
    }

    int slot() {
        return slot;
    }
}
