package io.github.crmkit.memory;

import io.github.crmkit.kernel.Id;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.query.EntityType.UniqueKey;
import io.github.crmkit.query.Keyset;
import io.github.crmkit.query.Page;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.DuplicateKeyException;
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
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The committed states of one type with the writes of one unit laid over them. */
final class MemoryRepository<T, I extends Id> implements Repository<T, I> {

    private final MemoryUnit unit;
    private final MemoryTenant tenant;
    private final MemoryTable<T> committed;
    private final EntityType<T, I> type;

    /** What the unit wrote, as far as it is still there. */
    private final MemoryTable<T> written;

    /** For each id the unit wrote or removed: the committed version that it replaces, 0 for none. */
    private final Map<UUID, Long> replaced = new HashMap<>();

    MemoryRepository(MemoryUnit unit, MemoryTenant tenant, MemoryTable<T> committed, EntityType<T, I> type) {
        this.unit = unit;
        this.tenant = tenant;
        this.committed = committed;
        this.type = type;
        this.written = new MemoryTable<>(type);
    }

    @Override
    public Optional<T> find(I id) {
        return reading(() -> Optional.ofNullable(visible(id.value())));
    }

    @Override
    public List<T> findAll(Collection<I> ids) {
        return reading(() -> new LinkedHashSet<>(ids)
                .stream()
                        .map(id -> visible(id.value()))
                        .filter(Objects::nonNull)
                        .toList());
    }

    @Override
    public Page<T> page(Criteria<T> where, Sort<T> sort, PageRequest request) {
        MemoryPage<T> page = new MemoryPage<>(Keyset.of(type, where, sort), request.size(), request.after());
        return reading(() -> {
            visible(where).forEach(page::offer);
            return page.cut();
        });
    }

    /** One state of the store, put in order once. */
    @Override
    public void each(Criteria<T> where, Sort<T> sort, Consumer<? super T> action) {
        MemoryPage<T> all = new MemoryPage<>(Keyset.of(type, where, sort), Integer.MAX_VALUE, null);
        List<T> rows = reading(() -> {
            visible(where).forEach(all::offer);
            return all.cut().items();
        });
        rows.forEach(action);
    }

    @Override
    public long count(Criteria<T> where) {
        return reading(() -> visible(where).count());
    }

    @Override
    public void insert(T state) {
        writing(() -> add(state));
    }

    @Override
    public void insertAll(List<T> states) {
        writing(() -> states.forEach(this::add));
    }

    @Override
    public void update(T state) {
        writing(() -> {
            UUID id = type.idOf(state).value();
            requireVersion(state, type.stampOf(state).version() - 1);
            requireUnique(id, state);
            write(id, state);
        });
    }

    @Override
    public void delete(T state) {
        writing(() -> {
            UUID id = type.idOf(state).value();
            requireVersion(state, type.stampOf(state).version());
            replaced.putIfAbsent(id, committed.version(id));
            written.remove(id);
            if (replaced.get(id) == 0) {
                replaced.remove(id);
            }
        });
    }

    boolean hasWrites() {
        return !replaced.isEmpty();
    }

    /** Whether the committed states still are what the writes rely on; called under the tenant's write lock. */
    void checkAgain() {
        replaced.forEach((id, version) -> {
            if (committed.version(id) != version) {
                throw version == 0
                        ? new DuplicateKeyException(type.name(), "id", null)
                        : new StaleVersionException(type.refTo(type.idOf(id)), version);
            }
        });
        written.all().forEach(row -> requireUnique(type.idOf(row).value(), row));
    }

    /** Makes the writes visible to all; called under the tenant's write lock, when nothing can go wrong any more. */
    void apply() {
        replaced.keySet().forEach(committed::remove);
        written.all().forEach(row -> committed.put(type.idOf(row).value(), row));
    }

    private void add(T state) {
        if (type.stampOf(state).version() != 1) {
            throw new IllegalArgumentException("a new " + type.name() + " is at version 1");
        }
        UUID id = type.idOf(state).value();
        if (visible(id) != null) {
            throw new DuplicateKeyException(type.name(), "id", null);
        }
        requireUnique(id, state);
        write(id, state);
    }

    private void write(UUID id, T state) {
        // a value that has no plain form must not get in, or every later filter would stumble over it
        type.fields().forEach(field -> field.plain(state));
        replaced.putIfAbsent(id, committed.version(id));
        written.put(id, state);
    }

    private void requireVersion(T state, long expected) {
        T found = visible(type.idOf(state).value());
        if (found == null || type.stampOf(found).version() != expected) {
            throw new StaleVersionException(type.refOf(state), expected);
        }
    }

    private void requireUnique(UUID id, T state) {
        for (UniqueKey<T> key : type.uniqueKeys()) {
            List<Object> values = MemoryTable.values(key, state);
            UUID own = written.holder(key, values);
            UUID other = committed.holder(key, values);
            boolean takenHere = own != null && !own.equals(id);
            boolean takenThere = other != null && !other.equals(id) && !replaced.containsKey(other);
            if (takenHere || takenThere) {
                throw new DuplicateKeyException(type.name(), key.name(), null);
            }
        }
    }

    private @Nullable T visible(UUID id) {
        return replaced.containsKey(id) ? written.get(id) : committed.get(id);
    }

    private Stream<T> visible(Criteria<T> where) {
        Stream<T> kept = committed.candidates(where).stream()
                .filter(row -> replaced.isEmpty()
                        || !replaced.containsKey(type.idOf(row).value()));
        return Stream.concat(kept, written.candidates(where).stream()).filter(where::matches);
    }

    private <R> R reading(Supplier<R> read) {
        unit.requireOpen();
        return tenant.reading(read);
    }

    private void writing(Runnable write) {
        unit.requireOpen();
        boolean done = false;
        try {
            tenant.reading(() -> {
                write.run();
                return true;
            });
            done = true;
        } finally {
            if (!done) {
                unit.setRollbackOnly();
            }
        }
    }
}
