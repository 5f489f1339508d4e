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
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
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

        /** Whether the other is the same row, column by column. */
        boolean same(Loaded other) {
            return id.equals(other.id) && Objects.equals(stamp, other.stamp) && Arrays.equals(values, other.values);
        }

        /** What was never saved a second time is at version 1. */
        long version() {
            return stamp == null ? 1 : stamp.version();
        }
    }

    /**
     * A statement that writes the next version of a row.
     *
     * @param whole whether it writes all columns of the stamp, or only those that a next version changes
     * @param columns what it writes besides the stamp
     */
    record Update<T>(String sql, boolean whole, List<Column<T, ?>> columns) {}

    /** So many statements for some of the columns are kept; others are put together each time they are wanted. */
    private static final int KEPT_UPDATES = 256;

    private static final List<String> NEXT_STAMP = List.of("version", "changed_at", "changed_by");

    final Table<T, I> table;
    final Dialect dialect;
    final Constraints constraints;
    final List<ChildSql<T, ?>> children;
    final Reading.@Nullable Memory<T> memory;
    /** Ends with the word WHERE. */
    final String selectWhere;
    /** Ends like {@link #selectWhere}. */
    final String countWhere;

    final String find;
    final String insert;
    final String delete;
    /** Of all columns. */
    final Update<T> update;

    private final String updateStart;
    private final String updateEnd;
    private final Map<BitSet, Update<T>> updates = new ConcurrentHashMap<>();

    private final List<Column<T, ?>> written;
    private final ColumnType[] read;

    private TableSql(Table<T, I> table, Naming naming, Dialect dialect) {
        this.table = table;
        this.dialect = dialect;
        this.written = table.columns();
        this.read = types(table.read());
        this.constraints = constraints(table, naming);
        this.children = children(table, naming, dialect, constraints);
        this.memory = table.remembered() ? new Reading.Memory<>() : null;

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
        this.updateStart = "update " + name + " set ";
        this.updateEnd = " = ?" + thisVersion;
        this.update = new Update<>(updateTo(stamp, written), true, written);
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

    private String updateTo(List<String> stamp, List<Column<T, ?>> columns) {
        return updateStart + names(stamp, columns).replace(",", " = ?,") + updateEnd;
    }

    /** The statement that makes the stored version, which is {@code before}, the next one. */
    Update<T> updateOf(T before, T state) {
        if (!table.stamped()
                || !isNext(table.type().stampOf(before), table.type().stampOf(state))) {
            return update;
        }
        BitSet differing = Column.differing(written, before, state);
        Update<T> known = updates.get(differing);
        if (known != null) {
            return known;
        }
        List<Column<T, ?>> columns = new ArrayList<>();
        differing.stream().forEach(i -> columns.add(written.get(i)));
        Update<T> made = new Update<>(updateTo(NEXT_STAMP, columns), false, columns);
        if (updates.size() < KEPT_UPDATES) {
            updates.put(differing, made);
        }
        return made;
    }

    private static boolean isNext(Stamp before, Stamp after) {
        return after.version() == before.version() + 1
                && after.createdAt().equals(before.createdAt())
                && after.createdBy().equals(before.createdBy());
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
        int at = bindStamp(to, 3, state, true);
        Column.bindAll(written, dialect, to, at, state);
    }

    /** Binds the next version of a row. */
    void bindUpdate(Parameters to, Update<T> update, TenantId tenant, T state, long expected) {
        int at = bindStamp(to, 1, state, update.whole());
        at = Column.bindAll(update.columns(), dialect, to, at, state);
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

    private int bindStamp(Parameters to, int from, T state, boolean whole) {
        if (!table.stamped()) {
            return from;
        }
        int at = from;
        Stamp stamp = table.type().stampOf(state);
        to.number(at++, stamp.version());
        if (whole) {
            dialect.bindInstant(to, at++, stamp.createdAt());
            dialect.bindId(to, at++, stamp.createdBy().value());
        }
        dialect.bindInstant(to, at++, stamp.changedAt());
        dialect.bindId(to, at++, stamp.changedBy().value());
        return at;
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
