package io.github.crmkit.opportunity;

import io.github.crmkit.kernel.Violations;
import io.github.crmkit.lead.LeadId;
import org.jspecify.annotations.Nullable;

/**
 * Where a deal came from.
 *
 * @param lead the lead that was converted into it, for good; absent where there was none
 * @param reference its key in another system, unique within the tenant; absent where there is none
 */
public record Origin(@Nullable LeadId lead, @Nullable String reference) {

    /** The longest reference, in UTF-16 units, inclusive. */
    public static final int MAX_REFERENCE = 100;

    /** @throws io.github.crmkit.kernel.RuleViolationsException {@code plain-text} for an unusable reference */
    public Origin {
        Violations problems = new Violations();
        reference = problems.plainTextOrAbsent(reference, MAX_REFERENCE, "reference");
        problems.throwIfAny("origin");
    }

    /** Opened by hand, in this system. */
    public static Origin here() {
        return new Origin(null, null);
    }
}
