package io.github.crmkit.lifecycle;

import io.github.crmkit.kernel.Violation;
import java.util.List;

/**
 * One state that a subject could ask for next, and what stands in the way.
 *
 * @param target the state
 * @param reasons why not; empty when the move may happen now
 */
public record Option<S extends Enum<S>>(S target, List<Violation> reasons) {

    public Option {
        reasons = List.copyOf(reasons);
    }

    /** Whether the move may happen now. */
    public boolean isAllowed() {
        return reasons.isEmpty();
    }
}
