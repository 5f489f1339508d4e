package io.github.crmkit.jdbc;

import io.github.crmkit.jdbc.dialect.ColumnType;
import io.github.crmkit.jdbc.dialect.Dialect;
import io.github.crmkit.jdbc.mapping.Children;
import io.github.crmkit.jdbc.mapping.Column;
import io.github.crmkit.jdbc.mapping.Naming;
import io.github.crmkit.jdbc.mapping.Table;
import io.github.crmkit.jdbc.sql.Catalogue;
import io.github.crmkit.jdbc.sql.LiveColumn;
import io.github.crmkit.jdbc.sql.LiveTable;
import io.github.crmkit.jdbc.sql.TablePlace;
import io.github.crmkit.kernel.Violations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Notes where a live table is not what was declared. */
final class SchemaDrift {

    private record Wanted(ColumnType type, boolean nullable) {}

    private final Catalogue catalogue;
    private final Naming naming;
    private final Dialect dialect;
    private final Violations drifts;

    SchemaDrift(Catalogue catalogue, Naming naming, Dialect dialect, Violations drifts) {
        this.catalogue = catalogue;
        this.naming = naming;
        this.dialect = dialect;
        this.drifts = drifts;
    }

    <T> void inspect(Table<T, ?> table) {
        Map<String, Wanted> wanted = new LinkedHashMap<>();
        wanted.put(Table.TENANT, new Wanted(ColumnType.ID, false));
        wanted.put(Table.ID, new Wanted(ColumnType.ID, false));
        if (table.stamped()) {
            Table.STAMP.forEach((name, type) -> wanted.put(name, new Wanted(type, false)));
        }
        addColumns(wanted, table.columns());
        LiveTable live = compare(table.name(), wanted);
        if (live != null) {
            requireKey(table.name(), live, List.of(Table.TENANT, Table.ID));
            table.type().uniqueKeys().forEach(key -> requireKey(table.name(), live, table.columnsOf(key)));
        }
        table.children().forEach(children -> inspect(table, children));
    }

    private <T, C> void inspect(Table<T, ?> table, Children<T, C> children) {
        Map<String, Wanted> wanted = new LinkedHashMap<>();
        wanted.put(Table.TENANT, new Wanted(ColumnType.ID, false));
        wanted.put(children.parent(), new Wanted(ColumnType.ID, false));
        wanted.put(Children.POSITION, new Wanted(ColumnType.INTEGER, false));
        addColumns(wanted, children.columns());
        LiveTable live = compare(children.table(), wanted);
        if (live != null) {
            requireKey(children.table(), live, List.of(Table.TENANT, children.parent(), Children.POSITION));
            String parent = (naming.prefix() + table.name()).toLowerCase(Locale.ROOT);
            if (!List.of(Table.TENANT, children.parent()).equals(live.cascades().get(parent))) {
                note(
                        children.table(),
                        "missing-cascade",
                        "has no foreign key to " + table.name() + " that deletes its rows too");
            }
        }
    }

    private static <E> void addColumns(Map<String, Wanted> wanted, List<Column<E, ?>> columns) {
        columns.forEach(c -> wanted.put(c.name(), new Wanted(c.type(), c.nullable())));
    }

    private @Nullable LiveTable compare(String table, Map<String, Wanted> wanted) {
        LiveTable live =
                catalogue.table(new TablePlace(naming.schema(), dialect.schemaIsCatalog(), naming.prefix() + table));
        if (live == null) {
            note(table, "missing-table", "does not exist");
            return null;
        }
        wanted.forEach((name, declared) ->
                compare(table + "." + name, declared, live.columns().get(name)));
        live.columns().values().stream()
                .filter(column -> !column.nullable() && !wanted.containsKey(column.name()))
                .forEach(column ->
                        note(table + "." + column.name(), "unknown-column", "needs a value, and nobody gives it one"));
        return live;
    }

    private void compare(String path, Wanted declared, @Nullable LiveColumn live) {
        if (live == null) {
            note(path, "missing-column", "does not exist");
            return;
        }
        if (!dialect.fits(declared.type(), live)) {
            note(
                    path,
                    "other-type",
                    "must be " + dialect.sqlType(declared.type()) + ", not " + live.typeName() + " of size "
                            + live.size() + " and scale " + live.scale());
        }
        if (declared.nullable() != live.nullable()) {
            note(
                    path,
                    "other-nullability",
                    declared.nullable() ? "must accept absent values" : "must not accept absent values");
        }
    }

    private void requireKey(String table, LiveTable live, List<String> columns) {
        if (!live.uniqueKeys().contains(columns)) {
            note(table, "missing-key", "has no unique key over " + String.join(", ", columns));
        }
    }

    private void note(String path, String code, String message) {
        drifts.add(naming.table("") + path, code, message);
    }
}
