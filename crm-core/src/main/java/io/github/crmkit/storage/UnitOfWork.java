package io.github.crmkit.storage;

import io.github.crmkit.kernel.Id;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.EntityType;

/**
 * One open unit of work of one tenant. It sees its own writes; others see them when the unit is committed, and then all
 * at once.
 *
 * <p>No more is promised than every database gives by default: each single read sees one state of the store, two reads of
 * one unit may see what others committed between them. Versions and unique keys keep writers apart, reads do not.
 */
public interface UnitOfWork {

    /** The tenant whose data is read and written. */
    TenantId tenant();

    /**
     * The repository of this type within this unit.
     *
     * @throws IllegalArgumentException for a type that the storage does not know
     */
    <T, I extends Id> Repository<T, I> repository(EntityType<T, I> type);

    /**
     * The answer to a question over many aggregates. A store that knows a shorter way than reading them all goes that way;
     * the answer is the same.
     *
     * @param visible the aggregates that may be looked at
     */
    default <T, R> R answer(Rollup<T, R> question, Criteria<T> visible) {
        return question.fold(this, visible);
    }

    /**
     * From now on this unit can only be undone, because it was left half done. Work that returns nevertheless ends in a
     * {@link io.github.crmkit.storage.StorageFailureException}, and nothing is stored.
     */
    void setRollbackOnly();

    /** A storage whose units are all part of this one: how a host runs several commands as a single unit. */
    default Storage asStorage() {
        return new JoinedStorage(this);
    }
}
