package io.github.crmkit.storage;

import io.github.crmkit.kernel.Id;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.EntityType;
import java.util.List;
import java.util.function.Function;

/**
 * Runs every unit within one that is open already. A unit that wrote something and then throws leaves the outer one
 * rollback-only: its first half can no longer be taken back alone.
 */
record JoinedStorage(UnitOfWork outer) implements Storage {

    @Override
    public <R> R inUnit(TenantId tenant, Function<UnitOfWork, R> work) {
        if (!tenant.equals(outer.tenant())) {
            throw new IllegalArgumentException("the open unit of work belongs to another tenant");
        }
        Unit unit = new Unit(outer);
        boolean done = false;
        try {
            R result = work.apply(unit);
            done = true;
            return result;
        } finally {
            if (!done && unit.wrote) {
                outer.setRollbackOnly();
            }
        }
    }

    @Override
    public boolean ownsTransactions() {
        return false;
    }

    /** Remembers whether anything was written through it. */
    private static final class Unit implements UnitOfWork {

        private final UnitOfWork outer;
        private boolean wrote;

        Unit(UnitOfWork outer) {
            this.outer = outer;
        }

        @Override
        public TenantId tenant() {
            return outer.tenant();
        }

        @Override
        public <T, I extends Id> Repository<T, I> repository(EntityType<T, I> type) {
            return new Noticing<>(this, outer.repository(type));
        }

        @Override
        public <T, R> R answer(Rollup<T, R> question, Criteria<T> visible) {
            return outer.answer(question, visible);
        }

        @Override
        public void setRollbackOnly() {
            outer.setRollbackOnly();
        }
    }

    private record Noticing<T, I extends Id>(Unit unit, Repository<T, I> base) implements ForwardingRepository<T, I> {

        @Override
        public void insert(T state) {
            unit.wrote = true;
            base.insert(state);
        }

        @Override
        public void insertAll(List<T> states) {
            unit.wrote = true;
            base.insertAll(states);
        }

        @Override
        public void update(T state) {
            unit.wrote = true;
            base.update(state);
        }

        @Override
        public void update(T before, T state) {
            unit.wrote = true;
            base.update(before, state);
        }

        @Override
        public void delete(T state) {
            unit.wrote = true;
            base.delete(state);
        }
    }
}
