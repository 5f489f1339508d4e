package io.github.crmkit.storage.contract.broken;

import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.storage.Storage;
import io.github.crmkit.storage.StorageFailureException;
import io.github.crmkit.storage.UnitOfWork;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A storage in memory that is as simple as can be: every read copies, every commit takes one lock. Without a flaw it keeps
 * the contract.
 */
final class ToyStorage implements Storage {

    /** One type of one tenant. */
    record Scope(TenantId tenant, String type) {}

    private static final TenantId SHARED = new TenantId(new UUID(1, 1));

    final @Nullable Flaw flaw;
    final ToyCodec codec;
    final ToyMatcher matcher;

    // all of the following are guarded by this storage's monitor
    final Map<Scope, Map<UUID, Object>> rows = new HashMap<>();
    final Map<List<Object>, UUID> keysEver = new HashMap<>();
    final Set<UUID> deletedEver = new HashSet<>();
    final Map<UUID, Object> lastEver = new HashMap<>();
    long commits;

    private final Map<Thread, ToyUnit> open = new ConcurrentHashMap<>();

    ToyStorage(@Nullable Flaw flaw) {
        this.flaw = flaw;
        this.codec = new ToyCodec(flaw);
        this.matcher = new ToyMatcher(flaw);
    }

    boolean has(Flaw one) {
        return flaw == one;
    }

    @Override
    public <R> R inUnit(TenantId tenant, Function<UnitOfWork, R> work) {
        ToyUnit outer = open.get(Thread.currentThread());
        if (has(Flaw.UNITS_NEST) && outer != null) {
            return work.apply(outer);
        }
        ToyUnit unit = new ToyUnit(this, has(Flaw.ONE_TENANT_FOR_ALL) ? SHARED : tenant);
        open.put(Thread.currentThread(), unit);
        try {
            R result = work.apply(unit);
            unit.end();
            return has(Flaw.RESULT_LOST) ? lost(result) : result;
        } catch (RuntimeException thrown) {
            if (has(Flaw.HALF_KEPT)) {
                unit.commit();
            }
            throw has(Flaw.EXCEPTIONS_WRAPPED) ? new StorageFailureException("failed", thrown) : thrown;
        } finally {
            if (outer == null) {
                open.remove(Thread.currentThread());
            } else {
                open.put(Thread.currentThread(), outer);
            }
        }
    }

    @SuppressWarnings({"unchecked", "unused", "NullAway", "TypeParameterUnusedInFormals"})
    private static <R> R lost(R result) {
        return result instanceof Boolean ? result : null;
    }

    @Override
    public boolean ownsTransactions() {
        return !has(Flaw.DISOWNS_TRANSACTIONS);
    }

    /** A copy of what is committed, oldest first; of all tenants where the flaw says so. */
    synchronized Map<UUID, Object> committed(Scope scope, boolean ofAllTenants) {
        if (!ofAllTenants) {
            return new LinkedHashMap<>(rows.getOrDefault(scope, Map.of()));
        }
        Map<UUID, Object> all = new LinkedHashMap<>();
        rows.forEach((where, some) -> {
            if (where.type().equals(scope.type())) {
                all.putAll(some);
            }
        });
        return all;
    }

    /** Where a row of this id lives, whoever owns it; the given scope where it lives nowhere. */
    synchronized Scope anywhere(Scope scope, UUID id) {
        return rows.keySet().stream()
                .filter(where -> where.type().equals(scope.type()))
                .filter(where -> rows.getOrDefault(where, Map.of()).containsKey(id))
                .findFirst()
                .orElse(scope);
    }
}
