package io.github.crmkit.jdbc.mapping;

import io.github.crmkit.query.Field;
import io.github.crmkit.query.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Collects what lies in the table of an aggregate: columns, child rows, indexes. Tenant, id and stamp are there already.
 *
 * @param <T> the aggregate
 */
public final class EntityColumns<T> extends Columns<T> {

    final List<Children<T, ?>> children = new ArrayList<>();
    final List<Table.Index<T>> indexes = new ArrayList<>();
    boolean stamped = true;
    boolean remembered;

    EntityColumns() {}

    /**
     * A declared field whose value lies in a column of the stamp: {@code version}, {@code created_at}, {@code created_by},
     * {@code changed_at} or {@code changed_by}.
     */
    public void stamp(Field<T, ?> field, String column) {
        if (!Table.STAMP.containsKey(column)) {
            throw new IllegalArgumentException("the stamp has no column " + column);
        }
        byField.put(field.name(), column);
    }

    /** The stamp has no columns, because it follows from others: for what is written once and never changed. */
    public void appendOnly() {
        stamped = false;
    }

    /**
     * What was made of the last rows is remembered: for few rows that are read often and cost much to make, such as what a
     * tenant configures. Every read still asks the database; an aggregate is used again only while its row is the same in
     * every column. Not for a table with owned rows.
     */
    public void remembered() {
        remembered = true;
    }

    /**
     * Owned rows of another table, in the order of the list; saving the aggregate replaces them all.
     *
     * @param table the table of the children
     * @param parent the column there that holds the id of the aggregate
     * @param list the children of an aggregate
     * @param declared declares the columns, and says how a child is made from a row
     */
    public <C> Children<T, C> children(
            String table,
            String parent,
            Function<T, List<C>> list,
            Function<Columns<C>, Function<Row<C>, C>> declared) {
        Columns<C> columns = new Columns<>();
        Function<Row<C>, C> reading = declared.apply(columns);
        Children<T, C> owned = new Children<>(table, parent, list, columns, reading, children.size());
        children.add(owned);
        return owned;
    }

    /**
     * An index over tenant, these fields in this order, and id. Filters for equality on its first fields, with the others as
     * sort keys, are answered from it.
     */
    public void index(String name, Sort<T> over) {
        indexes.add(new Table.Index<>(Names.declared(name), over));
    }
}
