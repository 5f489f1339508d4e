package io.github.crmkit.query;

import io.github.crmkit.kernel.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A named, typed property of an aggregate that may be filtered, sorted and exported by.
 *
 * <p>Fields are constants of the feature's {@code …Fields} class, and that class is the allow-list: what is not declared
 * there cannot be asked for.
 *
 * @param <T> the aggregate
 * @param <V> the type of the values
 */
public sealed interface Field<T, V> permits OrderedField, ExactField {

    /** The stable name, in lower camel case, unique within the aggregate. */
    String name();

    ValueType<V> type();

    /** Whether the value may be absent. */
    boolean nullable();

    /** The value of this aggregate, or null where it is absent. */
    @Nullable
    V get(T entity);

    /** A text of at most this many UTF-16 units. */
    static <T> TextField<T> text(String name, int maxLength, Function<? super T, ? extends @Nullable String> get) {
        return new DeclaredTextField<>(name, ValueType.text(maxLength), false, false, get);
    }

    /** A whole number. */
    static <T> OrderedField<T, Long> integer(String name, Function<? super T, ? extends @Nullable Long> get) {
        return new DeclaredField<>(name, ValueType.integer(), false, get);
    }

    /** A whole number of 32 bits, for values such as a score that is compared with {@code 80} and not {@code 80L}. */
    static <T> OrderedField<T, Integer> smallInteger(
            String name, Function<? super T, ? extends @Nullable Integer> get) {
        return new DeclaredField<>(name, ValueType.smallInteger(), false, get);
    }

    /** A decimal number with this many decimals; a value with more is an error of the aggregate. */
    static <T> OrderedField<T, BigDecimal> decimal(
            String name, int scale, Function<? super T, ? extends @Nullable BigDecimal> get) {
        return new DeclaredField<>(name, ValueType.decimal(scale), false, get);
    }

    /** A date in the organisation's zone. */
    static <T> OrderedField<T, LocalDate> date(String name, Function<? super T, ? extends @Nullable LocalDate> get) {
        return new DeclaredField<>(name, ValueType.date(), false, get);
    }

    /** An instant in microseconds. */
    static <T> OrderedField<T, Instant> instant(String name, Function<? super T, ? extends @Nullable Instant> get) {
        return new DeclaredField<>(name, ValueType.instant(), false, get);
    }

    /** A truth value. */
    static <T> Field<T, Boolean> bool(String name, Function<? super T, ? extends @Nullable Boolean> get) {
        return new ExactField<>(name, ValueType.bool(), false, get);
    }

    /** One of the constants of an enum; kept and sorted by the constant's name. */
    static <T, E extends Enum<E>> Field<T, E> constant(
            String name, Class<E> type, Function<? super T, ? extends @Nullable E> get) {
        return new ExactField<>(name, ValueType.constant(type), false, get);
    }

    /** An id. */
    static <T, I extends Id> Field<T, I> id(
            String name, Function<UUID, I> make, Function<? super T, ? extends @Nullable I> get) {
        return new ExactField<>(name, ValueType.id(make), false, get);
    }

    /** The same field, whose value may be absent. */
    Field<T, V> optional();

    /** The plain value, or null where it is absent. */
    default @Nullable Object plain(T entity) {
        V value = get(entity);
        return value == null ? null : type().toPlain(value);
    }

    /** Holds where the value is present and equal. */
    default Criteria<T> equalTo(V value) {
        return new Criteria.Compare<>(this, Criteria.Operator.EQUAL, type().toPlain(value));
    }

    /** Holds where the value is present and differs. */
    default Criteria<T> notEqualTo(V value) {
        return new Criteria.Compare<>(this, Criteria.Operator.NOT_EQUAL, type().toPlain(value));
    }

    /** Holds where the value is present and one of these; with none of these it holds nowhere. */
    default Criteria<T> in(Collection<? extends V> values) {
        return new Criteria.In<>(
                this, values.stream().map(v -> type().toPlain(v)).distinct().toList());
    }

    /** Holds where the value is present and one of these. */
    @SuppressWarnings("unchecked")
    default Criteria<T> in(V first, V... others) {
        List<Object> all = new ArrayList<>();
        all.add(type().toPlain(first));
        for (V other : others) {
            all.add(type().toPlain(other));
        }
        return new Criteria.In<>(this, all.stream().distinct().toList());
    }

    /** Holds where the value is absent. */
    default Criteria<T> isNull() {
        return new Criteria.IsNull<>(this);
    }

    /** Holds where the value is present. */
    default Criteria<T> notNull() {
        return isNull().not();
    }

    /** Smallest first, absent values last. */
    default Sort<T> asc() {
        return new Sort<>(List.of(new Sort.Key<>(this, false)));
    }

    /** Largest first, absent values last. */
    default Sort<T> desc() {
        return new Sort<>(List.of(new Sort.Key<>(this, true)));
    }
}
