package io.github.crmkit.examples.rows;

import io.github.crmkit.examples.folder.CsvRow;
import io.github.crmkit.examples.folder.Source;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@link Source#PRODUCTS}.
 *
 * @param unit what a quantity of 1 is
 */
public record ProductRow(
        String sku,
        String name,
        @Nullable String category,
        @Nullable String unit) {

    /** Reads a row. */
    public static ProductRow from(CsvRow row) {
        return new ProductRow(row.text("sku"), row.text("name"), row.textOrNull("category"), row.textOrNull("unit"));
    }
}
