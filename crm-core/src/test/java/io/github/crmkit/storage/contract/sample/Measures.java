package io.github.crmkit.storage.contract.sample;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a sample.
 *
 * @param quantity any long
 * @param amount 2 decimals and at most 15 digits before them
 * @param rate 6 decimals and at most 15 digits before them
 */
public record Measures(
        @Nullable Long quantity,
        @Nullable BigDecimal amount,
        @Nullable BigDecimal rate) {

    /** No number at all. */
    public static final Measures NONE = new Measures(null, null, null);
}
