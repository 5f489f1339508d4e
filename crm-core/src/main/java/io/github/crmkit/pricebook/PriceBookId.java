package io.github.crmkit.pricebook;

import io.github.crmkit.kernel.Id;
import java.util.UUID;

/** Identifies one price book. */
public record PriceBookId(UUID value) implements Id {}
