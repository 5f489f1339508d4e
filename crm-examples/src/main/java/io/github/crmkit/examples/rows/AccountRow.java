package io.github.crmkit.examples.rows;

import io.github.crmkit.examples.folder.CsvRow;
import io.github.crmkit.examples.folder.Source;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@link Source#ACCOUNTS}.
 *
 * @param localName the name in the account's own script
 * @param parentRef the account it belongs to, which may stand further down in the file
 * @param owner the ref of a seller
 */
public record AccountRow(
        String ref,
        String name,
        @Nullable String localName,
        @Nullable String industry,
        @Nullable String country,
        @Nullable String city,
        @Nullable String phone,
        @Nullable String website,
        @Nullable String parentRef,
        @Nullable String owner) {

    /** Reads a row. */
    public static AccountRow from(CsvRow row) {
        return new AccountRow(
                row.text("ref"),
                row.text("name"),
                row.textOrNull("local_name"),
                row.textOrNull("industry"),
                row.textOrNull("country"),
                row.textOrNull("city"),
                row.textOrNull("phone"),
                row.textOrNull("website"),
                row.textOrNull("parent_ref"),
                row.textOrNull("owner"));
    }
}
