package io.github.crmkit.lead;

import io.github.crmkit.lifecycle.Lifecycle;

/** How far a lead has come. Being converted is not a status but a fact on a qualified lead. */
public enum LeadStatus {
    /** Came in, nobody has taken it up. */
    NEW,
    /** Somebody is in touch. */
    WORKING,
    /** Not now, but kept warm. */
    NURTURING,
    /** Worth a deal, and the only status that can be converted. */
    QUALIFIED,
    /** Given up, for a reason. */
    UNQUALIFIED;

    /** What may follow what: nothing becomes new again, and what was given up has to be worked on before it qualifies. */
    public static final Lifecycle<LeadStatus> LIFECYCLE = Lifecycle.of(LeadStatus.class)
            .start(NEW)
            .allow(NEW, WORKING, NURTURING, QUALIFIED, UNQUALIFIED)
            .allow(WORKING, NURTURING, QUALIFIED, UNQUALIFIED)
            .allow(NURTURING, WORKING, QUALIFIED, UNQUALIFIED)
            .allow(QUALIFIED, WORKING, NURTURING, UNQUALIFIED)
            .allow(UNQUALIFIED, WORKING, NURTURING)
            .build();
}
