package io.github.crmkit.storage.contract.sample;

import io.github.crmkit.kernel.Id;
import java.util.UUID;

/** Identifies a sheet. */
public record SheetId(UUID value) implements Id {}
