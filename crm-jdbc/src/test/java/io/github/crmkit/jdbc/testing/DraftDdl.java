package io.github.crmkit.jdbc.testing;

import io.github.crmkit.jdbc.dialect.ColumnType;
import io.github.crmkit.jdbc.dialect.Dialect;
import io.github.crmkit.jdbc.mapping.Children;
import io.github.crmkit.jdbc.mapping.Column;
import io.github.crmkit.jdbc.mapping.Naming;
import io.github.crmkit.jdbc.mapping.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * The DDL that a declared table needs: what the tables of tests are made with, and where a migration can be drafted from.
 */
public final class DraftDdl {

    private final Naming naming;
    private final Dialect dialect;
    private final List<String> statements = new ArrayList<>();

    private DraftDdl(Naming naming, Dialect dialect) {
        this.naming = naming;
        this.dialect = dialect;
    }

    /** The statements that make this table, its child tables and its indexes. */
    public static <T> List<String> of(Table<T, ?> table, Naming naming, Dialect dialect) {
        DraftDdl draft = new DraftDdl(naming, dialect);
        draft.write(table);
        return draft.statements;
    }

    /** Makes these tables. */
    public static void create(DataSource dataSource, Naming naming, Dialect dialect, List<Table<?, ?>> tables) {
        for (Table<?, ?> table : tables) {
            of(table, naming, dialect).forEach(sql -> run(dataSource, sql));
        }
    }

    /** Runs one statement and commits it. */
    public static void run(DataSource dataSource, String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot run: " + sql, e);
        }
    }

    private <T> void write(Table<T, ?> table) {
        List<String> lines = new ArrayList<>();
        lines.add(line(Table.TENANT, ColumnType.ID, false));
        lines.add(line(Table.ID, ColumnType.ID, false));
        if (table.stamped()) {
            Table.STAMP.forEach((name, type) -> lines.add(line(name, type, false)));
        }
        table.columns().forEach(c -> lines.add(line(c)));
        lines.add("constraint " + naming.key("pk_" + table.name()) + " primary key (tenant_id, id)");
        table.type()
                .uniqueKeys()
                .forEach(key -> lines.add("constraint " + naming.key(table.constraintOf(key)) + " unique ("
                        + String.join(", ", table.columnsOf(key)) + ")"));
        create(table.name(), lines);
        table.indexes().forEach(index -> statements.add(index(table, index)));
        table.children().forEach(c -> write(table, c));
    }

    private <T> String index(Table<T, ?> table, Table.Index<T> index) {
        List<String> columns = new ArrayList<>(table.columnsOf(index));
        for (int i = 0; i < index.over().keys().size(); i++) {
            if (index.over().keys().get(i).descending()) {
                columns.set(i + 1, columns.get(i + 1) + " desc");
            }
        }
        return "create index " + naming.key(index.name()) + " on " + naming.table(table.name()) + " ("
                + String.join(", ", columns) + ")";
    }

    private <T, C> void write(Table<T, ?> table, Children<T, C> children) {
        String key = Table.TENANT + ", " + children.parent();
        List<String> lines = new ArrayList<>();
        lines.add(line(Table.TENANT, ColumnType.ID, false));
        lines.add(line(children.parent(), ColumnType.ID, false));
        lines.add(line(Children.POSITION, ColumnType.INTEGER, false));
        children.columns().forEach(c -> lines.add(line(c)));
        lines.add("constraint " + naming.key("pk_" + children.table()) + " primary key (" + key + ", "
                + Children.POSITION + ")");
        lines.add("constraint " + naming.key("fk_" + children.table()) + " foreign key (" + key + ") references "
                + naming.table(table.name()) + " (tenant_id, id) on delete cascade");
        create(children.table(), lines);
    }

    private void create(String table, List<String> lines) {
        statements.add("create table " + naming.table(table)
                + lines.stream().collect(Collectors.joining(",\n    ", " (\n    ", "\n)"))
                + dialect.tableOptions());
    }

    private String line(Column<?, ?> column) {
        return line(column.name(), column.type(), column.nullable());
    }

    private String line(String name, ColumnType type, boolean nullable) {
        return name + " " + dialect.sqlType(type) + (nullable ? "" : " not null");
    }
}
