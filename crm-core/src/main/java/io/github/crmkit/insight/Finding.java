package io.github.crmkit.insight;

import io.github.crmkit.opportunity.OpportunityId;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Something that is amiss with an open deal as it stands now.
 *
 * @param since for how many calendar days, in the organisation's zone; absent where that does not matter
 */
public record Finding(
        OpportunityId deal, Kind kind, @Nullable Long since) {

    /** What can be amiss. */
    public enum Kind {
        /** The day by which it was expected to be decided is over. */
        PAST_CLOSE_DATE("past-close-date", "should have been decided by now"),

        /** Nobody has done anything about it for longer than is allowed. */
        NO_ACTIVITY("no-activity", "nobody has done anything about it"),

        /** What it would bring is not known. */
        NO_AMOUNT("no-amount", "has no amount"),

        /** Nobody has said what is to be done next. */
        NO_NEXT_STEP("no-next-step", "has no next step"),

        /** It is in its stage for longer than the stage allows, and nobody has done anything about it for as long. */
        STUCK("stuck", "is stuck in its stage"),

        /** It is in a stage that deals no longer enter. */
        STAGE_INACTIVE("stage-inactive", "is in a stage that is switched off");

        private final String code;
        private final String words;

        Kind(String code, String words) {
            this.code = code;
            this.words = words;
        }

        /** The stable name, for example {@code past-close-date}. */
        public String code() {
            return code;
        }
    }

    /** For how many days; absent where that does not matter. */
    public OptionalLong days() {
        return since == null ? OptionalLong.empty() : OptionalLong.of(since);
    }

    /** The stable name of its kind. */
    public String code() {
        return kind.code;
    }

    /** In words, without the name of the deal: {@code should have been decided by now, 12 days}. */
    public String explain() {
        return since == null ? kind.words : kind.words + ", " + since + (since == 1 ? " day" : " days");
    }
}
