package io.github.crmkit.jdbc.mapping;

import io.github.crmkit.jdbc.dialect.ColumnType;
import io.github.crmkit.jdbc.dialect.Dialect;
import io.github.crmkit.jdbc.sql.Constraints;
import io.github.crmkit.jdbc.sql.Parameters;
import io.github.crmkit.jdbc.sql.Transaction;
import io.github.crmkit.kernel.TenantId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The statements of one kind of child rows. */
final class ChildSql<T, C> {

    private record Loaded<C>(UUID parent, Row<C> row) {}

    private final Children<T, C> declared;
    private final Dialect dialect;
    private final Constraints constraints;
    private final String select;
    private final String order;
    private final String insert;
    private final String delete;

    ChildSql(Children<T, C> declared, Naming naming, Dialect dialect, Constraints constraints) {
        this.declared = declared;
        this.dialect = dialect;
        this.constraints = constraints;
        String name = naming.table(declared.table());
        String ofTenant = " from " + name + " where " + Table.TENANT + " = ? and " + declared.parent();
        String key = declared.parent() + ", " + Children.POSITION;
        this.select = "select " + TableSql.names(List.of(declared.parent()), declared.read()) + ofTenant + " in (";
        this.order = ") order by " + (dialect.ordersByWholeIndex() ? Table.TENANT + ", " : "") + key;
        this.insert = TableSql.insert(
                name, TableSql.names(List.of(declared.parent(), Children.POSITION), declared.columns()));
        this.delete = "delete" + ofTenant + " = ?";
    }

    /** The children of these aggregates, still as rows, by the id of the aggregate. */
    Map<UUID, List<Row<C>>> load(Transaction transaction, TenantId tenant, List<UUID> parents) {
        Query query = new Query(dialect, select).with(ColumnType.ID, tenant.value());
        Placeholders.write(query, parents.size());
        Placeholders.padded(parents).forEach(p -> query.with(ColumnType.ID, p));
        query.add(order);
        Map<UUID, List<Row<C>>> byParent = new HashMap<>();
        List<Loaded<C>> rows = transaction.list(
                query.sql(),
                query::bind,
                cells -> new Loaded<>(
                        Objects.requireNonNull(dialect.readId(cells, 1)),
                        new Row<>(TableSql.readColumns(dialect, cells, 2, declared.read()))));
        for (Loaded<C> row : rows) {
            byParent.computeIfAbsent(row.parent(), p -> new ArrayList<>()).add(row.row());
        }
        return byParent;
    }

    /** The children that these rows stand for. */
    List<C> make(@Nullable List<Row<C>> rows) {
        if (rows == null) {
            return List.of();
        }
        List<C> made = new ArrayList<>(rows.size());
        rows.forEach(r -> made.add(declared.make(r)));
        return made;
    }

    /** Stores the children of these aggregates, which have none yet. */
    void insert(Transaction transaction, TenantId tenant, Table<T, ?> table, List<T> states) {
        List<UUID> parents = new ArrayList<>();
        List<Integer> positions = new ArrayList<>();
        List<C> owned = new ArrayList<>();
        for (T state : states) {
            UUID parent = table.type().idOf(state).value();
            List<C> list = declared.of(state);
            for (int i = 0; i < list.size(); i++) {
                parents.add(parent);
                positions.add(i);
                owned.add(list.get(i));
            }
        }
        if (!owned.isEmpty()) {
            transaction.batch(insert, constraints, owned.size(), (to, row) -> {
                dialect.bindId(to, 1, tenant.value());
                dialect.bindId(to, 2, parents.get(row));
                to.number(3, positions.get(row));
                bindColumns(to, owned.get(row));
            });
        }
    }

    private void bindColumns(Parameters to, C child) {
        int at = 4;
        for (Column<C, ?> column : declared.columns()) {
            dialect.bind(to, at++, column.type(), column.plain(child));
        }
    }

    /** Removes the children of an aggregate. */
    void delete(Transaction transaction, TenantId tenant, UUID parent) {
        transaction.update(delete, constraints, to -> {
            dialect.bindId(to, 1, tenant.value());
            dialect.bindId(to, 2, parent);
        });
    }
}
