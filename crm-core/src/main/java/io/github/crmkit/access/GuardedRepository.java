package io.github.crmkit.access;

import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.Id;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.query.Page;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.Repository;
import io.github.crmkit.storage.StaleVersionException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A repository in which only what one caller sees exists, and whose writes are checked and recorded. */
record GuardedRepository<T, I extends Id>(Work work, EntityType<T, I> type, Repository<T, I> base, Criteria<T> visible)
        implements Repository<T, I> {

    @Override
    public Optional<T> find(I id) {
        return base.find(id).filter(visible::matches);
    }

    @Override
    public List<T> findAll(Collection<I> ids) {
        return base.findAll(ids).stream().filter(visible::matches).toList();
    }

    @Override
    public Page<T> page(Criteria<T> where, Sort<T> sort, PageRequest request) {
        return base.page(where.and(visible), sort, request);
    }

    @Override
    public long count(Criteria<T> where) {
        return base.count(where.and(visible));
    }

    @Override
    public void insert(T state) {
        work.save(type, Action.CREATE, Change.created(state));
    }

    @Override
    public void insertAll(List<T> states) {
        work.saveAllNew(type, states.stream().map(s -> Change.created(s)).toList());
    }

    @Override
    public void update(T state) {
        T before = stored(state, type.stampOf(state).version() - 1);
        work.save(type, Action.UPDATE, Change.of(before, state));
    }

    @Override
    public void delete(T state) {
        work.delete(type, stored(state, type.stampOf(state).version()));
    }

    /** What is stored decides whether the caller may, not what the caller says was stored. */
    private T stored(T given, long expected) {
        T before = work.get(type, type.idOf(given));
        if (type.stampOf(before).version() != expected) {
            throw new StaleVersionException(type.refOf(given), expected, before);
        }
        return before;
    }
}
