package io.github.crmkit.opportunity;

import io.github.crmkit.party.AccountId;
import io.github.crmkit.party.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * Who buys.
 *
 * @param account the organisation; absent where it is not known yet
 * @param contact the person to talk to first; absent where there is none
 */
public record Customer(
        @Nullable AccountId account, @Nullable ContactId contact) {

    /** Nobody yet. */
    public static Customer unknown() {
        return new Customer(null, null);
    }
}
