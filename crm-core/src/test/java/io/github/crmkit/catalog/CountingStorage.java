package io.github.crmkit.catalog;

import io.github.crmkit.kernel.Id;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.query.Page;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.ForwardingRepository;
import io.github.crmkit.storage.Repository;
import io.github.crmkit.storage.Storage;
import io.github.crmkit.storage.UnitOfWork;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Notes every read and write that reaches the store: what costs a statement in a database. */
public final class CountingStorage implements Storage {

    private final Storage base;
    private final List<String> reads = Collections.synchronizedList(new ArrayList<>());
    private final List<String> writes = Collections.synchronizedList(new ArrayList<>());

    public CountingStorage(Storage base) {
        this.base = base;
    }

    /** What was read since the last time of asking, as {@code find product}, {@code page price-entry}. */
    public List<String> reads() {
        List<String> noted = List.copyOf(reads);
        reads.clear();
        return noted;
    }

    /** What was written since the last time of asking, as {@code insert product}, {@code insertAll history}. */
    public List<String> writes() {
        List<String> noted = List.copyOf(writes);
        writes.clear();
        return noted;
    }

    @Override
    public <R> R inUnit(TenantId tenant, Function<UnitOfWork, R> work) {
        return base.inUnit(tenant, unit -> work.apply(new Unit(unit)));
    }

    @Override
    public boolean ownsTransactions() {
        return base.ownsTransactions();
    }

    private final class Unit implements UnitOfWork {

        private final UnitOfWork unit;

        private Unit(UnitOfWork unit) {
            this.unit = unit;
        }

        @Override
        public TenantId tenant() {
            return unit.tenant();
        }

        @Override
        public <T, I extends Id> Repository<T, I> repository(EntityType<T, I> type) {
            return new Counting<>(unit.repository(type), type.name());
        }

        @Override
        public void setRollbackOnly() {
            unit.setRollbackOnly();
        }
    }

    private final class Counting<T, I extends Id> implements ForwardingRepository<T, I> {

        private final Repository<T, I> repository;
        private final String name;

        private Counting(Repository<T, I> repository, String name) {
            this.repository = repository;
            this.name = name;
        }

        @Override
        public Repository<T, I> base() {
            return repository;
        }

        @Override
        public Optional<T> find(I id) {
            reads.add("find " + name);
            return repository.find(id);
        }

        @Override
        public List<T> findAll(Collection<I> ids) {
            reads.add("findAll " + name);
            return repository.findAll(ids);
        }

        @Override
        public Page<T> page(Criteria<T> where, Sort<T> sort, PageRequest request) {
            reads.add("page " + name);
            return repository.page(where, sort, request);
        }

        @Override
        public void insert(T state) {
            writes.add("insert " + name);
            repository.insert(state);
        }

        @Override
        public void insertAll(List<T> states) {
            writes.add("insertAll " + name);
            repository.insertAll(states);
        }

        @Override
        public void update(T state) {
            writes.add("update " + name);
            repository.update(state);
        }

        @Override
        public long count(Criteria<T> where) {
            reads.add("count " + name);
            return repository.count(where);
        }
    }
}
