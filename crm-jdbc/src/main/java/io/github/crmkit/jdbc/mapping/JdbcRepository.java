package io.github.crmkit.jdbc.mapping;

import io.github.crmkit.jdbc.dialect.ColumnType;
import io.github.crmkit.jdbc.sql.Transaction;
import io.github.crmkit.kernel.Id;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.Cursor;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.query.Keyset;
import io.github.crmkit.query.Page;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.Repository;
import io.github.crmkit.storage.StaleVersionException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * The one repository for every declared table: the aggregates of one tenant, within one transaction.
 *
 * @param <T> the aggregate
 * @param <I> its id
 */
public final class JdbcRepository<T, I extends Id> implements Repository<T, I> {

    private final Transaction transaction;
    private final TenantId tenant;
    private final TableSql<T, I> sql;
    private final Table<T, I> table;
    private final EntityType<T, I> type;
    private final Reading<T, I> reading;

    /** The aggregates of this tenant within this transaction. */
    public JdbcRepository(Transaction transaction, TenantId tenant, TableSql<T, I> sql) {
        this.transaction = transaction;
        this.tenant = tenant;
        this.sql = sql;
        this.table = sql.table;
        this.type = sql.table.type();
        this.reading = new Reading<>(transaction, tenant, sql);
    }

    @Override
    public Optional<T> find(I id) {
        List<T> found = reading.read(() -> transaction.list(
                sql.find,
                to -> {
                    sql.dialect.bindId(to, 1, tenant.value());
                    sql.dialect.bindId(to, 2, id.value());
                },
                sql::read));
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    @Override
    public List<T> findAll(Collection<I> ids) {
        LinkedHashSet<UUID> wanted = new LinkedHashSet<>();
        ids.forEach(id -> wanted.add(id.value()));
        List<UUID> all = List.copyOf(wanted);
        Map<UUID, T> found = new HashMap<>();
        KeyList.inParts(sql.dialect.idsAtOnce(), all, some -> {
            Query query = new Query(sql.dialect, sql.selectWhere);
            KeyList.writeIds(query, "", tenant, some);
            reading.read(() -> list(query)).forEach(t -> found.put(type.idOf(t).value(), t));
        });
        return all.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    @Override
    public Page<T> page(Criteria<T> where, Sort<T> sort, PageRequest request) {
        Keyset<T> keyset = Keyset.of(type, where, sort);
        KeysetSql<T> order = new KeysetSql<>(table, sql.dialect, keyset.keys());
        Query query = listing(sql.selectWhere, where);
        Cursor after = request.after();
        if (after != null) {
            query.add(" and ");
            order.writeAfter(keyset.position(after), query);
        }
        order.writeOrder(where, query);
        // one row more than wanted tells whether there is a next page
        query.add(" limit ?").with(ColumnType.INTEGER, request.size() + 1L);

        List<T> rows = reading.read(() -> list(query));
        boolean more = rows.size() > request.size();
        List<T> items = more ? rows.subList(0, request.size()) : rows;
        return new Page<>(items, more ? keyset.after(items.get(items.size() - 1)) : null);
    }

    @Override
    public long count(Criteria<T> where) {
        Query query = listing(sql.countWhere, where);
        return Objects.requireNonNull(transaction
                .list(query.sql(), query::bind, cells -> cells.number(1))
                .get(0));
    }

    @Override
    public void insert(T state) {
        write(() -> {
            requireFirstVersion(state);
            transaction.update(sql.insert, sql.constraints, to -> sql.bindInsert(to, tenant, state));
            sql.children.forEach(c -> c.insert(transaction, tenant, table, List.of(state)));
        });
    }

    @Override
    public void insertAll(List<T> states) {
        if (states.isEmpty()) {
            return;
        }
        write(() -> {
            states.forEach(this::requireFirstVersion);
            transaction.batch(
                    sql.insert,
                    sql.constraints,
                    states.size(),
                    (to, row) -> sql.bindInsert(to, tenant, states.get(row)));
            sql.children.forEach(c -> c.insert(transaction, tenant, table, states));
        });
    }

    @Override
    public void update(T state) {
        write(sql.update, state);
    }

    @Override
    public void update(T before, T state) {
        write(sql.updateOf(before, state), state);
    }

    private void write(TableSql.Update<T> update, T state) {
        write(() -> {
            long expected = type.stampOf(state).version() - 1;
            // what has no stamp of its own is at version 1 for ever, and no next version follows that
            requireOne(
                    table.stamped()
                            ? transaction.update(
                                    update.sql(),
                                    sql.constraints,
                                    to -> sql.bindUpdate(to, update, tenant, state, expected))
                            : 0,
                    state,
                    expected);
            UUID id = type.idOf(state).value();
            for (ChildSql<T, ?> children : sql.children) {
                children.delete(transaction, tenant, id);
                children.insert(transaction, tenant, table, List.of(state));
            }
        });
    }

    @Override
    public void delete(T state) {
        write(() -> {
            long expected = type.stampOf(state).version();
            // the children go with it: their foreign key cascades
            requireOne(
                    transaction.update(
                            sql.delete, sql.constraints, to -> sql.bindWhere(to, 1, tenant, state, expected)),
                    state,
                    expected);
        });
    }

    private void write(Runnable writing) {
        boolean done = false;
        try {
            writing.run();
            done = true;
        } finally {
            if (!done) {
                transaction.setRollbackOnly();
            }
        }
    }

    private void requireFirstVersion(T state) {
        if (type.stampOf(state).version() != 1) {
            throw new IllegalArgumentException("a new " + type.name() + " is at version 1");
        }
    }

    private void requireOne(int changed, T state, long expected) {
        if (changed != 1) {
            throw new StaleVersionException(type.refOf(state), expected);
        }
    }

    private Query listing(String start, Criteria<T> where) {
        Query query = new Query(sql.dialect, start);
        CriteriaSql.writeAll(table, where, tenant, query);
        return query;
    }

    private List<TableSql.Loaded> list(Query query) {
        return transaction.list(query.sql(), query::bind, sql::read);
    }
}
