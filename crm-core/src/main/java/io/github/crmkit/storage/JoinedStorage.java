package io.github.crmkit.storage;

import io.github.crmkit.kernel.TenantId;
import java.util.function.Function;

/** Runs every unit within one that is open already. */
record JoinedStorage(UnitOfWork outer) implements Storage {

    @Override
    public <R> R inUnit(TenantId tenant, Function<UnitOfWork, R> work) {
        if (!tenant.equals(outer.tenant())) {
            throw new IllegalArgumentException("the open unit of work belongs to another tenant");
        }
        return work.apply(outer);
    }

    @Override
    public boolean ownsTransactions() {
        return false;
    }
}
