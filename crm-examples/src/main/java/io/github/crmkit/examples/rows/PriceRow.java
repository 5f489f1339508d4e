package io.github.crmkit.examples.rows;

import io.github.crmkit.examples.folder.CsvRow;
import io.github.crmkit.examples.folder.Source;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@link Source#PRICES}.
 *
 * @param unitPrice for a quantity of 1, in the currency, not below 0, at most 6 decimals
 * @param minQuantity the quantity from which the price holds, inclusive; null for a price without tiers
 * @param validFrom the first day of the price
 */
public record PriceRow(
        String book,
        CurrencyUnit currency,
        String sku,
        BigDecimal unitPrice,
        @Nullable BigDecimal minQuantity,
        @Nullable LocalDate validFrom) {

    private static final int MOST_DECIMALS = 6;

    /** Reads a row; the currency is for rows that name none. */
    public static PriceRow from(CsvRow row, CurrencyUnit currency) {
        PriceRow price = new PriceRow(
                row.text("book"),
                row.currency("currency", currency),
                row.text("sku"),
                row.decimal("unit_price"),
                row.decimalOrNull("min_quantity"),
                row.dateOrNull("valid_from"));
        price.check(row);
        return price;
    }

    private void check(CsvRow row) {
        if (unitPrice.signum() < 0) {
            row.refuse("unit_price is below 0");
        }
        if (unitPrice.stripTrailingZeros().scale() > MOST_DECIMALS) {
            row.refuse("unit_price has more than " + MOST_DECIMALS + " decimals");
        }
        if (minQuantity != null && minQuantity.signum() < 0) {
            row.refuse("min_quantity is below 0");
        }
    }
}
