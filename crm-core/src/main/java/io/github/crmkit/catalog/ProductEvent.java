package io.github.crmkit.catalog;

import io.github.crmkit.kernel.Event;

/** Everything that can be announced of a product. */
public sealed interface ProductEvent extends Event {

    /** It came into the catalog. */
    record Created() implements ProductEvent {
        @Override
        public String code() {
            return "product.created";
        }
    }

    /** Its description changed; the history says which fields. */
    record Edited() implements ProductEvent {
        @Override
        public String code() {
            return "product.edited";
        }
    }

    /** A variant of this model came or changed. */
    record VariantsChanged() implements ProductEvent {
        @Override
        public String code() {
            return "product.variants-changed";
        }
    }

    /** It is no longer for sale. */
    record Archived() implements ProductEvent {
        @Override
        public String code() {
            return "product.archived";
        }
    }

    /** It is for sale again. */
    record Restored() implements ProductEvent {
        @Override
        public String code() {
            return "product.restored";
        }
    }
}
