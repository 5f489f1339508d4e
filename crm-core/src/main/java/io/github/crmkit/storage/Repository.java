package io.github.crmkit.storage;

import io.github.crmkit.kernel.Id;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.Page;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The aggregates of one type and one tenant, within one unit of work.
 *
 * <p>The state is stored exactly as given. Its stamp says which version it becomes: 1 when inserted, one more than the
 * stored version when updated. A write that throws leaves the unit of work rollback-only, on every store.
 *
 * @param <T> the aggregate
 * @param <I> its id
 */
public interface Repository<T, I extends Id> {

    /** How many rows {@link #each} reads at a time. */
    int BATCH = 500;

    /** The aggregate with this id, if the tenant has one. */
    Optional<T> find(I id);

    /** The aggregates with these ids, as many as the tenant has, each once, in the order of the ids given. */
    List<T> findAll(Collection<I> ids);

    /**
     * One page of those that satisfy the filter.
     *
     * @throws io.github.crmkit.query.InvalidCursorException for a cursor of another filter or order
     */
    Page<T> page(Criteria<T> where, Sort<T> sort, PageRequest request);

    /** How many satisfy the filter. */
    long count(Criteria<T> where);

    /**
     * Stores a new aggregate, whose stamp is at version 1.
     *
     * @throws io.github.crmkit.storage.DuplicateKeyException when the id or a unique key is taken
     * @throws IllegalArgumentException for a state at another version
     */
    void insert(T state);

    /** Stores many new aggregates at once; as {@link #insert} for each of them. */
    void insertAll(List<T> states);

    /**
     * Replaces the stored version, which must be the one before this state's.
     *
     * @throws io.github.crmkit.storage.StaleVersionException when it is not
     * @throws io.github.crmkit.storage.DuplicateKeyException when a unique key is taken
     */
    void update(T state);

    /**
     * As {@link #update(Object)}, by a caller who also has the version that is replaced: a store may write only what differs.
     *
     * @param before the version before {@code state}, as it was read or written
     */
    default void update(T before, T state) {
        update(state);
    }

    /**
     * Removes the aggregate, whose stored version must be this state's.
     *
     * @throws io.github.crmkit.storage.StaleVersionException when it is not
     */
    void delete(T state);

    /** The first of those that satisfy the filter, in this order. */
    default Optional<T> first(Criteria<T> where, Sort<T> sort) {
        return page(where, sort, PageRequest.first(1)).items().stream().findFirst();
    }

    /** Hands over all that satisfy the filter, in this order, reading {@value #BATCH} at a time. */
    default void each(Criteria<T> where, Sort<T> sort, Consumer<? super T> action) {
        Page<T> page = page(where, sort, PageRequest.first(BATCH));
        page.forEach(action);
        while (page.next().isPresent()) {
            page = page(where, sort, PageRequest.after(page.next().get(), BATCH));
            page.forEach(action);
        }
    }
}
