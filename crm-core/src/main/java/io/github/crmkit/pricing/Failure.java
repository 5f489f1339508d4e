package io.github.crmkit.pricing;

import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.price.NoPrice;
import java.util.Set;

/**
 * Why a line gets no price.
 *
 * @param tied what claims the same, where that is the reason
 */
record Failure(NoPrice.Reason reason, String message, Set<EntityRef> tied) {

    static Failure of(NoPrice.Reason reason) {
        return new Failure(reason, reason.words(), Set.of());
    }

    static Failure of(NoPrice.Reason reason, String message) {
        return new Failure(reason, message, Set.of());
    }

    /** Whether a rule that sets a price of its own may still make one. */
    boolean isOnlyMissing() {
        return reason == NoPrice.Reason.NO_ENTRY || reason == NoPrice.Reason.NO_ENTRY_APPLIES;
    }
}
