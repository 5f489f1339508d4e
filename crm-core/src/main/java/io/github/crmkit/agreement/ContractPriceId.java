package io.github.crmkit.agreement;

import io.github.crmkit.kernel.Id;
import java.util.UUID;

/** Identifies one contracted price. */
public record ContractPriceId(UUID value) implements Id {}
