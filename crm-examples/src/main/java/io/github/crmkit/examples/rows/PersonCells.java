package io.github.crmkit.examples.rows;

import io.github.crmkit.examples.folder.CsvRow;
import org.jspecify.annotations.Nullable;

/**
 * What rows of contacts and of leads say about a person.
 *
 * @param localName the whole name in the person's own script
 */
public record PersonCells(
        @Nullable String givenName,
        String familyName,
        @Nullable String localName,
        @Nullable String title,
        @Nullable String email,
        @Nullable String phone) {

    /** Reads a row. */
    public static PersonCells from(CsvRow row) {
        return new PersonCells(
                row.textOrNull("given_name"),
                row.text("family_name"),
                row.textOrNull("local_name"),
                row.textOrNull("title"),
                row.textOrNull("email"),
                row.textOrNull("phone"));
    }
}
