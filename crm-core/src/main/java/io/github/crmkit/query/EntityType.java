package io.github.crmkit.query;

import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.kernel.Id;
import io.github.crmkit.kernel.Stamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A kind of aggregate: its stable name, how to reach its id and stamp, its fields, which of them are unique, and what is
 * written behind it when it is saved.
 *
 * @param <T> the aggregate
 * @param <I> its id
 */
public final class EntityType<T, I extends Id> {

    /**
     * Values that at most one aggregate of a tenant has. Where one of the fields is absent, the key does not apply.
     *
     * @param name the stable name, for example {@code reference}
     */
    public record UniqueKey<T>(String name, List<Field<T, ?>> fields) {
        public UniqueKey {
            fields = List.copyOf(fields);
        }
    }

    private final String name;
    private final Function<UUID, I> makeId;
    private final Field<T, I> id;
    private final Function<T, Stamp> stamp;
    private final BiFunction<T, Stamp, T> stamped;
    private final Map<String, Field<T, ?>> fields;
    private final List<UniqueKey<T>> uniqueKeys;
    private final @Nullable Field<T, ?> owner;
    private final List<Field<T, ?>> told;
    private final @Nullable Trail<T, ?> trail;
    private final boolean trace;

    private EntityType(Builder<T, I> from, Function<T, Stamp> stamp, BiFunction<T, Stamp, T> stamped) {
        this.name = from.name;
        this.makeId = from.makeId;
        this.id = from.id;
        this.stamp = stamp;
        this.stamped = stamped;
        this.fields = new LinkedHashMap<>(from.fields);
        this.uniqueKeys = List.copyOf(from.uniqueKeys);
        this.owner = from.owner;
        this.told = List.copyOf(from.told);
        this.trail = from.trail;
        this.trace = from.trace;
    }

    /** Starts the declaration of a type: its stable name in lower case with dashes, and its id. */
    public static <T, I extends Id> Builder<T, I> named(String name, Function<UUID, I> makeId, Function<T, I> id) {
        return new Builder<>(name, makeId, id);
    }

    /** The stable name, for example {@code lead}. */
    public String name() {
        return name;
    }

    /** The id as a field named {@code id}. */
    public Field<T, I> id() {
        return id;
    }

    /** The id around this UUID. */
    public I idOf(UUID value) {
        return makeId.apply(value);
    }

    /** The id of this aggregate. */
    public I idOf(T entity) {
        I value = id.get(entity);
        if (value == null) {
            throw new IllegalStateException(name + " without id");
        }
        return value;
    }

    /** The stamp of this aggregate. */
    public Stamp stampOf(T entity) {
        return stamp.apply(entity);
    }

    /** The same aggregate with another stamp. */
    public T withStamp(T entity, Stamp next) {
        return stamped.apply(entity, next);
    }

    /** A reference to this aggregate. */
    public EntityRef refOf(T entity) {
        return EntityRef.of(name, idOf(entity));
    }

    /** A reference to the aggregate with this id. */
    public EntityRef refTo(I entityId) {
        return EntityRef.of(name, entityId);
    }

    /** The declared fields without the id, in the order of their declaration. */
    public List<Field<T, ?>> fields() {
        return List.copyOf(fields.values());
    }

    /** The declared field of this name, {@code id} included: the allow-list for names that come from outside. */
    public Optional<Field<T, ?>> field(String fieldName) {
        return "id".equals(fieldName) ? Optional.of(id) : Optional.ofNullable(fields.get(fieldName));
    }

    public List<UniqueKey<T>> uniqueKeys() {
        return uniqueKeys;
    }

    /** The field that names the user who owns the aggregate, where the type has owners. */
    public Optional<Field<T, ?>> owner() {
        return Optional.ofNullable(owner);
    }

    /** What history tells of besides the fields, in text: old and new value, though nothing can be asked for by it. */
    public List<Field<T, ?>> told() {
        return told;
    }

    /** The rows that are written with every save, where there are any. */
    public Optional<Trail<T, ?>> trail() {
        return Optional.ofNullable(trail);
    }

    /**
     * Whether it is a trace: rows that the unit of work itself writes, that tell of aggregates of another type, and that are
     * read only behind those.
     */
    public boolean isTrace() {
        return trace;
    }

    @Override
    public String toString() {
        return name;
    }

    /** Collects the declaration of a type. */
    public static final class Builder<T, I extends Id> {

        private final String name;
        private final Function<UUID, I> makeId;
        private final Field<T, I> id;
        private final Map<String, Field<T, ?>> fields = new LinkedHashMap<>();
        private final List<UniqueKey<T>> uniqueKeys = new ArrayList<>();
        private final List<Field<T, ?>> told = new ArrayList<>();
        private @Nullable Field<T, ?> owner;
        private @Nullable Trail<T, ?> trail;
        private boolean trace;

        private Builder(String name, Function<UUID, I> makeId, Function<T, I> id) {
            this.name = name;
            this.makeId = makeId;
            this.id = Field.id("id", makeId, id);
        }

        /** The fields that may be asked for. */
        public Builder<T, I> fields(List<? extends Field<T, ?>> declared) {
            for (Field<T, ?> field : declared) {
                if ("id".equals(field.name()) || fields.put(field.name(), field) != null) {
                    throw new IllegalArgumentException(name + " declares " + field.name() + " twice");
                }
            }
            return this;
        }

        /** The field that names the owning user. */
        public Builder<T, I> owner(Field<T, ?> field) {
            owner = requireDeclared(field);
            return this;
        }

        /** A unique key over these fields. */
        @SafeVarargs
        public final Builder<T, I> unique(String key, Field<T, ?>... over) {
            List<Field<T, ?>> keyed = new ArrayList<>();
            for (Field<T, ?> field : over) {
                keyed.add(requireDeclared(field));
            }
            uniqueKeys.add(new UniqueKey<>(key, keyed));
            return this;
        }

        /** What history tells of besides the fields. */
        public Builder<T, I> telling(List<? extends Field<T, ?>> besides) {
            for (Field<T, ?> field : besides) {
                if (fields.containsKey(field.name())) {
                    throw new IllegalArgumentException(name + " declares " + field.name() + " twice");
                }
                told.add(field);
            }
            return this;
        }

        /** Writes these rows with every save. */
        public Builder<T, I> trail(Trail<T, ?> rows) {
            trail = rows;
            return this;
        }

        /** Declares the type to be a trace of others. */
        public Builder<T, I> trace() {
            trace = true;
            return this;
        }

        /** Ends the declaration with the way to the aggregate's stamp. */
        public EntityType<T, I> stamp(Function<T, Stamp> stamp, BiFunction<T, Stamp, T> stamped) {
            return new EntityType<>(this, stamp, stamped);
        }

        private Field<T, ?> requireDeclared(Field<T, ?> field) {
            if (fields.get(field.name()) != field) {
                throw new IllegalArgumentException(name + " does not declare " + field.name());
            }
            return field;
        }
    }
}
