package io.github.crmkit.storage;

import io.github.crmkit.kernel.Id;
import java.util.UUID;

/** Identifies one entry of the history. */
public record HistoryId(UUID value) implements Id {}
