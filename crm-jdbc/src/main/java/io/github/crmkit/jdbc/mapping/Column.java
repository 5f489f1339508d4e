package io.github.crmkit.jdbc.mapping;

import io.github.crmkit.jdbc.dialect.ColumnType;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a declared table: what is written into it, and the handle with which it is read from a row.
 *
 * @param <E> the aggregate, or the child that is kept in a row
 * @param <V> the type of the values
 */
public final class Column<E, V> {

    /** The slot of a column that is written and asked for, and never read back. */
    static final int NOT_READ = -1;

    private final String name;
    private final Codec<V> codec;
    private final boolean nullable;
    private final Function<? super E, ? extends @Nullable V> getter;
    private final int slot;

    Column(String name, Codec<V> codec, boolean nullable, Function<? super E, ? extends @Nullable V> getter, int slot) {
        this.name = Names.declared(name);
        this.codec = codec;
        this.nullable = nullable;
        this.getter = getter;
        this.slot = slot;
    }

    /** The name, without any quotes. */
    public String name() {
        return name;
    }

    /** What it is declared as. */
    public ColumnType type() {
        return codec.type();
    }

    /** Whether it accepts absent values. */
    public boolean nullable() {
        return nullable;
    }

    int slot() {
        return slot;
    }

    Codec<V> codec() {
        return codec;
    }

    /** What is stored for this aggregate or child. */
    @Nullable
    Object plain(E of) {
        V value = getter.apply(of);
        Object plain = value == null ? null : codec.toPlain().apply(value);
        if (plain == null && !nullable) {
            throw new IllegalArgumentException("column " + name + " needs a value");
        }
        return plain;
    }

    /** The value of a stored one. */
    @Nullable
    V value(@Nullable Object stored) {
        return stored == null ? codec.absent() : codec.fromPlain().apply(stored);
    }
}
