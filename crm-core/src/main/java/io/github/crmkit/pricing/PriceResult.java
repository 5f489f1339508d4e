package io.github.crmkit.pricing;

import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.money.Quantity;
import java.util.List;

/** What asking for a price gives: a {@link Price} with its proof, or {@link NoPrice} with its reason. */
public sealed interface PriceResult permits Price, NoPrice {

    /** What was to be priced. */
    ProductId product();

    /** What the quantity counts. */
    String unit();

    /** How much of it; more than 0. */
    Quantity quantity();

    /** Every candidate that is no part of the proof, each once: the entries of the book for the product by unit, tier and days. */
    List<Rejected> rejected();

    /**
     * A candidate that did not make the price, and the first reason found.
     *
     * @param candidate which one, for example an entry of the book
     * @param reason why not
     */
    record Rejected(EntityRef candidate, Reason reason) {

        /** Why a candidate does not make the price, in the order in which it is asked. */
        public enum Reason {
            OTHER_UNIT("is for another unit"),
            INACTIVE("was withdrawn"),
            NOT_YET_VALID("is not valid yet"),
            EXPIRED("is no longer valid"),
            BELOW_TIER("needs a larger quantity"),
            NOT_CONSIDERED("the price book or the product is ruled out"),
            BETTER_TIER("the quantity reaches a higher tier"),
            TIED("another entry claims the same tier on the same day");

            private final String words;

            Reason(String words) {
                this.words = words;
            }

            /** The reason in words. */
            public String words() {
                return words;
            }
        }

        /** The candidate and the reason, to be read aloud. */
        @Override
        public String toString() {
            return candidate.type().replace('-', ' ') + " " + candidate.id() + ": " + reason.words();
        }
    }
}
