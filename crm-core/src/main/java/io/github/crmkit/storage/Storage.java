package io.github.crmkit.storage;

import io.github.crmkit.kernel.Id;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.query.EntityType;
import java.util.function.Function;

/** Where everything is kept. Safe under threads; each unit of work belongs to one thread. */
public interface Storage {

    /**
     * Runs the work as one unit: all of it is stored, or, when it throws, nothing.
     *
     * <p>What the work throws is passed on unchanged. A unit that is opened while the thread has another one open is
     * independent of it; to run as part of it, use {@link UnitOfWork#asStorage}.
     *
     * <p>Whether the unit has a transaction of its own or is part of the host's is said when the storage is made, see
     * {@link #ownsTransactions}.
     *
     * @throws io.github.crmkit.storage.StaleVersionException when somebody else changed the same data first
     * @throws io.github.crmkit.storage.DuplicateKeyException when a unique key is taken
     * @throws io.github.crmkit.storage.StorageFailureException when the store fails, or the work returned from a unit that
     *     could only be undone
     * @throws io.github.crmkit.storage.OutcomeUnknownException when the connection broke while committing
     */
    <R> R inUnit(TenantId tenant, Function<UnitOfWork, R> work);

    /**
     * Whether each unit is committed on return. When not, the unit is part of somebody else's transaction, which alone
     * decides, and nothing here is ever tried again.
     */
    boolean ownsTransactions();

    /** The same storage, in which one type is kept by a repository of the host's, made anew for each unit. */
    default <T, I extends Id> Storage replacing(
            EntityType<T, I> type, Function<UnitOfWork, ? extends Repository<T, I>> replacement) {
        return new ReplacedStorage<>(this, type, replacement);
    }
}
