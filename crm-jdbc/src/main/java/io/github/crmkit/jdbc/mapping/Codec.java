package io.github.crmkit.jdbc.mapping;

import io.github.crmkit.jdbc.dialect.ColumnType;
import io.github.crmkit.jdbc.json.JsonShape;
import io.github.crmkit.jdbc.json.JsonText;
import io.github.crmkit.kernel.Id;
import io.github.crmkit.query.ValueType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a value lies in a column: the column's type, and the way to the plain value of that type and back.
 *
 * @param type what the column is declared as
 * @param toPlain null where the value is kept as an absent one
 * @param fromPlain the value of a plain one that is present; null where it is the plain one itself
 * @param absent the value of an absent one; null where absence is the aggregate's own matter
 * @param <V> the type of the values
 */
public record Codec<V>(
        ColumnType type,
        Function<V, @Nullable Object> toPlain,
        @Nullable Function<Object, V> fromPlain,
        @Nullable V absent) {

    /** Digits in total of a decimal that says nothing else. */
    public static final int PRECISION = 24;

    /** The length of the columns for constants of an enum: the same for all, so that a new constant changes no table. */
    public static final int CONSTANT = 40;

    /** Texts of at most this many characters. */
    public static Codec<String> text(int length) {
        return plain(ColumnType.text(length));
    }

    /** Texts without a limit of the column's. */
    public static Codec<String> longText() {
        return plain(ColumnType.LONG_TEXT);
    }

    /** Whole numbers. */
    public static Codec<Long> integer() {
        return plain(ColumnType.INTEGER);
    }

    /** Decimals of {@value #PRECISION} digits in total, with exactly {@code scale} decimals. */
    public static Codec<BigDecimal> decimal(int scale) {
        return decimal(PRECISION, scale);
    }

    /** Decimals; a value with more decimals is an error of the aggregate. */
    public static Codec<BigDecimal> decimal(int precision, int scale) {
        return new Codec<>(
                ColumnType.decimal(precision, scale), v -> v.setScale(scale, RoundingMode.UNNECESSARY), null, null);
    }

    /** True or false. */
    public static Codec<Boolean> bool() {
        return plain(ColumnType.BOOLEAN);
    }

    /** Dates. */
    public static Codec<LocalDate> date() {
        return plain(ColumnType.DATE);
    }

    /** Instants in microseconds. */
    public static Codec<Instant> instant() {
        return plain(ColumnType.INSTANT);
    }

    /** Ids. */
    public static <I extends Id> Codec<I> id(Function<UUID, I> make) {
        return new Codec<>(ColumnType.ID, Id::value, v -> make.apply((UUID) v), null);
    }

    /** The constants of an enum, by name. */
    public static <E extends Enum<E>> Codec<E> constant(Class<E> type) {
        return new Codec<>(ColumnType.text(CONSTANT), Enum::name, v -> Enum.valueOf(type, (String) v), null);
    }

    /** Lists of small values as JSON; an empty list is kept as an absent value. */
    public static <V> Codec<List<V>> json(JsonShape<V> shape) {
        return new Codec<>(
                ColumnType.LONG_TEXT,
                list -> list.isEmpty() ? null : JsonText.write(shape, list),
                text -> JsonText.read(shape, (String) text),
                List.of());
    }

    /** What a declared field needs. */
    public static <V> Codec<V> of(ValueType<V> values) {
        return new Codec<>(typeOf(values), values::toPlain, values.isPlain() ? null : values::fromPlain, null);
    }

    /** The same column for another type of value. */
    public <W> Codec<W> as(Function<W, V> from, Function<V, W> to) {
        return new Codec<>(
                type,
                w -> toPlain.apply(from.apply(w)),
                plain -> to.apply(valueOf(plain)),
                absent == null ? null : to.apply(absent));
    }

    /** The value of a plain one that is present. */
    @SuppressWarnings("unchecked") // where nothing has to be done, what was stored is what was given
    V valueOf(Object plain) {
        return fromPlain == null ? (V) plain : fromPlain.apply(plain);
    }

    private static <V> Codec<V> plain(ColumnType type) {
        return new Codec<>(type, v -> v, null, null);
    }

    static ColumnType typeOf(ValueType<?> values) {
        return switch (values.kind()) {
            case TEXT -> ColumnType.text(values.size());
            case ENUM -> ColumnType.text(Math.max(CONSTANT, values.size()));
            case INTEGER -> ColumnType.INTEGER;
            case DECIMAL -> ColumnType.decimal(PRECISION, values.size());
            case BOOLEAN -> ColumnType.BOOLEAN;
            case DATE -> ColumnType.DATE;
            case INSTANT -> ColumnType.INSTANT;
            case ID -> ColumnType.ID;
        };
    }
}
