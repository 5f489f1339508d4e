package io.github.crmkit.examples.load;

import io.github.crmkit.examples.folder.CsvRow;
import io.github.crmkit.examples.folder.Source;
import org.jspecify.annotations.Nullable;

/** A row of {@link Source#SELLERS}. */
record SellerRow(
        String ref,
        String name,
        @Nullable String email,
        @Nullable String team,
        @Nullable String manager) {

    static SellerRow from(CsvRow row) {
        return new SellerRow(
                row.text("ref"),
                row.text("name"),
                row.textOrNull("email"),
                row.textOrNull("team"),
                row.textOrNull("manager"));
    }
}
