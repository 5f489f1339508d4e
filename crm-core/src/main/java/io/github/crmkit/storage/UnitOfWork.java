package io.github.crmkit.storage;

import io.github.crmkit.kernel.Id;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.query.EntityType;

/** One open unit of work of one tenant. It sees its own writes; others see them when the unit is committed. */
public interface UnitOfWork {

    /** The tenant whose data is read and written. */
    TenantId tenant();

    /**
     * The repository of this type within this unit.
     *
     * @throws IllegalArgumentException for a type that the storage does not know
     */
    <T, I extends Id> Repository<T, I> repository(EntityType<T, I> type);

    /** From now on this unit can only be undone, even when the work returns: it was left half done. */
    void setRollbackOnly();

    /** A storage whose units are all part of this one: how a host runs several commands as a single unit. */
    default Storage asStorage() {
        return new JoinedStorage(this);
    }
}
