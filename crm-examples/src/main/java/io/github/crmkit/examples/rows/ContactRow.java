package io.github.crmkit.examples.rows;

import io.github.crmkit.examples.folder.CsvRow;
import io.github.crmkit.examples.folder.Source;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@link Source#CONTACTS}.
 *
 * @param since the first day at the account
 */
public record ContactRow(
        String ref,
        String accountRef,
        PersonCells person,
        @Nullable LocalDate since) {

    /** Reads a row. */
    public static ContactRow from(CsvRow row) {
        return new ContactRow(row.text("ref"), row.text("account_ref"), PersonCells.from(row), row.dateOrNull("since"));
    }
}
