package io.github.crmkit.pipeline;

import io.github.crmkit.lifecycle.Lifecycle;

/** How it stands with a deal: its own value, never inferred from a probability. */
public enum Outcome {
    OPEN,
    WON,
    LOST;

    /**
     * What may follow what. Old deals may come in already decided; from won to lost, or back, leads only the way through
     * open.
     */
    public static final Lifecycle<Outcome> LIFECYCLE = Lifecycle.of(Outcome.class)
            .start(OPEN, WON, LOST)
            .allow(OPEN, WON, LOST)
            .allow(WON, OPEN)
            .allow(LOST, OPEN)
            .build();

    /** Whether it is decided, either way. */
    public boolean isClosed() {
        return this != OPEN;
    }
}
