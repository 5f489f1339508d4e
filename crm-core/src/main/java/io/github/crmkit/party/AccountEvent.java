package io.github.crmkit.party;

import io.github.crmkit.kernel.Event;
import io.github.crmkit.kernel.UserId;

/** Everything that can happen to an account. */
public sealed interface AccountEvent extends Event {

    /** It was made. */
    record Created() implements AccountEvent {
        public static final String CODE = "account.created";

        @Override
        public String code() {
            return CODE;
        }
    }

    /** What is known about it changed. */
    record Edited() implements AccountEvent {
        public static final String CODE = "account.edited";

        @Override
        public String code() {
            return CODE;
        }
    }

    /** Blanks were filled, and nothing else changed. */
    record Filled() implements AccountEvent {
        public static final String CODE = "account.filled";

        @Override
        public String code() {
            return CODE;
        }
    }

    /** It got another owner. */
    record Assigned(UserId from, UserId to) implements AccountEvent {
        public static final String CODE = "account.assigned";

        @Override
        public String code() {
            return CODE;
        }
    }

    /** Prices, or a price book, were agreed on with it. */
    record Priced() implements AccountEvent {
        public static final String CODE = "account.priced";

        @Override
        public String code() {
            return CODE;
        }
    }
}
