package io.github.crmkit.promotion;

import io.github.crmkit.kernel.Id;
import java.util.UUID;

/** Identifies a redemption. */
public record RedemptionId(UUID value) implements Id {}
