package io.github.crmkit.storage.contract.broken;

import io.github.crmkit.kernel.Id;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.storage.DuplicateKeyException;
import io.github.crmkit.storage.Repository;
import io.github.crmkit.storage.StaleVersionException;
import io.github.crmkit.storage.Storage;
import io.github.crmkit.storage.StorageFailureException;
import io.github.crmkit.storage.UnitOfWork;
import io.github.crmkit.storage.contract.sample.Sheet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One unit of the toy storage: its writes, and which versions they replace. */
final class ToyUnit implements UnitOfWork {

    /** Where something was written, and what: empty for a removal. */
    record Place(ToyStorage.Scope scope, UUID id) {}

    final ToyStorage storage;
    final Map<Place, Optional<Object>> writes = new LinkedHashMap<>();
    final Map<Place, Long> replaced = new HashMap<>();
    private final Map<String, ToyRepository<?, ?>> repositories = new HashMap<>();
    private final TenantId tenant;
    private final long commitsAtStart;
    private boolean rollbackOnly;

    ToyUnit(ToyStorage storage, TenantId tenant) {
        this.storage = storage;
        this.tenant = tenant;
        synchronized (storage) {
            this.commitsAtStart = storage.commits;
        }
    }

    @Override
    public TenantId tenant() {
        return storage.has(Flaw.WRONG_TENANT_SAID) ? new TenantId(new UUID(6, 6)) : tenant;
    }

    @Override
    @SuppressWarnings("unchecked") // one repository per type
    public <T, I extends Id> Repository<T, I> repository(EntityType<T, I> type) {
        ToyStorage.Scope scope = new ToyStorage.Scope(tenant, type.name());
        return (Repository<T, I>)
                repositories.computeIfAbsent(type.name(), n -> new ToyRepository<>(this, scope, type));
    }

    @Override
    public void setRollbackOnly() {
        rollbackOnly = true;
    }

    @Override
    public Storage asStorage() {
        if (storage.has(Flaw.JOINS_NOTHING)) {
            return storage;
        }
        Storage honest = UnitOfWork.super.asStorage();
        return storage.flaw != null && storage.flaw.name().startsWith("JOINED") ? new Joined(this, honest) : honest;
    }

    /** Commits, or says why not. */
    void end() {
        if (rollbackOnly && !storage.has(Flaw.ROLLBACK_ONLY_IGNORED)) {
            if (storage.has(Flaw.ROLLBACK_ONLY_IN_SILENCE)) {
                return;
            }
            throw new StorageFailureException("half done", null);
        }
        if (!storage.has(Flaw.NOTHING_STORED)) {
            commit();
        }
    }

    void commit() {
        synchronized (storage) {
            if (storage.has(Flaw.EVERY_WRITER_CONFLICTS) && !writes.isEmpty() && storage.commits != commitsAtStart) {
                throw new StaleVersionException("somebody else wrote something", new IllegalStateException());
            }
            replaced.forEach(this::checkVersion);
            if (!storage.has(Flaw.LOST_KEY) && !storage.has(Flaw.UNIQUE_ON_INSERT_ONLY)) {
                repositories.values().forEach(ToyRepository::checkKeys);
            }
            storage.commits++;
            if (!storage.has(Flaw.ROW_BY_ROW) && !storage.has(Flaw.LINES_AFTERWARDS)) {
                writes.forEach(this::write);
            }
        }
        if (storage.has(Flaw.ROW_BY_ROW) || storage.has(Flaw.LINES_AFTERWARDS)) {
            writes.forEach(this::writeSlowly);
        }
        writes.clear();
        replaced.clear();
    }

    private void checkVersion(Place place, long version) {
        Object found = storage.rows.getOrDefault(place.scope(), Map.of()).get(place.id());
        ToyRepository<?, ?> repository = repositories.get(place.scope().type());
        long current = found == null || repository == null ? 0 : repository.versionOf(found);
        if (current == version || storage.has(Flaw.LOST_UPDATE)) {
            return;
        } else if (version == 0) {
            if (!storage.has(Flaw.LOST_INSERT)) {
                throw new DuplicateKeyException(place.scope().type(), "id", null);
            }
        } else {
            throw new StaleVersionException("changed meanwhile", new IllegalStateException());
        }
    }

    private void write(Place place, Optional<Object> state) {
        Map<UUID, Object> rows = storage.rows.computeIfAbsent(place.scope(), s -> new LinkedHashMap<>());
        state.ifPresentOrElse(row -> rows.put(place.id(), row), () -> rows.remove(place.id()));
        ToyRepository<?, ?> repository = repositories.get(place.scope().type());
        if (repository != null) {
            state.ifPresent(repository::rememberKeys);
        }
    }

    private void writeSlowly(Place place, Optional<Object> state) {
        synchronized (storage) {
            Object before = storage.rows.getOrDefault(place.scope(), Map.of()).get(place.id());
            write(place, storage.has(Flaw.LINES_AFTERWARDS) ? state.map(s -> withLinesOf(s, before)) : state);
        }
        pause();
        synchronized (storage) {
            write(place, state);
        }
    }

    private static Object withLinesOf(Object state, @Nullable Object before) {
        return state instanceof Sheet sheet && before instanceof Sheet old
                ? new Sheet(sheet.id(), sheet.title(), old.lines(), sheet.stamp())
                : state;
    }

    static void pause() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Joins an open unit, wrongly. */
    private record Joined(ToyUnit outer, Storage honest) implements Storage {

        @Override
        public <R> R inUnit(TenantId tenant, Function<UnitOfWork, R> work) {
            boolean marked = outer.rollbackOnly;
            Flaw flaw = outer.storage.flaw;
            if (flaw == Flaw.JOINED_HALF_KEPT || flaw == Flaw.JOINED_TENANT_IGNORED) {
                return work.apply(outer);
            }
            try {
                return honest.inUnit(tenant, work);
            } catch (RuntimeException thrown) {
                outer.rollbackOnly |= flaw == Flaw.JOINED_FAILURE_SPREADS;
                throw thrown;
            } finally {
                if (flaw == Flaw.JOINED_MARK_IGNORED) {
                    outer.rollbackOnly = marked;
                }
            }
        }

        @Override
        public boolean ownsTransactions() {
            return outer.storage.has(Flaw.JOINED_OWNS);
        }
    }
}
