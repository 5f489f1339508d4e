package io.github.crmkit.quote;

import io.github.crmkit.lifecycle.Lifecycle;

/** Where a quote stands. */
public enum QuoteStatus {
    /** Being written; the only status in which lines and prices change. */
    DRAFT,
    /** Waiting for somebody's consent. */
    IN_APPROVAL,
    /** May be sent. */
    APPROVED,
    /** In the customer's hands: nothing on it changes any more. */
    SENT,
    /** The customer took it. */
    ACCEPTED,
    /** The customer said no. */
    REJECTED,
    /** Nobody answered in time. */
    EXPIRED,
    /** A newer revision took its place. */
    SUPERSEDED,
    /** Withdrawn by the seller. */
    CANCELLED;

    /** What may follow what. */
    public static final Lifecycle<QuoteStatus> LIFECYCLE = Lifecycle.of(QuoteStatus.class)
            .start(DRAFT)
            .allow(DRAFT, IN_APPROVAL, SENT, CANCELLED)
            .allow(IN_APPROVAL, APPROVED, DRAFT, CANCELLED)
            .allow(APPROVED, SENT, DRAFT, CANCELLED)
            .allow(SENT, ACCEPTED, REJECTED, EXPIRED, SUPERSEDED, CANCELLED)
            .terminal(ACCEPTED, REJECTED, EXPIRED, SUPERSEDED, CANCELLED)
            .build();
}
