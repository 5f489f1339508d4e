package io.github.crmkit.agreement;

import io.github.crmkit.kernel.Event;

/** Everything that can be announced of contracted prices. */
public sealed interface ContractPriceEvent extends Event {

    /** A price was agreed on. */
    record Agreed() implements ContractPriceEvent {
        @Override
        public String code() {
            return "contract-price.agreed";
        }
    }

    /** It got another price, end or reference; the history says which. */
    record Changed() implements ContractPriceEvent {
        @Override
        public String code() {
            return "contract-price.changed";
        }
    }

    /** It no longer applies. */
    record Withdrawn() implements ContractPriceEvent {
        @Override
        public String code() {
            return "contract-price.withdrawn";
        }
    }

    /** It applies again. */
    record Reinstated() implements ContractPriceEvent {
        @Override
        public String code() {
            return "contract-price.reinstated";
        }
    }
}
