package io.github.crmkit.agreement;

import io.github.crmkit.kernel.Id;
import java.util.UUID;

/** Identifies one assignment of a price book. */
public record BookAssignmentId(UUID value) implements Id {}
