package io.github.crmkit.memory;

import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.storage.Storage;
import io.github.crmkit.storage.UnitOfWork;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A storage that lives as long as this object: transactional, version-checked and safe under threads, for tests, demos and
 * hosts that need no more. Every entity type is kept without further ado.
 *
 * <p>Each unit owns its transaction. A unit that is opened while the thread has another one open is independent of it.
 */
public final class MemoryStorage implements Storage {

    private final Map<TenantId, MemoryTenant> tenants = new ConcurrentHashMap<>();

    @Override
    public <R> R inUnit(TenantId tenant, Function<UnitOfWork, R> work) {
        MemoryUnit unit = new MemoryUnit(tenant, tenants.computeIfAbsent(tenant, t -> new MemoryTenant()));
        try {
            R result = work.apply(unit);
            unit.commit();
            return result;
        } finally {
            unit.close();
        }
    }

    @Override
    public boolean ownsTransactions() {
        return true;
    }
}
