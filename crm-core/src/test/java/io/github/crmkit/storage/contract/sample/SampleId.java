package io.github.crmkit.storage.contract.sample;

import io.github.crmkit.kernel.Id;
import java.util.UUID;

/** Identifies a sample. */
public record SampleId(UUID value) implements Id {}
