package io.github.crmkit.catalog;

import io.github.crmkit.kernel.Id;
import java.util.UUID;

/** Identifies one product. */
public record ProductId(UUID value) implements Id {}
