package io.github.crmkit.catalog;

import io.github.crmkit.kernel.Event;

/** Everything that can be announced of a category. */
public sealed interface CategoryEvent extends Event {

    /** It came into the tree. */
    record Created() implements CategoryEvent {
        @Override
        public String code() {
            return "category.created";
        }
    }

    /** It has another name. */
    record Renamed() implements CategoryEvent {
        @Override
        public String code() {
            return "category.renamed";
        }
    }

    /** It has another place in the tree. */
    record Moved() implements CategoryEvent {
        @Override
        public String code() {
            return "category.moved";
        }
    }

    /** A category came to be somewhere below it. */
    record BranchChanged() implements CategoryEvent {
        @Override
        public String code() {
            return "category.branch-changed";
        }
    }

    /** It takes in nothing new. */
    record Retired() implements CategoryEvent {
        @Override
        public String code() {
            return "category.retired";
        }
    }

    /** It takes in products again. */
    record Restored() implements CategoryEvent {
        @Override
        public String code() {
            return "category.restored";
        }
    }
}
