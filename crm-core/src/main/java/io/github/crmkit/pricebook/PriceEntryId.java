package io.github.crmkit.pricebook;

import io.github.crmkit.kernel.Id;
import java.util.UUID;

/** Identifies one entry of a price book. */
public record PriceEntryId(UUID value) implements Id {}
