package io.github.crmkit.query;

/**
 * A field whose values have an order that people mean: numbers, dates, instants, text.
 *
 * @param <T> the aggregate
 * @param <V> the type of the values
 */
public sealed interface OrderedField<T, V> extends Field<T, V> permits TextField, DeclaredField {

    @Override
    OrderedField<T, V> optional();

    /** Holds where the value is present and greater. */
    default Criteria<T> greaterThan(V value) {
        return new Criteria.Compare<>(this, Criteria.Operator.GREATER, type().toPlain(value));
    }

    /** Holds where the value is present and not less. */
    default Criteria<T> greaterThanEqual(V value) {
        return new Criteria.Compare<>(this, Criteria.Operator.GREATER_OR_EQUAL, type().toPlain(value));
    }

    /** Holds where the value is present and less. */
    default Criteria<T> lessThan(V value) {
        return new Criteria.Compare<>(this, Criteria.Operator.LESS, type().toPlain(value));
    }

    /** Holds where the value is present and not greater. */
    default Criteria<T> lessThanEqual(V value) {
        return new Criteria.Compare<>(this, Criteria.Operator.LESS_OR_EQUAL, type().toPlain(value));
    }

    /** Holds where the value lies between the two, both inclusive. */
    default Criteria<T> between(V low, V high) {
        return greaterThanEqual(low).and(lessThanEqual(high));
    }

    /** Holds where the value lies in the half-open range: {@code from} inclusive, {@code to} exclusive. */
    default Criteria<T> within(V from, V to) {
        return greaterThanEqual(from).and(lessThan(to));
    }
}
