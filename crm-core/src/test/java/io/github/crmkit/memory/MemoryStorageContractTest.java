package io.github.crmkit.memory;

import io.github.crmkit.storage.Storage;
import io.github.crmkit.storage.contract.StorageContractSuite;

class MemoryStorageContractTest extends StorageContractSuite {

    private final Storage storage = new MemoryStorage();

    @Override
    protected Storage storage() {
        return storage;
    }
}
