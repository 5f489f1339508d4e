package io.github.crmkit.price;

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
 * @param rejected every candidate; none where nobody asked why
 */
public record NoPrice(
        ProductId product, String unit, Quantity quantity, Reason reason, String message, List<Rejected> rejected)
        implements PriceResult, NetResult {

    /** Why there is no price, in the order in which it is asked. */
    public enum Reason {
        NO_BOOK("no price book is assigned that applies"),
        TIED_BOOKS("several price books claim the buyer on that day"),
        BOOK_INACTIVE("the price book is switched off"),
        BOOK_NOT_VALID("the price book is not valid on that day"),
        PRODUCT_ARCHIVED("the product is no longer for sale"),
        NOT_ON_SALE("the product is not on sale on that day"),
        MODEL_NOT_SOLD("a model is not sold itself, its variants are"),
        PRICED_BY_PARTS("the bundle is priced by its parts, which a whole request shows"),
        NO_ENTRY("the price book has no price for the product"),
        NO_ENTRY_APPLIES("no price of the book applies to that unit, quantity and day"),
        TIED_ENTRIES("several prices of the book claim the same tier on that day"),
        MIXED_TIERING("the prices of the book do not agree on how tiers make a price"),
        TIER_GAP("the graduated prices do not begin at 0"),
        UNIT_INEXACT("the quantity cannot be told exactly in the unit of the price"),
        DERIVATION_TOO_LONG("the price book is derived through too many books"),
        BASE_MISSING("a price book that this one is derived from is not there"),
        RATE_MISSING("there is no exchange rate for that day"),
        OUT_OF_RANGE("the price has more digits than a price can have"),
        PRODUCT_MISSING("the product is not there"),
        TERM_EMPTY("the term has no period that is paid"),
        TIED_RULES("two rules are equally specific and important"),
        COST_MISSING("the product has no such cost in the currency of the book"),
        TOTAL_EMPTY("there is no other line that it is a percentage of"),
        TOTAL_INCOMPLETE("a line that it is a percentage of has no price"),
        TOTAL_CIRCLE("lines are percentages of each other"),
        NEGATIVE("the rules take off more than there is");

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
