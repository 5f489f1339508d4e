package io.github.crmkit.pipeline;

import io.github.crmkit.kernel.Violation;
import java.util.List;

/**
 * One stage that a deal could be asked to go to next, and what stands in the way.
 *
 * @param stage the stage
 * @param reasons why not; empty when the deal may go there now
 */
public record StageOption(Stage stage, List<Violation> reasons) {

    public StageOption {
        reasons = List.copyOf(reasons);
    }

    /** Whether the deal may go there now. */
    public boolean isAllowed() {
        return reasons.isEmpty();
    }
}
