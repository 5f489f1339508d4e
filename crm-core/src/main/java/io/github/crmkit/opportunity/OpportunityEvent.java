package io.github.crmkit.opportunity;

import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.kernel.Event;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.lead.LeadId;
import io.github.crmkit.lead.Leads;
import io.github.crmkit.pipeline.Stage;
import io.github.crmkit.pipeline.StageId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to a deal. */
public sealed interface OpportunityEvent extends Event {

    /** It went from a stage to another one, which may have closed it. */
    static OpportunityEvent entered(StageId from, Stage to, @Nullable String why) {
        return switch (to.outcome()) {
            case OPEN -> new Moved(from, to.id(), why);
            case WON -> new Won(from, why);
            case LOST -> new Lost(from, why == null ? "" : why);
        };
    }

    /**
     * It came into being.
     *
     * @param lead the lead it came from; absent where there was none
     */
    record Opened(@Nullable LeadId lead) implements OpportunityEvent {
        public static final String CODE = "opportunity.opened";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public List<EntityRef> related() {
            return lead == null ? List.of() : List.of(Leads.TYPE.refTo(lead));
        }
    }

    /**
     * It went from one open stage to another.
     *
     * @param why what was said; absent where nothing was
     */
    record Moved(StageId from, StageId to, @Nullable String why) implements OpportunityEvent {
        public static final String CODE = "opportunity.moved";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public Optional<String> reason() {
            return Optional.ofNullable(why);
        }
    }

    /**
     * It was won.
     *
     * @param why what was said; absent where nothing was
     */
    record Won(StageId from, @Nullable String why) implements OpportunityEvent {
        public static final String CODE = "opportunity.won";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public Optional<String> reason() {
            return Optional.ofNullable(why);
        }
    }

    /**
     * It was lost.
     *
     * @param why what was said
     */
    record Lost(StageId from, String why) implements OpportunityEvent {
        public static final String CODE = "opportunity.lost";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public Optional<String> reason() {
            return Optional.of(why);
        }
    }

    /**
     * It was decided and is open again.
     *
     * @param closure how it had been closed
     * @param why what was said
     */
    record Reopened(StageId from, StageId to, Closure closure, String why) implements OpportunityEvent {
        public static final String CODE = "opportunity.reopened";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public Optional<String> reason() {
            return Optional.of(why);
        }
    }

    /** What is known about it changed. */
    record Edited() implements OpportunityEvent {
        public static final String CODE = "opportunity.edited";

        @Override
        public String code() {
            return CODE;
        }
    }

    /** It was said where its amount comes from, and which one it is. */
    record AmountSet() implements OpportunityEvent {
        public static final String CODE = "opportunity.amount-set";

        @Override
        public String code() {
            return CODE;
        }
    }

    /** Its lines were replaced, and are its amount. */
    record LinesSet() implements OpportunityEvent {
        public static final String CODE = "opportunity.lines-set";

        @Override
        public String code() {
            return CODE;
        }
    }

    /** It got another team or other splits. */
    record Staffed() implements OpportunityEvent {
        public static final String CODE = "opportunity.staffed";

        @Override
        public String code() {
            return CODE;
        }
    }

    /**
     * A question was answered, or answered anew.
     *
     * @param stage the stage that asks it
     * @param question its key
     */
    record Answered(StageId stage, String question) implements OpportunityEvent {
        public static final String CODE = "opportunity.answered";

        @Override
        public String code() {
            return CODE;
        }
    }

    /**
     * Its owner handed it over to a colleague.
     *
     * @param note what the colleague should know
     */
    record HandedOver(UserId from, UserId to, String note) implements OpportunityEvent {
        public static final String CODE = "opportunity.handed-over";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public Optional<String> reason() {
            return Optional.of(note);
        }
    }

    /** It got another owner. */
    record Assigned(UserId from, UserId to) implements OpportunityEvent {
        public static final String CODE = "opportunity.assigned";

        @Override
        public String code() {
            return CODE;
        }
    }

    /** Somebody set its probability by hand, or took that back. */
    record ProbabilityOverridden() implements OpportunityEvent {
        public static final String CODE = "opportunity.probability-overridden";

        @Override
        public String code() {
            return CODE;
        }
    }

    /** A model computed its probability, or gave none any more. */
    record Scored() implements OpportunityEvent {
        public static final String CODE = "opportunity.scored";

        @Override
        public String code() {
            return CODE;
        }
    }
}
