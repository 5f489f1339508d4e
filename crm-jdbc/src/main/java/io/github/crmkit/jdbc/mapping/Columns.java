package io.github.crmkit.jdbc.mapping;

import io.github.crmkit.jdbc.json.JsonShape;
import io.github.crmkit.query.Field;
import io.github.crmkit.query.TextField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Collects the columns of a table while it is being declared.
 *
 * @param <E> the aggregate, or the child that is kept in a row
 */
public sealed class Columns<E> permits EntityColumns {

    /** The ending of the column in which a text is kept a second time, folded. */
    static final String FOLDED = "_folded";

    final Map<String, Column<E, ?>> written = new LinkedHashMap<>();
    final Map<String, String> byField = new LinkedHashMap<>();
    private int slots;

    Columns() {}

    /** A column for a declared field, named after it in snake case. */
    public <V> Column<E, V> field(Field<E, V> field) {
        return field(field, Names.snake(field.name()));
    }

    /** A column for a declared field, under this name. */
    public <V> Column<E, V> field(Field<E, V> field, String name) {
        return field(field, name, Codec.of(field.type()));
    }

    /** A column for a declared field, under this name and kept in this way. */
    public <V> Column<E, V> field(Field<E, V> field, String name, Codec<V> codec) {
        Column<E, V> column = add(new Column<>(name, codec, field.nullable(), field::get, slots++));
        bind(field, name);
        return column;
    }

    /** A column for a declared field that is computed from others: it is stored to be asked for, and never read back. */
    public <V> void derived(Field<E, V> field) {
        derived(field, Names.snake(field.name()));
    }

    /** As above, under this name. */
    public <V> void derived(Field<E, V> field, String name) {
        add(new Column<>(name, Codec.of(field.type()), field.nullable(), field::get, Column.NOT_READ));
        bind(field, name);
    }

    /**
     * A column for a declared field that is a part of a computed value: stored to be asked for, and never read back. The
     * whole is computed once for all columns that are declared one behind the other with the very same function.
     */
    public <X, V> void derived(
            Field<E, V> field, String name, Function<? super E, X> whole, Function<? super X, V> part) {
        add(Column.part(name, Codec.of(field.type()), field.nullable(), whole, part));
        bind(field, name);
    }

    /** A column that always has a value and that no filter asks for. */
    public <V> Column<E, V> column(String name, Codec<V> codec, Function<? super E, V> getter) {
        return add(new Column<>(name, codec, false, getter, slots++));
    }

    /** A column whose value may be absent and that no filter asks for. */
    public <V> Column<E, V> optional(String name, Codec<V> codec, Function<? super E, ? extends @Nullable V> getter) {
        return add(new Column<>(name, codec, true, getter, slots++));
    }

    /** A column in which a list of small values is kept as JSON. */
    public <V> Column<E, List<V>> json(String name, JsonShape<V> shape, Function<? super E, List<V>> getter) {
        return add(new Column<>(name, Codec.json(shape), true, getter, slots++));
    }

    private void bind(Field<E, ?> field, String name) {
        if (byField.put(field.name(), name) != null) {
            throw new IllegalArgumentException(field.name() + " has two columns");
        }
        if (field instanceof TextField<?> text && text.isFolded()) {
            Function<E, @Nullable String> folded = entity -> {
                Object value = field.plain(entity);
                return value == null ? null : TextField.fold((String) value);
            };
            add(new Column<>(name + FOLDED, Codec.of(text.type()), text.nullable(), folded, Column.NOT_READ));
        }
    }

    private <V> Column<E, V> add(Column<E, V> column) {
        if (written.put(column.name(), column) != null) {
            throw new IllegalArgumentException("there are two columns " + column.name());
        }
        return column;
    }

    List<Column<E, ?>> all() {
        return List.copyOf(written.values());
    }

    /** The columns that are read back, in the order of their slots. */
    List<Column<E, ?>> read() {
        List<Column<E, ?>> read = new ArrayList<>();
        written.values().stream().filter(c -> c.slot() != Column.NOT_READ).forEach(read::add);
        return List.copyOf(read);
    }
}
