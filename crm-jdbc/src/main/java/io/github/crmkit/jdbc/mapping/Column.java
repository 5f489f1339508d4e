package io.github.crmkit.jdbc.mapping;

import io.github.crmkit.jdbc.dialect.ColumnType;
import io.github.crmkit.jdbc.dialect.Dialect;
import io.github.crmkit.jdbc.sql.Parameters;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
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
    private final Function<?, ? extends @Nullable V> getter;
    private final int slot;
    private final @Nullable Function<? super E, ?> whole;

    Column(String name, Codec<V> codec, boolean nullable, Function<? super E, ? extends @Nullable V> getter, int slot) {
        this(name, codec, nullable, getter, slot, null);
    }

    private Column(
            String name,
            Codec<V> codec,
            boolean nullable,
            Function<?, ? extends @Nullable V> getter,
            int slot,
            @Nullable Function<? super E, ?> whole) {
        this.name = Names.declared(name);
        this.codec = codec;
        this.nullable = nullable;
        this.getter = getter;
        this.slot = slot;
        this.whole = whole;
    }

    /** A column of a part of a value that is computed once for all its neighbours that are parts of the same. */
    static <E, X, V> Column<E, V> part(
            String name, Codec<V> codec, boolean nullable, Function<? super E, X> whole, Function<? super X, V> part) {
        return new Column<>(name, codec, nullable, part, NOT_READ, whole);
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

    /** Notes for each of the columns whether two states of one aggregate keep different values in it. */
    static <E> BitSet differing(List<Column<E, ?>> columns, E before, E after) {
        BitSet differing = new BitSet(columns.size());
        Function<? super E, ?> made = null;
        Object old = before;
        Object current = after;
        for (int i = 0; i < columns.size(); i++) {
            Column<E, ?> column = columns.get(i);
            if (column.whole != made) {
                made = column.whole;
                old = made == null ? before : made.apply(before);
                current = made == null ? after : made.apply(after);
            }
            differing.set(i, !Objects.equals(column.of(old), column.of(current)));
        }
        return differing;
    }

    /** Binds what is stored for this aggregate or child to the parameters from this one on; returns the one behind. */
    static <E> int bindAll(List<Column<E, ?>> columns, Dialect dialect, Parameters to, int from, E of) {
        int at = from;
        Function<? super E, ?> made = null;
        Object whole = of;
        for (Column<E, ?> column : columns) {
            if (column.whole != made) {
                made = column.whole;
                whole = made == null ? of : made.apply(of);
            }
            dialect.bind(to, at++, column.type(), column.plain(whole));
        }
        return at;
    }

    /** What is stored, from the aggregate or child itself or from the computed value that this is a part of. */
    @SuppressWarnings("unchecked") // the getter was declared for what is handed over here
    private @Nullable V of(Object of) {
        return ((Function<Object, ? extends @Nullable V>) getter).apply(of);
    }

    private @Nullable Object plain(Object of) {
        V value = of(of);
        Object plain = value == null ? null : codec.toPlain().apply(value);
        if (plain == null && !nullable) {
            throw new IllegalArgumentException("column " + name + " needs a value");
        }
        return plain;
    }

    /** The value of a stored one. */
    @Nullable
    V value(@Nullable Object stored) {
        return stored == null ? codec.absent() : codec.valueOf(stored);
    }
}
