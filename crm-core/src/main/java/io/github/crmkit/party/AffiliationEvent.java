package io.github.crmkit.party;

import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.kernel.Event;
import java.time.LocalDate;
import java.util.List;

/** Everything that can happen to an affiliation. */
public sealed interface AffiliationEvent extends Event {

    /** It was recorded. */
    record Recorded(ContactId contact, AccountId account) implements AffiliationEvent {
        public static final String CODE = "affiliation.recorded";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public List<EntityRef> related() {
            return List.of(Contacts.TYPE.refTo(contact), Accounts.TYPE.refTo(account));
        }
    }

    /**
     * Its end was set.
     *
     * @param lastDay the last day that belongs to it, inclusive
     */
    record Ended(LocalDate lastDay) implements AffiliationEvent {
        public static final String CODE = "affiliation.ended";

        @Override
        public String code() {
            return CODE;
        }
    }
}
