package io.github.crmkit.jdbc.mapping;

import java.util.ArrayList;
import java.util.List;

/**
 * Lists of question marks. Their length is rounded up to a power of two, the last value standing in for the rest, so that
 * drivers and databases see a few texts instead of one for each length.
 */
final class Placeholders {

    private Placeholders() {}

    static void write(Query query, String each, int values) {
        query.add(each);
        for (int i = 1; i < rounded(values); i++) {
            query.add(", ").add(each);
        }
    }

    static <V> List<V> padded(List<V> values) {
        int size = rounded(values.size());
        if (size == values.size()) {
            return values;
        }
        List<V> padded = new ArrayList<>(size);
        padded.addAll(values);
        while (padded.size() < size) {
            padded.add(values.get(values.size() - 1));
        }
        return padded;
    }

    private static int rounded(int size) {
        int below = Integer.highestOneBit(size);
        return below == size ? size : below * 2;
    }
}
