package io.github.crmkit.jdbc.mapping;

import io.github.crmkit.jdbc.dialect.ColumnType;
import io.github.crmkit.jdbc.dialect.Dialect;
import io.github.crmkit.jdbc.sql.Cells;
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

/**
 * The statements of one kind of child rows.
 *
 * <p>Aggregate and children are read by two statements, between which somebody may commit. So the second one reads the
 * version of the aggregate along: where it is not the one that was read first, both have to be read again.
 */
final class ChildSql<T, C> {

    /** What belongs to one aggregate: its version at that time, and its child rows. */
    static final class Family<C> {
        final long version;
        final List<Row<C>> rows = new ArrayList<>();

        Family(long version) {
            this.version = version;
        }
    }

    private record Loaded<C>(
            UUID parent, long version, @Nullable Row<C> row) {}

    private final Children<T, C> declared;
    private final Dialect dialect;
    private final Constraints constraints;
    private final boolean versioned;
    private final String select;
    private final String order;
    private final String insert;
    private final String delete;

    ChildSql(Table<T, ?> table, Children<T, C> declared, Naming naming, Dialect dialect, Constraints constraints) {
        this.declared = declared;
        this.dialect = dialect;
        this.constraints = constraints;
        this.versioned = table.stamped();
        String name = naming.table(declared.table());
        List<String> columns =
                new ArrayList<>(List.of("p.id", versioned ? "p.version" : "1", "c." + Children.POSITION));
        declared.read().forEach(c -> columns.add("c." + c.name()));
        this.select = "select " + String.join(", ", columns) + " from " + naming.table(table.name()) + " p left join "
                + name + " c on c.tenant_id = p.tenant_id and c." + declared.parent()
                + " = p.id where p.tenant_id = ? and p.id in (";
        this.order =
                ") order by " + (dialect.ordersByWholeIndex() ? "p.tenant_id, " : "") + "p.id, c." + Children.POSITION;
        this.insert = TableSql.insert(
                name, TableSql.names(List.of(declared.parent(), Children.POSITION), declared.columns()));
        this.delete = "delete from " + name + " where " + Table.TENANT + " = ? and " + declared.parent() + " = ?";
    }

    /** The children of these aggregates, still as rows, by the id of the aggregate. */
    Map<UUID, Family<C>> load(Transaction transaction, TenantId tenant, List<UUID> parents) {
        Query query = new Query(dialect, select).with(ColumnType.ID, tenant.value());
        Placeholders.write(query, parents.size());
        Placeholders.padded(parents).forEach(p -> query.with(ColumnType.ID, p));
        query.add(order);
        Map<UUID, Family<C>> families = new HashMap<>();
        for (Loaded<C> row : transaction.list(query.sql(), query::bind, this::read)) {
            Family<C> family = families.computeIfAbsent(row.parent(), p -> new Family<>(row.version()));
            if (row.row() != null) {
                family.rows.add(row.row());
            }
        }
        return families;
    }

    private Loaded<C> read(Cells from) {
        boolean hasChild = from.number(3) != null;
        return new Loaded<>(
                Objects.requireNonNull(dialect.readId(from, 1)),
                Objects.requireNonNull(from.number(2)),
                hasChild ? new Row<>(TableSql.readColumns(dialect, from, 4, declared.read())) : null);
    }

    /** The children that these rows stand for. */
    List<C> make(List<Row<C>> rows) {
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
