package io.github.crmkit.party;

import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.kernel.Event;
import io.github.crmkit.kernel.UserId;
import java.util.List;

/** Everything that can happen to a contact. */
public sealed interface ContactEvent extends Event {

    /** It was made. */
    record Created() implements ContactEvent {
        public static final String CODE = "contact.created";

        @Override
        public String code() {
            return CODE;
        }
    }

    /** What is known about the person changed. */
    record Edited() implements ContactEvent {
        public static final String CODE = "contact.edited";

        @Override
        public String code() {
            return CODE;
        }
    }

    /** Blanks were filled, and nothing else changed. */
    record Filled() implements ContactEvent {
        public static final String CODE = "contact.filled";

        @Override
        public String code() {
            return CODE;
        }
    }

    /** It got another owner. */
    record Assigned(UserId from, UserId to) implements ContactEvent {
        public static final String CODE = "contact.assigned";

        @Override
        public String code() {
            return CODE;
        }
    }

    /** The person was affiliated with an account. */
    record Affiliated(AffiliationId affiliation, AccountId account) implements ContactEvent {
        public static final String CODE = "contact.affiliated";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public List<EntityRef> related() {
            return List.of(Affiliations.TYPE.refTo(affiliation), Accounts.TYPE.refTo(account));
        }
    }

    /** One of the person's affiliations was ended. */
    record AffiliationEnded(AffiliationId affiliation, AccountId account) implements ContactEvent {
        public static final String CODE = "contact.affiliation-ended";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public List<EntityRef> related() {
            return List.of(Affiliations.TYPE.refTo(affiliation), Accounts.TYPE.refTo(account));
        }
    }
}
