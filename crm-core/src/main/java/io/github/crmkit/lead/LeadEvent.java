package io.github.crmkit.lead;

import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.kernel.Event;
import io.github.crmkit.kernel.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to a lead. */
public sealed interface LeadEvent extends Event {

    /** It came in. */
    record Captured(LeadSource source) implements LeadEvent {
        public static final String CODE = "lead.captured";

        @Override
        public String code() {
            return CODE;
        }
    }

    /**
     * Its status changed.
     *
     * @param why what was said; null where nothing was
     */
    record Moved(LeadStatus from, LeadStatus to, @Nullable String why) implements LeadEvent {
        public static final String CODE = "lead.moved";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public Optional<String> reason() {
            return Optional.ofNullable(why);
        }
    }

    /** What is known about it changed. */
    record Edited() implements LeadEvent {
        public static final String CODE = "lead.edited";

        @Override
        public String code() {
            return CODE;
        }
    }

    /** Blanks were filled, and nothing else changed. */
    record Filled() implements LeadEvent {
        public static final String CODE = "lead.filled";

        @Override
        public String code() {
            return CODE;
        }
    }

    /** It got another owner. */
    record Assigned(UserId from, UserId to) implements LeadEvent {
        public static final String CODE = "lead.assigned";

        @Override
        public String code() {
            return CODE;
        }
    }

    /**
     * It was converted: the last thing that happens to a lead.
     *
     * @param at when
     * @param became what it became: account, contact, deal; at least one. History keeps them, in this order
     */
    record Converted(Instant at, List<EntityRef> became) implements LeadEvent {
        public static final String CODE = "lead.converted";

        public Converted {
            became = List.copyOf(became);
        }

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public List<EntityRef> related() {
            return became;
        }
    }
}
