package io.github.crmkit.jdbc.mapping;

import io.github.crmkit.jdbc.dialect.ColumnType;
import io.github.crmkit.jdbc.dialect.Dialect;
import io.github.crmkit.jdbc.sql.Cells;
import io.github.crmkit.jdbc.sql.Constraints;
import io.github.crmkit.jdbc.sql.Parameters;
import io.github.crmkit.kernel.Id;
import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.query.Criteria;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A declared table in a dialect and under its final names: its statements, and how a state is bound to them and read from
 * them. Made once, shared by all threads.
 *
 * @param <T> the aggregate
 * @param <I> its id
 */
public final class TableSql<T, I extends Id> {

    /** A row as it was read, before an aggregate is made of it. */
    static final class Loaded {
        final UUID id;
        final @Nullable Stamp stamp;
        final @Nullable Object[] values;

        Loaded(UUID id, @Nullable Stamp stamp, @Nullable Object[] values) {
            this.id = id;
            this.stamp = stamp;
            this.values = values;
        }

        /** What was never saved a second time is at version 1. */
        long version() {
            return stamp == null ? 1 : stamp.version();
        }
    }

    final Table<T, I> table;
    final Dialect dialect;
    final Constraints constraints;
    final List<ChildSql<T, ?>> children;
    /** Ends with the word WHERE. */
    final String selectWhere;
    /** Ends like {@link #selectWhere}. */
    final String countWhere;

    final String find;
    final String insert;
    final String update;
    final String delete;

    private final List<Column<T, ?>> written;
    private final ColumnType[] read;

    private TableSql(Table<T, I> table, Naming naming, Dialect dialect) {
        this.table = table;
        this.dialect = dialect;
        this.written = table.columns();
        this.read = types(table.read());
        this.constraints = constraints(table, naming);
        this.children = children(table, naming, dialect, constraints);

        String name = naming.table(table.name());
        List<String> stamp = table.stamped() ? List.copyOf(Table.STAMP.keySet()) : List.of();
        List<String> head = new ArrayList<>(List.of(Table.ID));
        head.addAll(stamp);
        String where = " from " + name + " where ";
        String thisOne = " where " + Table.TENANT + " = ? and " + Table.ID + " = ?";
        String thisVersion = table.stamped() ? thisOne + " and version = ?" : thisOne;

        this.selectWhere = "select " + names(head, table.read()) + where;
        this.countWhere = "select count(*)" + where;
        this.find = selectWhere + Table.TENANT + " = ? and " + Table.ID + " = ?";
        this.insert = insert(name, names(head, written));
        this.update = "update " + name + " set " + names(stamp, written).replace(",", " = ?,") + " = ?" + thisVersion;
        this.delete = "delete from " + name + thisVersion;
    }

    /** The statements of a table in this dialect and under these names. */
    public static <T, I extends Id> TableSql<T, I> of(Table<T, I> table, Naming naming, Dialect dialect) {
        return new TableSql<>(table, naming, dialect);
    }

    static <E> String names(List<String> first, List<Column<E, ?>> columns) {
        List<String> all = new ArrayList<>(first);
        columns.forEach(c -> all.add(c.name()));
        return String.join(", ", all);
    }

    /** An INSERT of the tenant and these columns. */
    static String insert(String table, String names) {
        String marks = names.chars().filter(c -> c == ',').mapToObj(c -> ", ?").collect(Collectors.joining());
        return "insert into " + table + " (" + Table.TENANT + ", " + names + ") values (?, ?" + marks + ")";
    }

    private static <T> Constraints constraints(Table<T, ?> table, Naming naming) {
        Map<String, String> keys = new HashMap<>();
        for (var key : table.type().uniqueKeys()) {
            table.columnsOf(key);
            keys.put(naming.key(table.constraintOf(key)).toLowerCase(Locale.ROOT), key.name());
        }
        return new Constraints(table.type().name(), keys);
    }

    private static <T> List<ChildSql<T, ?>> children(
            Table<T, ?> table, Naming naming, Dialect dialect, Constraints constraints) {
        List<ChildSql<T, ?>> all = new ArrayList<>();
        table.children().forEach(c -> all.add(new ChildSql<>(table, c, naming, dialect, constraints)));
        return List.copyOf(all);
    }

    /** Writes the condition that a row of this table is the tenant's and satisfies the filter; columns go without an alias. */
    public void writeWhere(Query query, TenantId tenant, Criteria<T> where) {
        CriteriaSql.writeAll(table, where, tenant, query);
    }

    /** Binds a new row. */
    void bindInsert(Parameters to, TenantId tenant, T state) {
        dialect.bindId(to, 1, tenant.value());
        dialect.bindId(to, 2, table.type().idOf(state).value());
        bindState(to, 3, state);
    }

    /** Binds the next version of a row. */
    void bindUpdate(Parameters to, TenantId tenant, T state, long expected) {
        int at = bindState(to, 1, state);
        bindWhere(to, at, tenant, state, expected);
    }

    /** Binds the conditions on tenant, id and version. */
    void bindWhere(Parameters to, int from, TenantId tenant, T state, long expected) {
        dialect.bindId(to, from, tenant.value());
        dialect.bindId(to, from + 1, table.type().idOf(state).value());
        if (table.stamped()) {
            to.number(from + 2, expected);
        }
    }

    private int bindState(Parameters to, int from, T state) {
        int at = from;
        if (table.stamped()) {
            Stamp stamp = table.type().stampOf(state);
            to.number(at++, stamp.version());
            dialect.bindInstant(to, at++, stamp.createdAt());
            dialect.bindId(to, at++, stamp.createdBy().value());
            dialect.bindInstant(to, at++, stamp.changedAt());
            dialect.bindId(to, at++, stamp.changedBy().value());
        }
        return Column.bindAll(written, dialect, to, at, state);
    }

    /** Reads the current row. */
    Loaded read(Cells from) {
        int at = 1;
        UUID id = Objects.requireNonNull(dialect.readId(from, at++));
        Stamp stamp = table.stamped() ? readStamp(from, at) : null;
        at += table.stamped() ? Table.STAMP.size() : 0;
        return new Loaded(id, stamp, read(dialect, from, at, read));
    }

    private Stamp readStamp(Cells from, int at) {
        Long version = from.number(at);
        Instant createdAt = dialect.readInstant(from, at + 1);
        UUID createdBy = dialect.readId(from, at + 2);
        Instant changedAt = dialect.readInstant(from, at + 3);
        UUID changedBy = dialect.readId(from, at + 4);
        return new Stamp(
                Objects.requireNonNull(version),
                Objects.requireNonNull(createdAt),
                new UserId(Objects.requireNonNull(createdBy)),
                Objects.requireNonNull(changedAt),
                new UserId(Objects.requireNonNull(changedBy)));
    }

    static ColumnType[] types(List<? extends Column<?, ?>> columns) {
        return columns.stream().map(Column::type).toArray(ColumnType[]::new);
    }

    /** Reads columns of these types, the first of which is at {@code start}. */
    static @Nullable Object[] read(Dialect dialect, Cells from, int start, ColumnType[] types) {
        @Nullable Object[] values = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            values[i] = dialect.read(from, start + i, types[i]);
        }
        return values;
    }
}
