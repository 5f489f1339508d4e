package io.github.crmkit.jdbc.mapping;

import io.github.crmkit.jdbc.dialect.ColumnType;
import io.github.crmkit.jdbc.dialect.Dialect;
import io.github.crmkit.jdbc.sql.Cells;
import io.github.crmkit.jdbc.sql.Constraints;
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

    private final Children<T, C> declared;
    private final Dialect dialect;
    private final Constraints constraints;
    private final ColumnType[] types;
    private final String select;
    private final String order;
    private final String insert;
    private final String delete;

    ChildSql(Table<T, ?> table, Children<T, C> declared, Naming naming, Dialect dialect, Constraints constraints) {
        this.declared = declared;
        this.dialect = dialect;
        this.constraints = constraints;
        this.types = TableSql.types(declared.read());
        boolean versioned = table.stamped();
        String name = naming.table(declared.table());
        List<String> columns =
                new ArrayList<>(List.of("p.id", versioned ? "p.version" : "1", "c." + Children.POSITION));
        declared.read().forEach(c -> columns.add("c." + c.name()));
        this.select = "select " + String.join(", ", columns) + " from " + naming.table(table.name()) + " p left join "
                + name + " c on c.tenant_id = p.tenant_id and c." + declared.parent()
                + " = p.id where ";
        this.order =
                " order by " + (dialect.ordersByWholeIndex() ? "p.tenant_id, " : "") + "p.id, c." + Children.POSITION;
        this.insert = TableSql.insert(
                name, TableSql.names(List.of(declared.parent(), Children.POSITION), declared.columns()));
        this.delete = "delete from " + name + " where " + Table.TENANT + " = ? and " + declared.parent() + " = ?";
    }

    /** The children of these aggregates, still as rows, by the id of the aggregate. */
    Map<UUID, Family<C>> load(Transaction transaction, TenantId tenant, List<UUID> parents) {
        Map<UUID, Family<C>> families = new HashMap<>();
        KeyList.inParts(dialect.idsAtOnce(), parents, some -> {
            Query query = new Query(dialect, select);
            KeyList.writeIds(query, "p.", tenant, some);
            query.add(order);
            UUID only = some.size() == 1 ? some.get(0) : null;
            transaction.list(query.sql(), query::bind, from -> add(from, only, families));
        });
        return families;
    }

    private Family<C> add(Cells from, @Nullable UUID only, Map<UUID, Family<C>> families) {
        UUID parent = only == null ? Objects.requireNonNull(dialect.readId(from, 1)) : only;
        Family<C> family = families.get(parent);
        if (family == null) {
            family = new Family<>(Objects.requireNonNull(from.number(2)));
            families.put(parent, family);
        }
        if (from.number(3) != null) {
            family.rows.add(new Row<>(TableSql.read(dialect, from, 4, types)));
        }
        return family;
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
                Column.bindAll(declared.columns(), dialect, to, 4, owned.get(row));
            });
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
