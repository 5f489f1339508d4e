package io.github.crmkit.catalog;

import io.github.crmkit.kernel.Id;
import java.util.UUID;

/** Identifies one category of products. */
public record CategoryId(UUID value) implements Id {}
