package io.github.crmkit.opportunity;

import io.github.crmkit.kernel.Id;
import java.util.UUID;

/** The identity of one {@link Standing} of a deal. */
public record StandingId(UUID value) implements Id {}
