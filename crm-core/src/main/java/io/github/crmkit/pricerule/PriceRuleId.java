package io.github.crmkit.pricerule;

import io.github.crmkit.kernel.Id;
import java.util.UUID;

/** Identifies a price rule. */
public record PriceRuleId(UUID value) implements Id {}
