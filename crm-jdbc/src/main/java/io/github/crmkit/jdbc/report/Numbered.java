package io.github.crmkit.jdbc.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Ids that come again and again, numbered from 0 on: each is made once, however many rows name it.
 *
 * @param <I> the typed ids
 */
final class Numbered<I> {

    private final Function<UUID, I> making;
    private final Map<UUID, Integer> numbers = new HashMap<>();
    private final List<I> ids = new ArrayList<>();

    Numbered(Function<UUID, I> making) {
        this.making = making;
    }

    /** The number of the id with this value, which is a new one where it has not come before. */
    int number(UUID value) {
        Integer number = numbers.get(value);
        return number == null ? add(value) : number;
    }

    private int add(UUID value) {
        int number = ids.size();
        numbers.put(value, number);
        ids.add(making.apply(value));
        return number;
    }

    /** The id of this number. */
    I id(int number) {
        return ids.get(number);
    }
}
