package io.github.crmkit.examples.load;

import io.github.crmkit.CrmSession;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rows that have a key under which they are stored: those that are there stay as they are, the others are created.
 *
 * @param <T> what is stored
 */
interface KeyedStep<R, T> extends Step<R> {

    @Override
    String key(R row);

    /** What is stored under these keys, at most {@link Batches#SIZE} of them. */
    Map<String, T> stored(CrmSession tx, Set<String> keys);

    /** Looks up, all at once, what the rows refer to. */
    default void lookUp(CrmSession tx, List<R> rows) {}

    /** Why the row cannot be used; nothing if it can. */
    default Stream<String> problems(R row) {
        return Stream.of();
    }

    /** Whether what is stored says what the row says. */
    boolean agrees(R row, T stored);

    /** Creates a record for each of these rows. */
    void create(CrmSession tx, List<R> rows);

    @Override
    default List<Outcome> store(CrmSession tx, List<R> rows) {
        Map<String, T> there = stored(tx, rows.stream().map(this::key).collect(Collectors.toUnmodifiableSet()));
        lookUp(tx, rows);
        List<Outcome> outcomes = new ArrayList<>();
        List<R> fresh = new ArrayList<>();
        Set<String> begun = new HashSet<>();
        for (R row : rows) {
            String problems = problems(row).collect(Collectors.joining("; "));
            T found = there.get(key(row));
            if (!problems.isEmpty()) {
                outcomes.add(Outcome.refused(problems));
            } else if (found != null) {
                outcomes.add(Outcome.unchanged(agrees(row, found)));
            } else if (begun.add(key(row))) {
                fresh.add(row);
                outcomes.add(Outcome.created());
            } else {
                outcomes.add(Outcome.unchanged(true));
            }
        }
        if (!fresh.isEmpty()) {
            create(tx, fresh);
        }
        return outcomes;
    }
}
