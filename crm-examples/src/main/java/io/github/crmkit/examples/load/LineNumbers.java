package io.github.crmkit.examples.load;

import io.github.crmkit.examples.console.Counts;
import java.util.Arrays;

/** Line numbers in rising order, kept compactly and shown as ranges: {@code 3, 6, 8-9}. */
final class LineNumbers {

    private long[] lines = new long[8];
    private int size;

    /** Adds a line; the same line twice in a row counts once. */
    void add(long line) {
        if (size > 0 && lines[size - 1] == line) {
            return;
        }
        if (size == lines.length) {
            lines = Arrays.copyOf(lines, size * 2);
        }
        lines[size++] = line;
    }

    int size() {
        return size;
    }

    /** The ranges, at most so many of them, and how many lines were left out. */
    String render(int most) {
        StringBuilder out = new StringBuilder();
        int ranges = 0;
        int next = 0;
        while (next < size && ranges < most) {
            int last = endOfRange(next);
            out.append(next == 0 ? "" : ", ").append(lines[next]);
            if (last > next) {
                out.append('-').append(lines[last]);
            }
            ranges++;
            next = last + 1;
        }
        return next == size
                ? out.toString()
                : out.append(" and ")
                        .append(Counts.of(size - next))
                        .append(" more")
                        .toString();
    }

    private int endOfRange(int first) {
        int last = first;
        while (last + 1 < size && lines[last + 1] == lines[last] + 1) {
            last++;
        }
        return last;
    }
}
