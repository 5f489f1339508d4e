package io.github.crmkit.jdbc.mapping;

import io.github.crmkit.jdbc.dialect.ColumnType;
import io.github.crmkit.jdbc.dialect.Dialect;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.Field;
import io.github.crmkit.query.Sort;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes where a page begins and in which order its rows come. */
final class KeysetSql<T> {

    private final Table<T, ?> table;
    private final Dialect dialect;
    private final List<Sort.Key<T>> keys;

    /** @param keys the sort keys, the id last */
    KeysetSql(Table<T, ?> table, Dialect dialect, List<Sort.Key<T>> keys) {
        this.table = table;
        this.dialect = dialect;
        this.keys = keys;
    }

    /**
     * Writes that a row comes after this position: {@code d >= ? and (d > ? or id > ?)}, which an index answers on every
     * database, where a comparison of whole rows is not on some.
     */
    void writeAfter(List<@Nullable Object> position, Query query) {
        writeAfter(0, position, query);
    }

    private void writeAfter(int at, List<@Nullable Object> position, Query query) {
        Sort.Key<T> key = keys.get(at);
        String column = table.columnOf(key.field());
        boolean last = at == keys.size() - 1;
        Object value = position.get(at);
        if (value == null) {
            query.add(column).add(" is null and ");
            writeAfter(at + 1, position, query);
            return;
        }
        String sign = key.descending() ? " < ?" : " > ?";
        ColumnType type = Codec.typeOf(key.field().type());
        String orAbsent = key.field().nullable() ? " or " + column + " is null" : "";
        if (last) {
            query.add(column).add(sign).with(type, value);
            return;
        }
        query.add("(").add(column).add(key.descending() ? " <= ?" : " >= ?").with(type, value);
        query.add(orAbsent).add(") and (").add(column).add(sign).with(type, value);
        query.add(orAbsent).add(" or (");
        writeAfter(at + 1, position, query);
        query.add("))");
    }

    /** Writes the ORDER BY, so that an index that answers the filter gives the order as well. */
    void writeOrder(Criteria<T> where, Query query) {
        String before = " order by ";
        if (dialect.ordersByWholeIndex()) {
            for (String column : leadingColumns(where)) {
                query.add(before).add(column);
                before = ", ";
            }
        }
        for (Sort.Key<T> key : keys) {
            Field<T, ?> field = key.field();
            query.add(before).add(dialect.orderKey(table.columnOf(field), key.descending(), field.nullable()));
            before = ", ";
        }
    }

    /** The columns that come before the sort keys in an index that ends with them, all of them fixed by the filter. */
    private List<String> leadingColumns(Criteria<T> where) {
        List<Sort.Key<T>> sort = keys.subList(0, keys.size() - 1);
        for (Table.Index<T> index : table.indexes()) {
            List<Sort.Key<T>> over = index.over().keys();
            int fixedOnes = over.size() - sort.size();
            if (fixedOnes >= 0 && endsWith(over, sort) && areFixed(where, over.subList(0, fixedOnes))) {
                return table.columnsOf(index).subList(0, 1 + fixedOnes);
            }
        }
        // with the tenant in front the whole tenant is walked by id, even where a key names the few rows that are meant
        return sort.isEmpty() && !isKeyed(where) ? List.of(Table.TENANT) : List.of();
    }

    private boolean isKeyed(Criteria<T> where) {
        for (Criteria<T> part : CriteriaSql.parts(where)) {
            if (part instanceof Criteria.In<T> in && table.leadsKey(in.field())
                    || part instanceof Criteria.Compare<T> c
                            && c.operator() == Criteria.Operator.EQUAL
                            && table.leadsKey(c.field())) {
                return true;
            }
        }
        return false;
    }

    private boolean areFixed(Criteria<T> where, List<Sort.Key<T>> keysOfIndex) {
        for (Sort.Key<T> key : keysOfIndex) {
            if (!isFixed(where, key.field())) {
                return false;
            }
        }
        return true;
    }

    private boolean isFixed(Criteria<T> where, Field<T, ?> field) {
        if (where instanceof Criteria.Compare<T> c) {
            return c.operator() == Criteria.Operator.EQUAL && c.field().name().equals(field.name());
        } else if (where instanceof Criteria.And<T> and) {
            for (Criteria<T> part : and.parts()) {
                if (isFixed(part, field)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean endsWith(List<Sort.Key<T>> over, List<Sort.Key<T>> sort) {
        int start = over.size() - sort.size();
        for (int i = 0; i < sort.size(); i++) {
            Sort.Key<T> indexed = over.get(start + i);
            if (!indexed.field().name().equals(sort.get(i).field().name())
                    || indexed.descending() != sort.get(i).descending()) {
                return false;
            }
        }
        return true;
    }
}
