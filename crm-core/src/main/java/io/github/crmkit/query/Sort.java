package io.github.crmkit.query;

import io.github.crmkit.kernel.LimitExceededException;
import java.util.ArrayList;
import java.util.List;

/**
 * The order of a listing: fields, the most important first, absent values last. The id is always the last tie-break, so
 * every order is total.
 *
 * @param keys at most {@value #MAX_KEYS}; none means by id alone
 * @param <T> the aggregate
 */
public record Sort<T>(List<Key<T>> keys) {

    /** The most fields of one order. */
    public static final int MAX_KEYS = 5;

    /**
     * One field of an order.
     *
     * @param descending largest first
     */
    public record Key<T>(Field<T, ?> field, boolean descending) {}

    public Sort {
        keys = List.copyOf(keys);
        if (keys.size() > MAX_KEYS) {
            throw new LimitExceededException("number of sort fields", MAX_KEYS);
        }
    }

    /** By id alone: for ids made by this library that is the order of creation. */
    public static <T> Sort<T> byId() {
        return new Sort<>(List.of());
    }

    /** This order, and the other where this one ties. */
    public Sort<T> then(Sort<T> other) {
        List<Key<T>> all = new ArrayList<>(keys);
        all.addAll(other.keys);
        return new Sort<>(all);
    }

    /** The order in words: {@code closeDate desc, name asc}. */
    public String describe() {
        StringBuilder words = new StringBuilder();
        for (Key<T> key : keys) {
            words.append(words.isEmpty() ? "" : ", ").append(key.field().name());
            words.append(key.descending() ? " desc" : " asc");
        }
        return words.toString();
    }
}
