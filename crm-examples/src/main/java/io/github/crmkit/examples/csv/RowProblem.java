package io.github.crmkit.examples.csv;

import io.github.crmkit.examples.console.Shown;

/**
 * Why a row cannot be used.
 *
 * @param file the name of the file
 * @param line the line of that file on which the row begins; the first line of the file is 1
 * @param reason what is wrong, in one clause
 */
public record RowProblem(String file, long line, String reason) {

    /** Trims the reason to what a terminal may show. */
    public RowProblem {
        reason = Shown.line(reason);
    }

    /** The form {@code file:line: reason}, which editors can jump to. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + reason;
    }
}
