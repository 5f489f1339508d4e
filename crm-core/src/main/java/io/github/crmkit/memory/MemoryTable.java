package io.github.crmkit.memory;

import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.query.EntityType.UniqueKey;
import io.github.crmkit.query.Field;
import io.github.crmkit.query.ValueType.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** States of one type by id, with their unique keys and an index of every field that rows are looked up by. */
final class MemoryTable<T> {

    private final EntityType<T, ?> type;
    private final Map<UUID, T> rows = new LinkedHashMap<>();
    private final Map<UniqueKey<T>, Map<List<Object>, UUID>> holders = new HashMap<>();
    private final Map<Field<T, ?>, Map<Object, Set<UUID>>> indexes = new HashMap<>();

    MemoryTable(EntityType<T, ?> type) {
        this.type = type;
        for (Field<T, ?> field : type.fields()) {
            if (field.type().kind() == Kind.ID) {
                indexes.put(field, new HashMap<>());
            }
        }
        for (UniqueKey<T> key : type.uniqueKeys()) {
            holders.put(key, new HashMap<>());
            for (Field<T, ?> field : key.fields()) {
                // equal decimals may differ in scale, which a hash would take for different values
                if (field.type().kind() != Kind.DECIMAL) {
                    indexes.put(field, new HashMap<>());
                }
            }
        }
    }

    EntityType<T, ?> type() {
        return type;
    }

    @Nullable
    T get(UUID id) {
        return rows.get(id);
    }

    Collection<T> all() {
        return rows.values();
    }

    /** The version of this row; 0 where there is none. */
    long version(UUID id) {
        T row = rows.get(id);
        return row == null ? 0 : type.stampOf(row).version();
    }

    void put(UUID id, T row) {
        remove(id);
        rows.put(id, row);
        holders.forEach((key, held) -> {
            List<Object> values = values(key, row);
            if (!values.isEmpty()) {
                held.put(values, id);
            }
        });
        indexes.forEach((field, index) -> {
            Object value = field.plain(row);
            if (value != null) {
                index.computeIfAbsent(value, v -> new LinkedHashSet<>()).add(id);
            }
        });
    }

    void remove(UUID id) {
        T row = rows.remove(id);
        if (row == null) {
            return;
        }
        holders.forEach((key, held) -> held.remove(values(key, row), id));
        indexes.forEach((field, index) -> {
            Object value = field.plain(row);
            if (value != null) {
                index.computeIfPresent(value, (v, ids) -> ids.remove(id) && ids.isEmpty() ? null : ids);
            }
        });
    }

    /** The id of the row that has these values in this key. */
    @Nullable
    UUID holder(UniqueKey<T> key, List<Object> values) {
        Map<List<Object>, UUID> held = holders.get(key);
        return held == null ? null : held.get(values);
    }

    /** The plain values of a key; empty where one is absent and the key does not apply. */
    static <T> List<Object> values(UniqueKey<T> key, T row) {
        List<Object> values = new ArrayList<>(key.fields().size());
        for (Field<T, ?> field : key.fields()) {
            Object value = field.plain(row);
            if (value == null) {
                return List.of();
            }
            values.add(value);
        }
        return values;
    }

    /** At least the rows that satisfy the filter: fewer than all where an index helps. */
    Collection<T> candidates(Criteria<T> where) {
        List<T> found = lookUp(where);
        return found == null ? rows.values() : found;
    }

    private @Nullable List<T> lookUp(Criteria<T> where) {
        if (where instanceof Criteria.Compare<T> c && c.operator() == Criteria.Operator.EQUAL) {
            return lookUp(c.field(), List.of(c.value()));
        } else if (where instanceof Criteria.In<T> in) {
            return lookUp(in.field(), in.values());
        } else if (where instanceof Criteria.And<T> and) {
            List<T> fewest = null;
            for (Criteria<T> part : and.parts()) {
                List<T> found = lookUp(part);
                fewest = fewest == null || (found != null && found.size() < fewest.size()) ? found : fewest;
            }
            return fewest;
        }
        return null;
    }

    private @Nullable List<T> lookUp(Field<T, ?> field, List<Object> values) {
        boolean byId = field == type.id();
        Map<Object, Set<UUID>> index = byId ? Map.of() : indexes.get(field);
        if (index == null) {
            return null;
        }
        List<T> found = new ArrayList<>();
        for (Object value : values) {
            for (Object id : byId ? List.of(value) : index.getOrDefault(value, Set.of())) {
                T row = rows.get(id);
                if (row != null) {
                    found.add(row);
                }
            }
        }
        return found;
    }
}
