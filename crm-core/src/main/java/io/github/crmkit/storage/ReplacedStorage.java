package io.github.crmkit.storage;

import io.github.crmkit.kernel.Id;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.query.EntityType;
import java.util.function.Function;

/** Keeps one type in a repository of the host's and everything else where it was. */
record ReplacedStorage<T, I extends Id>(
        Storage base, EntityType<T, I> type, Function<UnitOfWork, ? extends Repository<T, I>> replacement)
        implements Storage {

    @Override
    public <R> R inUnit(TenantId tenant, Function<UnitOfWork, R> work) {
        return base.inUnit(tenant, unit -> work.apply(new Unit<>(unit, type, replacement.apply(unit))));
    }

    @Override
    public boolean ownsTransactions() {
        return base.ownsTransactions();
    }

    private record Unit<T, I extends Id>(UnitOfWork base, EntityType<T, I> type, Repository<T, I> kept)
            implements UnitOfWork {

        @Override
        public TenantId tenant() {
            return base.tenant();
        }

        @Override
        @SuppressWarnings("unchecked") // the type is the same object, so its parameters are the same
        public <U, J extends Id> Repository<U, J> repository(EntityType<U, J> wanted) {
            return (Object) wanted == type ? (Repository<U, J>) kept : base.repository(wanted);
        }

        @Override
        public void setRollbackOnly() {
            base.setRollbackOnly();
        }
    }
}
