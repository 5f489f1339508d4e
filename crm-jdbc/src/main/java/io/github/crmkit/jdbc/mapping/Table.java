package io.github.crmkit.jdbc.mapping;

import io.github.crmkit.jdbc.dialect.ColumnType;
import io.github.crmkit.kernel.Id;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.query.Field;
import io.github.crmkit.query.Sort;
import io.github.crmkit.query.TextField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * How one kind of aggregate lies in one table. Immutable, and independent of any database.
 *
 * <pre>{@code
 * Table.of(Leads.TYPE, "lead", t -> {
 *     var company = t.field(LeadFields.COMPANY);
 *     var status = t.field(LeadFields.STATUS);
 *     t.index("ix_lead_status", LeadFields.STATUS.asc());
 *     return row -> new Lead(row.id(), row.get(company), row.get(status), row.stamp());
 * })
 * }</pre>
 *
 * @param <T> the aggregate
 * @param <I> its id
 */
public final class Table<T, I extends Id> {

    /** The column of the tenant, first in every key. */
    public static final String TENANT = "tenant_id";

    /** The column of the id. */
    public static final String ID = "id";

    /** The columns of the stamp, in their order. */
    public static final Map<String, ColumnType> STAMP = stampColumns();

    /**
     * An index over tenant, the fields of an order, and id.
     *
     * @param name its declared name
     * @param over its fields
     */
    public record Index<T>(String name, Sort<T> over) {}

    private final EntityType<T, I> type;
    private final String name;
    private final List<Column<T, ?>> written;
    private final List<Column<T, ?>> read;
    private final Map<String, String> byField;
    private final List<Children<T, ?>> children;
    private final List<Index<T>> indexes;
    private final Map<String, List<String>> byIndex = new LinkedHashMap<>();
    private final Set<String> leading = new HashSet<>();
    private final boolean stamped;
    private final boolean remembered;
    private final Function<EntityRow<T, I>, T> reading;

    private Table(EntityType<T, I> type, String name, EntityColumns<T> from, Function<EntityRow<T, I>, T> reading) {
        this.type = type;
        this.name = Names.declared(name);
        this.written = from.all();
        this.read = from.read();
        this.byField = new LinkedHashMap<>(from.byField);
        this.byField.put(ID, ID);
        this.children = List.copyOf(from.children);
        this.indexes = List.copyOf(from.indexes);
        this.stamped = from.stamped;
        this.remembered = from.remembered && children.isEmpty();
        this.reading = reading;
        for (Field<T, ?> field : type.fields()) {
            columnOf(field);
        }
        leading.add(type.id().name());
        type.uniqueKeys().forEach(key -> leading.add(key.fields().get(0).name()));
        for (Index<T> index : indexes) {
            leading.add(index.over().keys().get(0).field().name());
            byIndex.put(index.name(), columnsOver(index.over()));
        }
    }

    /**
     * Declares a table.
     *
     * @param declared declares the columns, and says how an aggregate is made from a row
     * @throws IllegalArgumentException when a declared field has no column, or a name cannot be one in SQL
     */
    public static <T, I extends Id> Table<T, I> of(
            EntityType<T, I> type, String name, Function<EntityColumns<T>, Function<EntityRow<T, I>, T>> declared) {
        EntityColumns<T> columns = new EntityColumns<>();
        return new Table<>(type, name, columns, declared.apply(columns));
    }

    /** What lies in it. */
    public EntityType<T, I> type() {
        return type;
    }

    /** The declared name, without prefix. */
    public String name() {
        return name;
    }

    /** The columns besides tenant, id and stamp. */
    public List<Column<T, ?>> columns() {
        return written;
    }

    /** The owned rows in other tables. */
    public List<Children<T, ?>> children() {
        return children;
    }

    /** The declared indexes. */
    public List<Index<T>> indexes() {
        return indexes;
    }

    /** Whether the stamp has columns. */
    public boolean stamped() {
        return stamped;
    }

    /** Whether aggregates are used again for rows that are the same in every column. */
    boolean remembered() {
        return remembered;
    }

    /** The columns of a unique key, the tenant first. */
    public List<String> columnsOf(EntityType.UniqueKey<T> key) {
        List<String> columns = new ArrayList<>();
        columns.add(TENANT);
        key.fields().forEach(f -> columns.add(columnOf(f)));
        return columns;
    }

    /** The columns of an index, the tenant first and the id last. */
    public List<String> columnsOf(Index<T> index) {
        return Objects.requireNonNull(byIndex.get(index.name()), index.name());
    }

    private List<String> columnsOver(Sort<T> over) {
        List<String> columns = new ArrayList<>();
        columns.add(TENANT);
        over.keys().forEach(k -> columns.add(columnOf(k.field())));
        columns.add(ID);
        return List.copyOf(columns);
    }

    /** The declared name of the constraint behind a unique key. */
    public String constraintOf(EntityType.UniqueKey<T> key) {
        return "uq_" + name + "_" + Names.snake(key.name());
    }

    /** Whether a key or an index begins with this field, the tenant aside. */
    boolean leadsKey(Field<?, ?> field) {
        return leading.contains(field.name());
    }

    String columnOf(Field<?, ?> field) {
        String column = byField.get(field.name());
        if (column == null) {
            throw new IllegalArgumentException(type.name() + " has no column for " + field.name());
        }
        return column;
    }

    String foldedColumnOf(TextField<?> field) {
        return columnOf(field) + Columns.FOLDED;
    }

    List<Column<T, ?>> read() {
        return read;
    }

    T make(EntityRow<T, I> row) {
        return reading.apply(row);
    }

    private static Map<String, ColumnType> stampColumns() {
        Map<String, ColumnType> columns = new LinkedHashMap<>();
        columns.put("version", ColumnType.INTEGER);
        columns.put("created_at", ColumnType.INSTANT);
        columns.put("created_by", ColumnType.ID);
        columns.put("changed_at", ColumnType.INSTANT);
        columns.put("changed_by", ColumnType.ID);
        return java.util.Collections.unmodifiableMap(columns);
    }
}
