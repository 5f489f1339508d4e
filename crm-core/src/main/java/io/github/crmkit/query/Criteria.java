package io.github.crmkit.query;

import io.github.crmkit.kernel.LimitExceededException;
import java.util.List;

/**
 * A filter as data: built from declared fields, combined with and, or, not. The package tells what it means.
 *
 * <p>At most {@value #MAX_VALUES} values in one list and {@value #MAX_ALL_VALUES} in all, {@value #MAX_DEPTH} levels and
 * {@value #MAX_NODES} parts; more is a {@link LimitExceededException} when the filter is built.
 *
 * @param <T> the aggregate
 */
public sealed interface Criteria<T> {

    /** The most values in one {@code in}. */
    int MAX_VALUES = 1_000;

    /** The most values in all lists of one filter: what a database can bind in one statement is more than twice that. */
    int MAX_ALL_VALUES = 20_000;

    /** The deepest nesting. */
    int MAX_DEPTH = 32;

    /** The most parts of one filter, itself included. */
    int MAX_NODES = 1_000;

    /** How a present value is compared with a given one. */
    enum Operator {
        EQUAL("="),
        NOT_EQUAL("<>"),
        GREATER(">"),
        GREATER_OR_EQUAL(">="),
        LESS("<"),
        LESS_OR_EQUAL("<=");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        /** The sign that mathematics and SQL share. */
        public String sign() {
            return sign;
        }

        /** Whether a value that compares to the given one like this satisfies the operator. */
        public boolean holds(int comparison) {
            return switch (this) {
                case EQUAL -> comparison == 0;
                case NOT_EQUAL -> comparison != 0;
                case GREATER -> comparison > 0;
                case GREATER_OR_EQUAL -> comparison >= 0;
                case LESS -> comparison < 0;
                case LESS_OR_EQUAL -> comparison <= 0;
            };
        }

        /** The operator that holds, among present values, exactly where this one does not. */
        public Operator opposite() {
            return switch (this) {
                case EQUAL -> NOT_EQUAL;
                case NOT_EQUAL -> EQUAL;
                case GREATER -> LESS_OR_EQUAL;
                case GREATER_OR_EQUAL -> LESS;
                case LESS -> GREATER_OR_EQUAL;
                case LESS_OR_EQUAL -> GREATER;
            };
        }
    }

    /** How a present text is matched with a given one. */
    enum Match {
        CONTAINS,
        STARTS_WITH,
        ENDS_WITH,
        /** Equal in folded form. */
        SAME_TEXT,
        /** Starts with, in folded form. */
        STARTS_WITH_TEXT;

        /** Whether the folded form is meant. */
        public boolean onFolded() {
            return this == SAME_TEXT || this == STARTS_WITH_TEXT;
        }
    }

    /** Holds everywhere. */
    record All<T>() implements Criteria<T> {}

    /** A present value compared with a plain one. */
    record Compare<T>(Field<T, ?> field, Operator operator, Object value) implements Criteria<T> {}

    /** A present value that is one of these plain ones, which differ from each other. */
    record In<T>(Field<T, ?> field, List<Object> values) implements Criteria<T> {
        public In {
            values = List.copyOf(values);
            if (values.size() > MAX_VALUES) {
                throw new LimitExceededException("number of values in a list", MAX_VALUES);
            }
        }
    }

    /** An absent value. */
    record IsNull<T>(Field<T, ?> field) implements Criteria<T> {}

    /** A present text that matches; {@code text} is folded already where the match is on the folded form. */
    record Like<T>(TextField<T> field, Match match, String text) implements Criteria<T> {
        public Like {
            if (match.onFolded() && !field.isFolded()) {
                throw new IllegalArgumentException(field.name() + " keeps no folded form");
            }
            ValueType.keepable(text);
        }
    }

    /** Both or more hold. */
    record And<T>(List<Criteria<T>> parts) implements Criteria<T> {
        public And {
            parts = List.copyOf(parts);
            CriteriaText.requireWithinLimits(parts);
        }
    }

    /** One or more hold. */
    record Or<T>(List<Criteria<T>> parts) implements Criteria<T> {
        public Or {
            parts = List.copyOf(parts);
            CriteriaText.requireWithinLimits(parts);
        }
    }

    /** The part does not hold. */
    record Not<T>(Criteria<T> part) implements Criteria<T> {
        public Not {
            CriteriaText.requireWithinLimits(List.of(part));
        }
    }

    /** Holds everywhere. */
    static <T> Criteria<T> all() {
        return new All<>();
    }

    /** Holds nowhere. */
    static <T> Criteria<T> none() {
        return new Not<>(new All<>());
    }

    /** Holds where this and the other hold. */
    default Criteria<T> and(Criteria<T> other) {
        if (this instanceof All) {
            return other;
        }
        return other instanceof All ? this : new And<>(CriteriaText.flatten(this, other, And.class));
    }

    /** Holds where this or the other holds. */
    default Criteria<T> or(Criteria<T> other) {
        return new Or<>(CriteriaText.flatten(this, other, Or.class));
    }

    /** Holds exactly where this does not. */
    default Criteria<T> not() {
        return this instanceof Not<T> negated ? negated.part() : new Not<>(this);
    }

    /** Whether the aggregate satisfies the filter: the interpreter in memory. */
    default boolean matches(T entity) {
        if (this instanceof Compare<T> c) {
            Object value = c.field().plain(entity);
            return value != null && c.operator().holds(c.field().type().compare(value, c.value()));
        } else if (this instanceof In<T> in) {
            Object value = in.field().plain(entity);
            return value != null
                    && in.values().stream().anyMatch(v -> in.field().type().compare(value, v) == 0);
        } else if (this instanceof IsNull<T> isNull) {
            return isNull.field().plain(entity) == null;
        } else if (this instanceof Like<T> like) {
            return CriteriaText.matches(like, like.field().get(entity));
        } else if (this instanceof And<T> and) {
            return and.parts().stream().allMatch(p -> p.matches(entity));
        } else if (this instanceof Or<T> or) {
            return or.parts().stream().anyMatch(p -> p.matches(entity));
        } else if (this instanceof Not<T> not) {
            return !not.part().matches(entity);
        }
        return true;
    }

    /**
     * The filter in words, the same for the same filter: {@code (status in [NEW, WORKING] and score >= 80)}. Text stands
     * in quotes, so that different filters have different words.
     */
    default String describe() {
        return CriteriaText.describe(this);
    }
}
