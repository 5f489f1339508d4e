package io.github.crmkit.examples.load;

import io.github.crmkit.examples.folder.CsvRow;
import io.github.crmkit.examples.folder.Source;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@link Source#CONTACTS}.
 *
 * @param since the first day at the account
 */
record ContactRow(
        String ref,
        String accountRef,
        PersonCells person,
        @Nullable LocalDate since) {

    static ContactRow from(CsvRow row) {
        return new ContactRow(row.text("ref"), row.text("account_ref"), PersonCells.from(row), row.dateOrNull("since"));
    }
}
