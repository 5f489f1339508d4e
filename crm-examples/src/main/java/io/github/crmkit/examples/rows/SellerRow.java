package io.github.crmkit.examples.rows;

import io.github.crmkit.examples.folder.CsvRow;
import io.github.crmkit.examples.folder.Source;
import org.jspecify.annotations.Nullable;

/** A row of {@link Source#SELLERS}. */
public record SellerRow(
        String ref,
        String name,
        @Nullable String email,
        @Nullable String team,
        @Nullable String manager) {

    /** Reads a row. */
    public static SellerRow from(CsvRow row) {
        return new SellerRow(
                row.text("ref"),
                row.text("name"),
                row.textOrNull("email"),
                row.textOrNull("team"),
                row.textOrNull("manager"));
    }
}
