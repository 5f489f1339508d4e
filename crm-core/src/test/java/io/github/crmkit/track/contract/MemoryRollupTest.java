package io.github.crmkit.track.contract;

import io.github.crmkit.memory.MemoryStorage;
import io.github.crmkit.storage.Storage;

/** In memory every answer is the fold itself. */
final class MemoryRollupTest extends RollupContractSuite {

    private final MemoryStorage storage = new MemoryStorage();

    @Override
    protected Storage storage() {
        return storage;
    }
}
