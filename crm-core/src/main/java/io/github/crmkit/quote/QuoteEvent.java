package io.github.crmkit.quote;

import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.kernel.Event;
import io.github.crmkit.opportunity.Opportunities;
import io.github.crmkit.opportunity.OpportunityId;
import java.util.List;
import java.util.Optional;

/** Everything that a quote announces. */
public sealed interface QuoteEvent extends Event {

    /** A quote was drafted for a deal. */
    record Drafted(OpportunityId opportunity) implements QuoteEvent {
        @Override
        public String code() {
            return "quote.drafted";
        }

        @Override
        public List<EntityRef> related() {
            return List.of(Opportunities.TYPE.refTo(opportunity));
        }
    }

    /** Its prices were calculated again. */
    record Repriced() implements QuoteEvent {
        @Override
        public String code() {
            return "quote.repriced";
        }
    }

    /** It went to the customer; its prices are frozen. */
    record Sent() implements QuoteEvent {
        @Override
        public String code() {
            return "quote.sent";
        }
    }

    /** The customer took it, which won the deal. */
    record Accepted(OpportunityId opportunity) implements QuoteEvent {
        @Override
        public String code() {
            return "quote.accepted";
        }

        @Override
        public List<EntityRef> related() {
            return List.of(Opportunities.TYPE.refTo(opportunity));
        }
    }

    /** The customer said no. */
    record Rejected(String why) implements QuoteEvent {
        @Override
        public String code() {
            return "quote.rejected";
        }

        @Override
        public Optional<String> reason() {
            return Optional.of(why);
        }
    }

    /** The seller withdrew it. */
    record Cancelled(String why) implements QuoteEvent {
        @Override
        public String code() {
            return "quote.cancelled";
        }

        @Override
        public Optional<String> reason() {
            return Optional.of(why);
        }
    }
}
