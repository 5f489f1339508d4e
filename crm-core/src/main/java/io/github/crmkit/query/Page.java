package io.github.crmkit.query;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a listing, in its order.
 *
 * @param items the rows
 * @param cursor where the next page starts; null on the last page
 */
public record Page<T>(List<T> items, @Nullable Cursor cursor) implements Iterable<T> {

    public Page {
        items = List.copyOf(items);
    }

    /** Where the next page starts; empty on the last page. */
    public Optional<Cursor> next() {
        return Optional.ofNullable(cursor);
    }

    @Override
    public Iterator<T> iterator() {
        return items.iterator();
    }
}
