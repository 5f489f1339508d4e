package io.github.crmkit.storage;

import io.github.crmkit.kernel.Id;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.Page;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A repository that passes everything on to another one: what lets any adapter's generic repository stand behind the
 * named interface of a feature.
 */
public interface ForwardingRepository<T, I extends Id> extends Repository<T, I> {

    /** The repository that does the work. */
    Repository<T, I> base();

    @Override
    default Optional<T> find(I id) {
        return base().find(id);
    }

    @Override
    default List<T> findAll(Collection<I> ids) {
        return base().findAll(ids);
    }

    @Override
    default Page<T> page(Criteria<T> where, Sort<T> sort, PageRequest request) {
        return base().page(where, sort, request);
    }

    @Override
    default long count(Criteria<T> where) {
        return base().count(where);
    }

    @Override
    default void insert(T state) {
        base().insert(state);
    }

    @Override
    default void insertAll(List<T> states) {
        base().insertAll(states);
    }

    @Override
    default void update(T state) {
        base().update(state);
    }

    @Override
    default void delete(T state) {
        base().delete(state);
    }
}
