package io.github.crmkit.memory;

import io.github.crmkit.query.Cursor;
import io.github.crmkit.query.Keyset;
import io.github.crmkit.query.Page;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Collects one page from rows in any order, keeping no more of them than the page needs. */
final class MemoryPage<T> {

    private record Placed<T>(List<@Nullable Object> position, T row) {}

    private final Keyset<T> keyset;
    private final int size;
    private final Comparator<List<@Nullable Object>> order;
    private final @Nullable List<@Nullable Object> after;
    private final PriorityQueue<Placed<T>> first;

    MemoryPage(Keyset<T> keyset, int size, @Nullable Cursor cursor) {
        this.keyset = keyset;
        this.size = size;
        this.order = keyset.order();
        this.after = cursor == null ? null : keyset.position(cursor);
        this.first =
                new PriorityQueue<>(Comparator.<Placed<T>, List<@Nullable Object>>comparing(Placed::position, order)
                        .reversed());
    }

    void offer(T row) {
        List<@Nullable Object> position = keyset.position(row);
        if (after != null && order.compare(position, after) <= 0) {
            return;
        }
        // one more than the page holds tells whether there is a next one
        if (first.size() <= size) {
            first.add(new Placed<>(position, row));
        } else if (order.compare(position, first.element().position()) < 0) {
            first.remove();
            first.add(new Placed<>(position, row));
        }
    }

    Page<T> cut() {
        List<T> rows = first.stream()
                .sorted(Comparator.comparing(Placed::position, order))
                .limit(size)
                .map(Placed::row)
                .toList();
        return new Page<>(rows, first.size() > size ? keyset.after(rows.get(size - 1)) : null);
    }
}
