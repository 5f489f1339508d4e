package io.github.crmkit.promotion;

import io.github.crmkit.kernel.Id;
import java.util.UUID;

/** Identifies a promotion. */
public record PromotionId(UUID value) implements Id {}
