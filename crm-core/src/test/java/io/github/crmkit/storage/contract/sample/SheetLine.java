package io.github.crmkit.storage.contract.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of a sheet, which has no identity but its place.
 *
 * @param text at most 200 UTF-16 units
 * @param quantity 6 decimals
 * @param price 2 decimals
 */
public record SheetLine(
        String text,
        BigDecimal quantity,
        @Nullable BigDecimal price,
        @Nullable LocalDate dueOn) {

    /** A line without price and date. */
    public static SheetLine of(String text, String quantity) {
        return new SheetLine(text, new BigDecimal(quantity).setScale(6), null, null);
    }
}
