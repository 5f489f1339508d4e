package io.github.crmkit.pricebook;

import io.github.crmkit.kernel.Event;

/** Everything that can be announced of a price book and of its entries. */
public sealed interface PriceBookEvent extends Event {

    /** A book was opened. */
    record Opened() implements PriceBookEvent {
        @Override
        public String code() {
            return "price-book.opened";
        }
    }

    /** A book got another name, another validity or another pool. */
    record Edited() implements PriceBookEvent {
        @Override
        public String code() {
            return "price-book.edited";
        }
    }

    /** A book got another base or another formula, or lost them; the history says which. */
    record Derived() implements PriceBookEvent {
        @Override
        public String code() {
            return "price-book.derived";
        }
    }

    /** A book stands in the chain of another one's derivation from now on. */
    record LeantOn() implements PriceBookEvent {
        @Override
        public String code() {
            return "price-book.leant-on";
        }
    }

    /** A book gives prices again. */
    record Activated() implements PriceBookEvent {
        @Override
        public String code() {
            return "price-book.activated";
        }
    }

    /** A book gives no prices any more. */
    record Deactivated() implements PriceBookEvent {
        @Override
        public String code() {
            return "price-book.deactivated";
        }
    }

    /** An entry came into its book. */
    record PriceAdded() implements PriceBookEvent {
        @Override
        public String code() {
            return "price-entry.added";
        }
    }

    /** An entry got another price, end, tiering or bounds; the history says which. */
    record PriceChanged() implements PriceBookEvent {
        @Override
        public String code() {
            return "price-entry.changed";
        }
    }

    /** An entry no longer applies. */
    record PriceWithdrawn() implements PriceBookEvent {
        @Override
        public String code() {
            return "price-entry.withdrawn";
        }
    }

    /** A withdrawn entry applies again. */
    record PriceReinstated() implements PriceBookEvent {
        @Override
        public String code() {
            return "price-entry.reinstated";
        }
    }
}
