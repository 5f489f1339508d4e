package io.github.crmkit.lint;

import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.pricerule.PricingContext;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line that shows what a finding says: price it, and see. It need not be one that anybody ever asked for.
 *
 * @param book the price book that is asked; absent where there is none that could be
 * @param product what is bought; absent where there is no product that could be
 * @param unit what the quantities count; absent for the product's own unit
 * @param quantity how much of it, more than 0
 * @param more the larger quantity that costs less; absent where one quantity is enough
 * @param day the pricing date, in the organisation's zone
 * @param buyer who buys, with the promotions that are granted
 */
public record Witness(
        @Nullable PriceBookId book,
        @Nullable ProductId product,
        @Nullable String unit,
        Quantity quantity,
        @Nullable Quantity more,
        LocalDate day,
        PricingContext.Customer buyer) {

    /** The price book that is asked, where there is one. */
    public Optional<PriceBookId> askedBook() {
        return Optional.ofNullable(book);
    }

    /** What is bought, where there is anything. */
    public Optional<ProductId> boughtProduct() {
        return Optional.ofNullable(product);
    }

    /** The larger quantity that costs less, where the finding is about two. */
    public Optional<Quantity> largerQuantity() {
        return Optional.ofNullable(more);
    }
}
