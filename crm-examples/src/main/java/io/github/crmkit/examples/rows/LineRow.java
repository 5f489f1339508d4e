package io.github.crmkit.examples.rows;

import io.github.crmkit.examples.folder.CsvRow;
import io.github.crmkit.examples.folder.Source;
import java.math.BigDecimal;

/**
 * A row of {@link Source#LINES}: what is to be quoted for a deal.
 *
 * @param quantity above 0
 */
public record LineRow(String dealRef, String sku, BigDecimal quantity) {

    /** Reads a row. */
    public static LineRow from(CsvRow row) {
        LineRow line = new LineRow(row.text("deal_ref"), row.text("sku"), row.decimal("quantity"));
        if (line.quantity().signum() <= 0) {
            row.refuse("quantity is not above 0");
        }
        return line;
    }
}
