package io.github.crmkit.access;

import io.github.crmkit.kernel.Caller;
import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.CrmException;
import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.kernel.Id;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.query.Page;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.storage.Repository;
import io.github.crmkit.storage.Rollup;
import io.github.crmkit.storage.StaleVersionException;
import io.github.crmkit.storage.UnitOfWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One open unit of work as one caller sees it. All reads are filtered by what the caller sees, all writes are checked,
 * stamped and recorded. Belongs to one thread and ends with the unit.
 */
public final class Work {

    private final Desk desk;
    private final UnitOfWork unit;
    private final Instant now;
    private final Journal journal = new Journal();
    private boolean wrote;

    private Work(Desk desk, UnitOfWork unit) {
        this.desk = desk;
        this.unit = unit;
        this.now = desk.clock().instant();
    }

    static <R> R run(Desk desk, UnitOfWork unit, Function<Work, R> task) {
        Work work = new Work(desk, unit);
        boolean done = false;
        try {
            R result = task.apply(work);
            work.journal.writeTo(unit);
            done = true;
            return result;
        } finally {
            if (!done && work.wrote) {
                unit.setRollbackOnly();
            }
        }
    }

    /** On whose behalf. */
    public Caller caller() {
        return desk.caller();
    }

    /** When this unit began: one instant for everything in it, in microseconds. */
    public Instant now() {
        return now;
    }

    /** A UUID for a new aggregate. */
    public UUID newId() {
        return desk.ids().next();
    }

    /** The stamp of an aggregate that is made in this unit. */
    public Stamp firstStamp() {
        return Stamp.first(now, caller().user());
    }

    /** The open unit underneath, for running other services as part of it. */
    public UnitOfWork unit() {
        return unit;
    }

    /**
     * The aggregates of a type as this caller sees them; writes through it are checked, stamped and recorded too. History
     * and other traces are none of them: they tell of aggregates that the caller may not see, so they are read through
     * {@link #historyOf}, {@link #traces} and {@link #answer} alone.
     */
    public <T, I extends Id> Repository<T, I> repository(EntityType<T, I> type) {
        if (type.isTrace()) {
            throw new IllegalArgumentException(type.name() + " is read behind the aggregate that it tells of");
        }
        return new GuardedRepository<>(this, type, unit.repository(type), visible(type));
    }

    /**
     * The aggregate with this id.
     *
     * @throws NotFoundException when there is none that the caller sees
     */
    public <T, I extends Id> T get(EntityType<T, I> type, I id) {
        return repository(type).find(id).orElseThrow(() -> new NotFoundException(type.refTo(id)));
    }

    /** One page of those that satisfy the filter and that the caller sees. */
    public <T, I extends Id> Page<T> page(EntityType<T, I> type, Criteria<T> where, Sort<T> sort, PageRequest request) {
        return repository(type).page(where, sort, request);
    }

    /**
     * Saves what was decided: checks, advances the stamp, stores, and records the events. A change without events and with
     * the state it had stores nothing.
     *
     * @return the state as stored
     * @throws AccessDeniedException when the caller may not do this; nothing is written
     */
    public <T, I extends Id> T save(EntityType<T, I> type, Action action, Change<T> change) {
        if (change.isNone()) {
            return change.state();
        }
        require(type, action, change);
        T before = change.before();
        Repository<T, I> stored = unit.repository(type);
        T state = change.state();
        wrote = true;
        if (before == null) {
            stored.insert(state);
        } else {
            state = type.withStamp(state, type.stampOf(before).next(now, caller().user()));
            update(type, stored, before, state);
        }
        journal.record(this, type, before, state, change.events());
        return state;
    }

    /** Saves many new aggregates of one type at once; as {@link #save} for each of them. */
    public <T, I extends Id> List<T> saveAllNew(EntityType<T, I> type, List<Change<T>> created) {
        created.forEach(c -> require(type, Action.CREATE, c));
        List<T> states = created.stream().map(Change::state).toList();
        wrote = true;
        unit.repository(type).insertAll(states);
        created.forEach(c -> journal.record(this, type, null, c.state(), c.events()));
        return states;
    }

    /** Removes an aggregate of this version. */
    public <T, I extends Id> void delete(EntityType<T, I> type, T state) {
        delete(type, state, null);
    }

    /** Removes an aggregate of this version, for this reason. */
    public <T, I extends Id> void delete(EntityType<T, I> type, T state, @Nullable String reason) {
        require(type, Action.DELETE, Change.none(state));
        wrote = true;
        unit.repository(type).delete(state);
        journal.recordDeletion(this, type, state, reason);
    }

    /**
     * Refuses what the caller may not do with an aggregate, for work that writes behind it.
     *
     * @throws AccessDeniedException when the caller may not do this
     */
    public <T> void requireAllowed(EntityType<T, ?> type, Action action, T state) {
        require(type, action, Change.none(state));
    }

    /** The rows of a trace that satisfy the filter, in this order; the caller checks that what they tell of is visible. */
    public <S, J extends Id> List<S> traces(EntityType<S, J> type, Criteria<S> where, Sort<S> sort) {
        journal.writeTo(unit);
        List<S> rows = new ArrayList<>();
        unit.repository(type).each(where, sort, rows::add);
        return rows;
    }

    /** Adds rows to a trace; the caller checks that what they tell of is visible and may be told of. */
    public <S, J extends Id> void addTraces(EntityType<S, J> type, List<S> rows) {
        wrote = true;
        unit.repository(type).insertAll(rows);
    }

    /** The answer to a question over all aggregates that the caller sees, found in the shortest way that the store knows. */
    public <T, R> R answer(Rollup<T, R> question) {
        journal.writeTo(unit);
        return unit.answer(question, visible(question.subject()));
    }

    /** The history of an aggregate, oldest first, this unit's own entries included; the caller checks that it is visible. */
    public List<HistoryEntry> historyOf(EntityRef subject) {
        return traces(HistoryEntry.TYPE, HistoryEntry.about(subject), HistoryEntry.VERSION.asc());
    }

    private <T, I extends Id> void update(EntityType<T, I> type, Repository<T, I> stored, T before, T state) {
        try {
            stored.update(before, state);
        } catch (StaleVersionException conflict) {
            EntityRef subject = conflict.subject().orElseThrow(() -> conflict);
            T current = repository(type).find(type.idOf(state)).orElse(null);
            throw new StaleVersionException(subject, type.stampOf(state).version() - 1, current);
        }
    }

    private <T> Criteria<T> visible(EntityType<T, ?> type) {
        try {
            return Objects.requireNonNull(desk.policy().visible(caller(), type), "a policy without an answer");
        } catch (CrmException refused) {
            throw refused;
        } catch (RuntimeException broken) {
            throw new AccessDeniedException("read", type.name(), broken);
        }
    }

    private <T> void require(EntityType<T, ?> type, Action action, Change<T> change) {
        T before = change.before();
        if ((before != null && !may(type, action, before)) || !may(type, action, change.state())) {
            throw new AccessDeniedException(action.word(), type.name());
        }
    }

    private <T> boolean may(EntityType<T, ?> type, Action action, T subject) {
        try {
            return desk.policy().may(caller(), action, type, subject);
        } catch (RuntimeException broken) {
            throw new AccessDeniedException(action.word(), type.name(), broken);
        }
    }
}
