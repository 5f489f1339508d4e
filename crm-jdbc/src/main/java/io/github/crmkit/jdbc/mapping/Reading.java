package io.github.crmkit.jdbc.mapping;

import io.github.crmkit.jdbc.sql.Transaction;
import io.github.crmkit.kernel.Id;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.storage.StaleVersionException;
import io.github.crmkit.storage.StorageFailureException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes aggregates from rows, together with their child rows of the same version. */
final class Reading<T, I extends Id> {

    /** How often a read begins anew when somebody saves what is being read. */
    private static final int ATTEMPTS = 50;

    /**
     * The aggregates that were made of the last rows, one for each of so many places; an id has one place. It belongs to a
     * table for good and to all threads: losing an aggregate or making it twice does no harm.
     */
    static final class Memory<T> {

        private record Made<T>(TableSql.Loaded row, T aggregate) {}

        private static final int PLACES = 256;

        private final AtomicReferenceArray<@Nullable Made<T>> places = new AtomicReferenceArray<>(PLACES);

        T of(TableSql.Loaded row, Supplier<T> making) {
            int place = Math.floorMod(row.id.hashCode(), PLACES);
            Made<T> last = places.get(place);
            if (last != null && last.row().same(row)) {
                return last.aggregate();
            }
            T made = making.get();
            places.set(place, new Made<>(row, made));
            return made;
        }
    }

    private final Transaction transaction;
    private final TenantId tenant;
    private final TableSql<T, I> sql;

    Reading(Transaction transaction, TenantId tenant, TableSql<T, I> sql) {
        this.transaction = transaction;
        this.tenant = tenant;
        this.sql = sql;
    }

    /** The aggregates of the rows that the query gives; it is asked again when a row was changed while it was read. */
    List<T> read(Supplier<List<TableSql.Loaded>> query) {
        List<TableSql.Loaded> rows = query.get();
        if (rows.isEmpty() || sql.children.isEmpty()) {
            return make(rows, List.of());
        }
        for (int more = ATTEMPTS; ; more--) {
            List<Owned<T, ?>> owned = load(rows);
            TableSql.Loaded changed = changedSince(rows, owned);
            if (changed == null) {
                return make(rows, owned);
            } else if (more == 0) {
                I id = sql.table.type().idOf(changed.id);
                throw new StaleVersionException(sql.table.type().refTo(id), changed.version());
            }
            rows = query.get();
            if (rows.isEmpty()) {
                return List.of();
            }
        }
    }

    private List<Owned<T, ?>> load(List<TableSql.Loaded> rows) {
        List<UUID> ids = rows.stream().map(r -> r.id).toList();
        List<Owned<T, ?>> owned = new ArrayList<>(sql.children.size());
        sql.children.forEach(c -> owned.add(Owned.of(c, transaction, tenant, ids)));
        return owned;
    }

    private static <T> TableSql.@Nullable Loaded changedSince(List<TableSql.Loaded> rows, List<Owned<T, ?>> owned) {
        for (TableSql.Loaded row : rows) {
            for (Owned<T, ?> one : owned) {
                if (!one.isOf(row)) {
                    return row;
                }
            }
        }
        return null;
    }

    private List<T> make(List<TableSql.Loaded> rows, List<Owned<T, ?>> owned) {
        List<T> made = new ArrayList<>(rows.size());
        for (TableSql.Loaded row : rows) {
            made.add(make(row, owned));
        }
        return made;
    }

    private T make(TableSql.Loaded row, List<Owned<T, ?>> owned) {
        Memory<T> memory = sql.memory;
        return memory == null ? makeAnew(row, owned) : memory.of(row, () -> makeAnew(row, owned));
    }

    private T makeAnew(TableSql.Loaded row, List<Owned<T, ?>> owned) {
        try {
            List<?>[] children = new List<?>[owned.size()];
            for (int i = 0; i < children.length; i++) {
                children[i] = owned.get(i).of(row.id);
            }
            return sql.table.make(new EntityRow<>(sql.table.type().idOf(row.id), row.stamp, row.values, children));
        } catch (RuntimeException unreadable) {
            throw new StorageFailureException(
                    "the stored " + sql.table.type().name() + " " + row.id + " is unreadable", unreadable);
        }
    }

    /** The rows of one kind of children of the aggregates that are being read. */
    private record Owned<T, C>(ChildSql<T, C> sql, Map<UUID, ChildSql.Family<C>> families) {

        static <T, C> Owned<T, C> of(ChildSql<T, C> sql, Transaction transaction, TenantId tenant, List<UUID> parents) {
            return new Owned<>(sql, sql.load(transaction, tenant, parents));
        }

        boolean isOf(TableSql.Loaded row) {
            ChildSql.Family<C> family = families.get(row.id);
            return family != null && family.version == row.version();
        }

        List<C> of(UUID parent) {
            return sql.make(Objects.requireNonNull(families.get(parent)).rows);
        }
    }
}
