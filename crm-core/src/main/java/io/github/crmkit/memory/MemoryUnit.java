package io.github.crmkit.memory;

import io.github.crmkit.kernel.Id;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.storage.Repository;
import io.github.crmkit.storage.StorageFailureException;
import io.github.crmkit.storage.UnitOfWork;
import java.util.LinkedHashMap;
import java.util.Map;

/** One open unit of work: the repositories it has asked for, each with its writes. */
final class MemoryUnit implements UnitOfWork {

    private final TenantId tenant;
    private final MemoryTenant data;
    private final Map<EntityType<?, ?>, MemoryRepository<?, ?>> repositories = new LinkedHashMap<>();
    private boolean open = true;
    private boolean rollbackOnly;

    MemoryUnit(TenantId tenant, MemoryTenant data) {
        this.tenant = tenant;
        this.data = data;
    }

    @Override
    public TenantId tenant() {
        return tenant;
    }

    @Override
    @SuppressWarnings("unchecked") // the type is the same object, so its parameters are the same
    public <T, I extends Id> Repository<T, I> repository(EntityType<T, I> type) {
        requireOpen();
        return (Repository<T, I>)
                repositories.computeIfAbsent(type, t -> new MemoryRepository<>(this, data, data.table(type), type));
    }

    @Override
    public void setRollbackOnly() {
        rollbackOnly = true;
    }

    void requireOpen() {
        if (!open) {
            throw new IllegalStateException("the unit of work has ended");
        }
    }

    void commit() {
        if (rollbackOnly) {
            throw new StorageFailureException("the unit of work was left half done, so nothing of it is stored", null);
        }
        if (repositories.values().stream().anyMatch(MemoryRepository::hasWrites)) {
            data.writing(() -> {
                repositories.values().forEach(MemoryRepository::checkAgain);
                repositories.values().forEach(MemoryRepository::apply);
            });
        }
    }

    void close() {
        open = false;
    }
}
