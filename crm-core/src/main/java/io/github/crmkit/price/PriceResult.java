package io.github.crmkit.price;

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
            CURRENCY("is for another currency"),
            SET_INACTIVE("belongs to a set that is switched off"),
            INACTIVE("was withdrawn"),
            NOT_YET_VALID("is not valid yet"),
            EXPIRED("is no longer valid"),
            BELOW_TIER("needs a larger quantity"),
            QUANTITY("is for other quantities"),
            PROMOTION("its promotion is not granted"),
            CONDITION("its condition does not hold"),
            NOT_CONSIDERED("the price book or the product is ruled out"),
            OWN_FIRST("a price that stands in the book goes first"),
            CONTRACTED("the price that was agreed with the account goes first"),
            RUNNER_UP("comes next"),
            BETTER_TIER("the quantity reaches a higher tier"),
            LOWER_RANK("a more specific or more important rule goes first"),
            NOT_BEST("another rule of its set leads to a lower price"),
            NOT_ADDED("only percentages and amounts can be added up"),
            TIED("another one claims the same on the same day");

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
