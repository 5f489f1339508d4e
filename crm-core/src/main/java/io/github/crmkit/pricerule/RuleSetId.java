package io.github.crmkit.pricerule;

import io.github.crmkit.kernel.Id;
import java.util.UUID;

/** Identifies a set of price rules. */
public record RuleSetId(UUID value) implements Id {}
