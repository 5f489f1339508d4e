package io.github.crmkit.agreement;

import io.github.crmkit.kernel.Event;

/** Everything that can be announced of the assignments of price books. */
public sealed interface BookAssignmentEvent extends Event {

    /** A book was assigned. */
    record Assigned() implements BookAssignmentEvent {
        @Override
        public String code() {
            return "book-assignment.assigned";
        }
    }

    /** It got another book or another end; the history says which. */
    record Changed() implements BookAssignmentEvent {
        @Override
        public String code() {
            return "book-assignment.changed";
        }
    }

    /** It no longer applies. */
    record Withdrawn() implements BookAssignmentEvent {
        @Override
        public String code() {
            return "book-assignment.withdrawn";
        }
    }

    /** It applies again. */
    record Reinstated() implements BookAssignmentEvent {
        @Override
        public String code() {
            return "book-assignment.reinstated";
        }
    }
}
