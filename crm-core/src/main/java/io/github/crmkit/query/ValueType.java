package io.github.crmkit.query;

import io.github.crmkit.kernel.Id;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What kind of value a field holds, how it is reduced to a plain one that every store knows, and how plain values are
 * ordered and written as text.
 *
 * <p>What no store keeps is an error of the aggregate and has no plain value: a decimal with more decimals than the field
 * has, a year outside {@value #FIRST_YEAR} to {@value #LAST_YEAR}, text with U+0000.
 *
 * <p>Plain values are {@code String}, {@code Long}, {@code BigDecimal}, {@code Boolean}, {@code LocalDate},
 * {@code Instant} and {@code UUID}; which one follows from the {@link Kind}. Two values are equal for a filter when their
 * plain values compare as equal.
 *
 * @param <V> the type of the field's values
 */
public final class ValueType<V> {

    /** The kinds of plain value. Enums are kept and ordered by their constant's name. */
    public enum Kind {
        TEXT,
        INTEGER,
        DECIMAL,
        BOOLEAN,
        DATE,
        INSTANT,
        ENUM,
        ID
    }

    /** The first year that every store keeps; Gregorian, also before 1582. */
    public static final int FIRST_YEAR = 1000;

    /** The last year that every store keeps. */
    public static final int LAST_YEAR = 9999;

    private static final Comparator<String> BY_CODE_POINT = ValueType::compareByCodePoint;
    private static final Comparator<UUID> UNSIGNED = Comparator.comparing(
                    UUID::getMostSignificantBits, Long::compareUnsigned)
            .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

    private final Kind kind;
    private final int size;
    private final Function<V, Object> plain;
    private final @Nullable Function<Object, V> value;

    private ValueType(Kind kind, int size, Function<V, Object> plain, @Nullable Function<Object, V> value) {
        this.kind = kind;
        this.size = size;
        this.plain = plain;
        this.value = value;
    }

    static ValueType<String> text(int maxLength) {
        return plain(Kind.TEXT, maxLength, ValueType::keepable);
    }

    static ValueType<Long> integer() {
        return plain(Kind.INTEGER, 0, v -> v);
    }

    static ValueType<Integer> smallInteger() {
        return new ValueType<>(Kind.INTEGER, 0, Integer::longValue, v -> Math.toIntExact((Long) v));
    }

    static ValueType<BigDecimal> decimal(int scale) {
        return plain(Kind.DECIMAL, scale, v -> v.setScale(scale, RoundingMode.UNNECESSARY));
    }

    static ValueType<Boolean> bool() {
        return plain(Kind.BOOLEAN, 0, v -> v);
    }

    static ValueType<LocalDate> date() {
        return plain(Kind.DATE, 0, v -> keepable(v, v.getYear()));
    }

    static ValueType<Instant> instant() {
        return plain(
                Kind.INSTANT, 0, v -> keepable(v, v.atOffset(ZoneOffset.UTC).getYear()));
    }

    static <E extends Enum<E>> ValueType<E> constant(Class<E> type) {
        return new ValueType<>(Kind.ENUM, longestName(type), Enum::name, v -> Enum.valueOf(type, (String) v));
    }

    static <I extends Id> ValueType<I> id(Function<UUID, I> make) {
        return new ValueType<>(Kind.ID, 0, Id::value, v -> make.apply((UUID) v));
    }

    /** A type whose values are stored as they are. */
    private static <V> ValueType<V> plain(Kind kind, int size, Function<V, Object> checked) {
        return new ValueType<>(kind, size, checked, null);
    }

    /** Whether the values are their own plain form, so that nothing has to be done to read one. */
    public boolean isPlain() {
        return value == null;
    }

    public Kind kind() {
        return kind;
    }

    /** The longest text or name in UTF-16 units, or the number of decimals; 0 for the other kinds. */
    public int size() {
        return size;
    }

    /**
     * The plain form of a value.
     *
     * @throws ArithmeticException for a decimal with more decimals than the field has
     * @throws DateTimeException for a year outside {@value #FIRST_YEAR} to {@value #LAST_YEAR}
     * @throws IllegalArgumentException for text with U+0000
     */
    public Object toPlain(V v) {
        return plain.apply(v);
    }

    /** The value of a plain form that {@link #toPlain} gave. */
    @SuppressWarnings("unchecked") // where nothing has to be done, what was stored is what was given
    public V fromPlain(Object stored) {
        return value == null ? (V) stored : value.apply(stored);
    }

    /** The text of a plain value, for cursors and history: ISO-8601 for times, plain notation for numbers. */
    public String format(Object plainValue) {
        return plainValue instanceof BigDecimal decimal ? decimal.toPlainString() : plainValue.toString();
    }

    /** Reads what {@link #format} wrote; anything else is an {@link IllegalArgumentException} or a parse exception. */
    public Object parse(String text) {
        return switch (kind) {
            case TEXT, ENUM -> text;
            case INTEGER -> Long.valueOf(text);
            case DECIMAL -> decimalOf(text);
            case BOOLEAN -> Boolean.valueOf(text);
            case DATE -> LocalDate.parse(text);
            case INSTANT -> Instant.parse(text);
            case ID -> UUID.fromString(text);
        };
    }

    private BigDecimal decimalOf(String text) {
        BigDecimal decimal = new BigDecimal(text);
        if (decimal.scale() != size) {
            throw new IllegalArgumentException("not a number of " + size + " decimals");
        }
        return decimal;
    }

    /** Orders two plain values of this kind; the same order in every store. */
    public int compare(Object a, Object b) {
        return switch (kind) {
            case TEXT, ENUM -> BY_CODE_POINT.compare((String) a, (String) b);
            case INTEGER -> ((Long) a).compareTo((Long) b);
            case DECIMAL -> ((BigDecimal) a).compareTo((BigDecimal) b);
            case BOOLEAN -> ((Boolean) a).compareTo((Boolean) b);
            case DATE -> ((LocalDate) a).compareTo((LocalDate) b);
            case INSTANT -> ((Instant) a).compareTo((Instant) b);
            case ID -> UNSIGNED.compare((UUID) a, (UUID) b);
        };
    }

    static String keepable(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("text with U+0000 is kept nowhere");
        }
        return text;
    }

    private static <V> V keepable(V value, int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new DateTimeException("only years " + FIRST_YEAR + " to " + LAST_YEAR + " are kept");
        }
        return value;
    }

    private static <E extends Enum<E>> int longestName(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .mapToInt(e -> e.name().length())
                .max()
                .orElse(1);
    }

    private static int compareByCodePoint(String a, String b) {
        int shared = Math.min(a.length(), b.length());
        for (int i = 0; i < shared; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                // a surrogate stands for a code point above every other char, though its own number is smaller
                boolean high = Character.isSurrogate(x);
                return high == Character.isSurrogate(y) ? Character.compare(x, y) : high ? 1 : -1;
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
