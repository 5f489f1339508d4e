package io.github.crmkit.storage.contract.broken;

import io.github.crmkit.kernel.Id;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.query.EntityType.UniqueKey;
import io.github.crmkit.query.Field;
import io.github.crmkit.query.Keyset;
import io.github.crmkit.query.Page;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.DuplicateKeyException;
import io.github.crmkit.storage.Repository;
import io.github.crmkit.storage.StaleVersionException;
import io.github.crmkit.storage.contract.broken.ToyStorage.Scope;
import io.github.crmkit.storage.contract.broken.ToyUnit.Place;
import io.github.crmkit.storage.contract.sample.Sheet;
import io.github.crmkit.storage.contract.sample.SheetLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads and writes of one unit of the toy storage. */
final class ToyRepository<T, I extends Id> implements Repository<T, I> {

    private final ToyUnit unit;
    private final ToyStorage storage;
    private final Scope scope;
    private final EntityType<T, I> type;

    ToyRepository(ToyUnit unit, Scope scope, EntityType<T, I> type) {
        this.unit = unit;
        this.storage = unit.storage;
        this.scope = scope;
        this.type = type;
    }

    private boolean has(Flaw flaw) {
        return storage.has(flaw);
    }

    // ---- reading

    @Override
    public Optional<T> find(I id) {
        T found = visible(has(Flaw.FOUND_IN_ALL_TENANTS)).get(id.value());
        if (has(Flaw.LOST_UPDATE)) {
            ToyUnit.pause();
        }
        return Optional.ofNullable(found).map(storage.codec::out);
    }

    @Override
    public List<T> findAll(Collection<I> ids) {
        Map<UUID, T> rows = visible(false);
        if (has(Flaw.FOUND_IN_ANY_ORDER)) {
            return rows.values().stream()
                    .filter(r -> ids.contains(type.idOf(r)))
                    .toList();
        }
        Collection<I> wanted = has(Flaw.FOUND_TWICE) ? ids : new LinkedHashSet<>(ids);
        return wanted.stream()
                .limit(has(Flaw.FOUND_SOME) ? 1_000 : Integer.MAX_VALUE)
                .map(id -> rows.get(id.value()))
                .filter(Objects::nonNull)
                .map(storage.codec::out)
                .toList();
    }

    @Override
    public Page<T> page(Criteria<T> where, Sort<T> sort, PageRequest request) {
        boolean later = request.after() != null;
        boolean ofAll = has(Flaw.LISTED_IN_ALL_TENANTS) || (later && has(Flaw.CURSOR_LEAVES_TENANT));
        List<T> rows = matching(later && has(Flaw.FILTER_FORGOTTEN) ? Criteria.all() : where, ofAll);
        return new ToyPages<>(storage.flaw, Keyset.of(type, where, sort), request).cut(rows);
    }

    @Override
    public long count(Criteria<T> where) {
        Criteria<T> counted = has(Flaw.COUNT_IGNORES_FILTER) ? Criteria.all() : where;
        return matching(counted, has(Flaw.COUNTED_IN_ALL_TENANTS)).size();
    }

    private List<T> matching(Criteria<T> where, boolean ofAll) {
        boolean leak = has(Flaw.OR_LEAVES_TENANT) && where instanceof Criteria.Or;
        boolean blind = has(Flaw.OWN_WRITES_UNLISTED)
                || (has(Flaw.KEY_LOOKUP_OUTDATED) && where instanceof Criteria.Compare<T> c && isKeyed(c.field()));
        Map<UUID, T> rows = blind ? committed(ofAll || leak) : visible(ofAll || leak);
        return rows.values().stream()
                .map(storage.codec::out)
                .filter(row -> storage.matcher.holds(where, row))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private boolean isKeyed(Field<T, ?> field) {
        return type.uniqueKeys().stream().anyMatch(k -> k.fields().contains(field));
    }

    @SuppressWarnings("unchecked") // a scope holds one type
    private Map<UUID, T> committed(boolean ofAll) {
        return (Map<UUID, T>) storage.committed(scope, ofAll);
    }

    @SuppressWarnings("unchecked") // a scope holds one type
    private Map<UUID, T> visible(boolean ofAll) {
        Map<UUID, T> rows = committed(ofAll);
        if (!has(Flaw.OWN_WRITES_UNSEEN)) {
            unit.writes.forEach((place, state) -> {
                if (place.scope().equals(scope)) {
                    state.ifPresentOrElse(s -> rows.put(place.id(), (T) s), () -> rows.remove(place.id()));
                }
            });
        }
        return rows;
    }

    // ---- writing

    @Override
    public void insert(T state) {
        write(() -> add(state, visible(false)));
    }

    @Override
    public void insertAll(List<T> states) {
        write(() -> {
            if (has(Flaw.EMPTY_BATCH_FAILS) && states.isEmpty()) {
                throw new IllegalArgumentException("nothing to insert");
            }
            Map<UUID, T> rows = visible(false);
            for (T state : has(Flaw.BATCH_CUT) ? states.subList(0, Math.min(500, states.size())) : states) {
                T changed = has(Flaw.LINES_OF_FIRST_OWNER) ? withLines(state, states.get(0), false) : state;
                add(changed, rows);
                rows.put(id(state), changed);
            }
        });
    }

    @Override
    public void update(T state) {
        write(() -> {
            Map<UUID, T> rows = visible(false);
            long version = type.stampOf(state).version();
            T before = rows.get(id(state));
            Scope where = scope;
            if (before == null && has(Flaw.UPDATED_IN_ALL_TENANTS)) {
                where = storage.anywhere(scope, id(state));
            } else if (before != null || !has(Flaw.UPDATE_INSERTS)) {
                requireVersion(state, version - 1, has(Flaw.OWN_VERSIONS_UNCHECKED) ? committed(false) : rows);
            }
            if (!has(Flaw.UNIQUE_ON_INSERT_ONLY)) {
                requireUnique(state, rows, has(Flaw.OWN_KEY_COLLIDES));
            }
            T after = has(Flaw.LINES_ADDED) && before != null ? withLines(state, before, true) : state;
            if (has(Flaw.UPDATE_SKIPS_ABSENT) && before != null) {
                after = ToyMerge.keepingWhatIsAbsent(before, after);
            }
            put(where, id(state), Optional.of(after));
        });
    }

    @Override
    public void update(T before, T state) {
        if (has(Flaw.DIFFERENCE_UNCHECKED) && visible(false).containsKey(id(state))) {
            write(() -> put(scope, id(state), Optional.of(state)));
        } else {
            update(has(Flaw.DIFFERENCE_SKIPS_ABSENT) ? ToyMerge.keepingWhatIsAbsent(before, state) : state);
        }
    }

    @Override
    public void delete(T state) {
        write(() -> {
            Map<UUID, T> rows = visible(false);
            T before = rows.get(id(state));
            if (has(Flaw.DELETE_DOES_NOTHING) || (before == null && has(Flaw.DELETE_OF_NOTHING_PASSES))) {
                return;
            }
            if (before == null && has(Flaw.DELETED_IN_ALL_TENANTS)) {
                put(storage.anywhere(scope, id(state)), id(state), Optional.empty());
                return;
            }
            if (!has(Flaw.DELETE_ANY_VERSION) || before == null) {
                requireVersion(state, type.stampOf(state).version(), rows);
            }
            synchronized (storage) {
                storage.deletedEver.add(id(state));
                storage.lastEver.put(id(state), state);
            }
            put(scope, id(state), Optional.empty());
        });
    }

    private void add(T state, Map<UUID, T> rows) {
        if (type.stampOf(state).version() != 1 && !has(Flaw.ANY_FIRST_VERSION)) {
            throw new IllegalArgumentException("not the first version");
        }
        boolean taken = rows.containsKey(id(state)) && !has(Flaw.INSERT_OVERWRITES);
        if (has(Flaw.IDS_OF_ALL_TENANTS)) {
            taken |= visible(true).containsKey(id(state));
        }
        synchronized (storage) {
            taken |= has(Flaw.DELETED_ID_STAYS_TAKEN) && storage.deletedEver.contains(id(state));
        }
        if (taken) {
            throw new DuplicateKeyException(type.name(), "id", null);
        }
        requireUnique(state, rows, false);
        T stored = state;
        synchronized (storage) {
            Object last = storage.lastEver.get(id(state));
            if (has(Flaw.LINES_LEFT_BEHIND) && last != null) {
                stored = withLines(state, last, true);
            }
        }
        storage.matcher.remember(state);
        put(scope, id(state), Optional.of(stored));
    }

    private void put(Scope where, UUID id, Optional<T> state) {
        Place place = new Place(where, id);
        if (has(Flaw.WRITTEN_ONCE) && unit.writes.containsKey(place)) {
            throw new StaleVersionException("written before", new IllegalStateException());
        }
        unit.replaced.putIfAbsent(place, versionThere(where, id));
        if (state.isEmpty() && unit.replaced.get(place) == 0) {
            unit.writes.remove(place);
            unit.replaced.remove(place);
        } else {
            unit.writes.put(place, state.map(storage.codec::in));
        }
        if (has(Flaw.WRITTEN_AT_ONCE)) {
            unit.commit();
        }
    }

    private long versionThere(Scope where, UUID id) {
        Object found = storage.rows.getOrDefault(where, Map.of()).get(id);
        return found == null ? 0 : versionOf(found);
    }

    private void write(Runnable work) {
        boolean done = false;
        try {
            synchronized (storage) {
                work.run();
            }
            if (has(Flaw.LOST_KEY) || has(Flaw.LOST_INSERT) || has(Flaw.EVERY_WRITER_CONFLICTS)) {
                ToyUnit.pause();
            }
            done = true;
        } finally {
            if (!done && has(Flaw.BATCH_STORES_WHAT_IT_CAN)) {
                unit.commit();
            }
            if (!done && !has(Flaw.REFUSAL_FORGOTTEN)) {
                unit.setRollbackOnly();
            }
        }
    }

    // ---- versions and keys

    private void requireVersion(T state, long expected, Map<UUID, T> rows) {
        T found = rows.get(id(state));
        long version = found == null ? 0 : versionOf(found);
        boolean unchecked = found != null && (has(Flaw.NO_VERSION_CHECK) || has(Flaw.LOST_UPDATE));
        boolean newer = has(Flaw.VERSION_ONLY_GREATER) && found != null && expected >= version;
        if ((found == null || version != expected) && !unchecked && !newer) {
            throw has(Flaw.STALE_WITHOUT_SUBJECT)
                    ? new StaleVersionException("stale", new IllegalStateException())
                    : new StaleVersionException(type.refOf(state), expected);
        }
    }

    @SuppressWarnings("unchecked") // a scope holds one type
    long versionOf(Object row) {
        return type.stampOf((T) row).version();
    }

    @SuppressWarnings("unchecked") // a scope holds one type
    void checkKeys() {
        Map<UUID, T> rows = visible(false);
        unit.writes.forEach((place, state) -> {
            if (place.scope().equals(scope)) {
                state.ifPresent(s -> requireUnique((T) s, rows, false));
            }
        });
    }

    @SuppressWarnings("unchecked") // a scope holds one type
    void rememberKeys(Object row) {
        for (UniqueKey<T> key : type.uniqueKeys()) {
            storage.keysEver.putIfAbsent(List.of(scope, key, values(key, (T) row)), id((T) row));
        }
    }

    private void requireUnique(T state, Map<UUID, T> visible, boolean againstItself) {
        if (has(Flaw.UNIQUE_IGNORED)) {
            return;
        }
        Map<UUID, T> rows = visible;
        if (has(Flaw.UNIQUE_AGAINST_OTHERS_ONLY)) {
            rows = committed(false);
        } else if (has(Flaw.UNIQUE_IN_ALL_TENANTS)) {
            rows = new LinkedHashMap<>(visible);
            rows.putAll(visible(true));
        }
        for (UniqueKey<T> key : type.uniqueKeys()) {
            List<Object> values = values(key, state);
            if (values.contains("absent") && !has(Flaw.ABSENT_COLLIDES)) {
                continue;
            }
            boolean taken = rows.values().stream()
                    .anyMatch(r -> (againstItself || !id(r).equals(id(state)))
                            && values(key, r).equals(values));
            if (taken || isKeptForEver(key, values, id(state))) {
                throw new DuplicateKeyException(type.name(), key.name(), null);
            }
        }
    }

    private boolean isKeptForEver(UniqueKey<T> key, List<Object> values, UUID id) {
        synchronized (storage) {
            UUID owner = storage.keysEver.get(List.of(scope, key, values));
            return has(Flaw.KEY_NEVER_FREE) && owner != null && !owner.equals(id);
        }
    }

    private List<Object> values(UniqueKey<T> key, T row) {
        List<Object> values = new ArrayList<>();
        for (Field<T, ?> field : has(Flaw.FIRST_FIELD_UNIQUE) ? key.fields().subList(0, 1) : key.fields()) {
            Object value = field.plain(row);
            if (value instanceof String text) {
                value = "text " + (has(Flaw.UNIQUE_CASELESS) ? text.toUpperCase(Locale.ROOT) : text);
            }
            values.add(value == null ? "absent" : value);
        }
        return values;
    }

    private UUID id(T state) {
        return type.idOf(state).value();
    }

    @SuppressWarnings("unchecked") // a sheet stays a sheet
    private static <T> T withLines(T state, Object other, boolean added) {
        if (!(state instanceof Sheet sheet) || !(other instanceof Sheet old)) {
            return state;
        }
        List<SheetLine> lines = new ArrayList<>(old.lines());
        if (added) {
            lines.addAll(sheet.lines());
        }
        return (T) new Sheet(sheet.id(), sheet.title(), lines, sheet.stamp());
    }
}
