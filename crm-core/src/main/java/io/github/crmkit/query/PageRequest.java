package io.github.crmkit.query;

import io.github.crmkit.kernel.LimitExceededException;
import org.jspecify.annotations.Nullable;

/**
 * Which page is wanted.
 *
 * @param size the most rows, 1 to {@value #MAX_SIZE}
 * @param after where the previous page ended; null for the first page
 */
public record PageRequest(int size, @Nullable Cursor after) {

    /** The largest page. */
    public static final int MAX_SIZE = 1_000;

    public PageRequest {
        if (size < 1 || size > MAX_SIZE) {
            throw new LimitExceededException("page size (at least 1)", MAX_SIZE);
        }
    }

    /** The first rows. */
    public static PageRequest first(int size) {
        return new PageRequest(size, null);
    }

    /** The rows behind the cursor. */
    public static PageRequest after(Cursor cursor, int size) {
        return new PageRequest(size, cursor);
    }
}
