package io.github.crmkit.pricing;

import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.money.Quantity;
import java.util.List;
import java.util.Locale;

/**
 * There is no price, and why. Never a price of zero.
 *
 * @param unit what the quantity counts
 * @param reason why there is none
 * @param message the reason in one sentence
 * @param rejected every entry of the book for the product
 */
public record NoPrice(
        ProductId product, String unit, Quantity quantity, Reason reason, String message, List<Rejected> rejected)
        implements PriceResult {

    /** Why there is no price, in the order in which it is asked. */
    public enum Reason {
        BOOK_INACTIVE("the price book is switched off"),
        BOOK_NOT_VALID("the price book is not valid on that day"),
        PRODUCT_ARCHIVED("the product is no longer for sale"),
        NO_ENTRY("the price book has no price for the product"),
        NO_ENTRY_APPLIES("no price of the book applies to that unit, quantity and day"),
        TIED_ENTRIES("several prices of the book claim the same tier on that day");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** The stable code, for example {@code no-entry}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The reason in words. */
        public String words() {
            return words;
        }
    }

    public NoPrice {
        rejected = List.copyOf(rejected);
    }

    /** The reason, to be read aloud. */
    @Override
    public String toString() {
        return "no price: " + message;
    }
}
