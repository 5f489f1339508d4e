package io.github.crmkit.jdbc.sql;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table as the database's catalogue describes it; all names are in lower case.
 *
 * @param columns by name
 * @param uniqueKeys the columns of each unique index, the primary key's included
 * @param cascades the tables whose rows take the rows of this one with them, with the referring columns
 */
public record LiveTable(
        Map<String, LiveColumn> columns, List<List<String>> uniqueKeys, Map<String, List<String>> cascades) {

    static @Nullable LiveTable read(Connection connection, TablePlace place) throws SQLException {
        DatabaseMetaData catalogue = connection.getMetaData();
        String schema = place.schema() == null ? null : stored(catalogue, place.schema());
        String inCatalog = schema != null && place.schemaIsCatalog() ? schema : connection.getCatalog();
        String inSchema = place.schemaIsCatalog() ? null : schema != null ? schema : connection.getSchema();
        String table = stored(catalogue, place.table());

        Map<String, LiveColumn> columns = columns(catalogue, inCatalog, inSchema, table);
        if (columns.isEmpty()) {
            return null;
        }
        return new LiveTable(
                columns,
                uniqueKeys(catalogue, inCatalog, inSchema, table),
                cascades(catalogue, inCatalog, inSchema, table));
    }

    static String stored(DatabaseMetaData catalogue, String name) throws SQLException {
        if (catalogue.storesUpperCaseIdentifiers()) {
            return name.toUpperCase(Locale.ROOT);
        }
        return catalogue.storesLowerCaseIdentifiers() ? name.toLowerCase(Locale.ROOT) : name;
    }

    private static Map<String, LiveColumn> columns(
            DatabaseMetaData catalogue, @Nullable String catalog, @Nullable String schema, String table)
            throws SQLException {
        Map<String, LiveColumn> columns = new LinkedHashMap<>();
        String schemaPattern = schema == null ? null : literal(catalogue, schema);
        try (ResultSet rows = catalogue.getColumns(catalog, schemaPattern, literal(catalogue, table), null)) {
            while (rows.next()) {
                LiveColumn column = new LiveColumn(
                        lower(rows.getString("COLUMN_NAME")),
                        rows.getInt("DATA_TYPE"),
                        lower(rows.getString("TYPE_NAME")),
                        rows.getInt("COLUMN_SIZE"),
                        rows.getInt("DECIMAL_DIGITS"),
                        rows.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls);
                columns.put(column.name(), column);
            }
        }
        return columns;
    }

    private static List<List<String>> uniqueKeys(
            DatabaseMetaData catalogue, @Nullable String catalog, @Nullable String schema, String table)
            throws SQLException {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        try (ResultSet rows = catalogue.getIndexInfo(catalog, schema, table, true, true)) {
            while (rows.next()) {
                String column = rows.getString("COLUMN_NAME");
                if (column != null) {
                    keys.computeIfAbsent(rows.getString("INDEX_NAME"), k -> new ArrayList<>())
                            .add(lower(column));
                }
            }
        }
        return List.copyOf(keys.values());
    }

    private static Map<String, List<String>> cascades(
            DatabaseMetaData catalogue, @Nullable String catalog, @Nullable String schema, String table)
            throws SQLException {
        Map<String, List<String>> parents = new LinkedHashMap<>();
        try (ResultSet rows = catalogue.getImportedKeys(catalog, schema, table)) {
            while (rows.next()) {
                if (rows.getShort("DELETE_RULE") == DatabaseMetaData.importedKeyCascade) {
                    parents.computeIfAbsent(lower(rows.getString("PKTABLE_NAME")), k -> new ArrayList<>())
                            .add(lower(rows.getString("FKCOLUMN_NAME")));
                }
            }
        }
        return parents;
    }

    /** The name as a pattern that matches nothing else: an underscore would stand for any character. */
    private static String literal(DatabaseMetaData catalogue, String name) throws SQLException {
        String escape = catalogue.getSearchStringEscape();
        return escape == null || escape.isEmpty() ? name : name.replace("_", escape + "_");
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
