package io.github.crmkit.examples.csv;

import java.util.List;

/**
 * One record of a CSV file as the parser hands it over.
 *
 * @param line the line on which the record begins, from 1
 * @param cells the cells in order, not more than a sane number of them
 * @param count how many cells the record really has; below 0 when its quoting is broken and it has none
 */
public record RawRecord(long line, List<String> cells, int count) {

    /** A record that cannot be taken apart. */
    static RawRecord malformed(long line) {
        return new RawRecord(line, List.of(), -1);
    }

    /** Whether the record could not be taken apart. */
    public boolean isMalformed() {
        return count < 0;
    }

    /** The same record in a text that begins so many lines further down. */
    RawRecord movedBy(long lines) {
        return lines == 0 ? this : new RawRecord(line + lines, cells, count);
    }
}
