package io.github.crmkit.agreement;

import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricebook.PriceBooks;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which price book an account has in a currency on a day, and why; or why it has none. */
public sealed interface BookChoice {

    /** Every assignment to the account, and every standard book of the currency, that did not give the book; each once. */
    List<Rejected> rejected();

    /** Why an account has a book, the reason that goes first at the beginning. */
    enum Reason {
        OWN("assigned to the account"),
        GROUP("assigned to the group of the account"),
        TERRITORY("assigned to the territory of the account"),
        DEFAULT("assigned to everyone"),
        STANDARD("the standard book of the currency");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** The reason in words. */
        public String words() {
            return words;
        }
    }

    /**
     * The book, and why it is this one.
     *
     * @param assignment what gave it; absent for the standard book
     */
    record AssignedBook(
            PriceBook book, Reason reason, @Nullable BookAssignmentId assignment, List<Rejected> rejected)
            implements BookChoice {

        public AssignedBook {
            rejected = List.copyOf(rejected);
        }

        /** What gave the book, where it was assigned. */
        public Optional<BookAssignmentId> assignedBy() {
            return Optional.ofNullable(assignment);
        }

        /** The book and the reason, to be read aloud. */
        @Override
        public String toString() {
            return "price book " + PriceBooks.TYPE.refOf(book).id() + ": " + reason.words();
        }
    }

    /**
     * There is no book, and why.
     *
     * @param message the reason in one sentence; it names what is tied
     */
    record NoBook(Why why, String message, List<Rejected> rejected) implements BookChoice {

        /** Why there is none. */
        public enum Why {
            /** Nothing that applies was assigned, and there is no standard book that does. */
            NONE_APPLIES,
            /** Two assignments of the same scope claim the day. */
            TIED;

            /** The stable code, for example {@code none-applies}. */
            public String code() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }

        public NoBook {
            rejected = List.copyOf(rejected);
        }

        /** The reason, to be read aloud. */
        @Override
        public String toString() {
            return "no price book: " + message;
        }
    }

    /**
     * What did not give the book, and the first reason found.
     *
     * @param candidate an assignment, or a standard book
     */
    record Rejected(EntityRef candidate, Obstacle obstacle) {

        /** The candidate and the reason, to be read aloud. */
        @Override
        public String toString() {
            return candidate.type() + " " + candidate.id() + ": " + obstacle.words();
        }
    }

    /** Why a candidate does not give the book, in the order in which it is asked. */
    enum Obstacle {
        OTHER_CURRENCY("is for another currency"),
        INACTIVE("was withdrawn"),
        NOT_YET_VALID("is not valid yet"),
        EXPIRED("is no longer valid"),
        BOOK_UNKNOWN("its price book is not seen"),
        BOOK_INACTIVE("its price book is switched off"),
        BOOK_NOT_VALID("its price book is not valid on that day"),
        NARROWER_FIRST("a narrower scope has a book"),
        TIED("another one of the same scope claims the day");

        private final String words;

        Obstacle(String words) {
            this.words = words;
        }

        /** The reason in words. */
        public String words() {
            return words;
        }
    }
}
