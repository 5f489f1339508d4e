package io.github.crmkit.storage.contract.sample;

import io.github.crmkit.kernel.Id;
import java.util.UUID;

/** Identifies a link. */
public record LinkId(UUID value) implements Id {}
