package io.github.crmkit.storage.contract.broken;

import io.github.crmkit.storage.Storage;
import io.github.crmkit.storage.contract.StorageContractSuite;

/** Without a flaw the toy storage keeps the contract: what the flaws are caught for is theirs alone. */
class ToyStorageTest extends StorageContractSuite {

    private final Storage storage = new ToyStorage(null);

    @Override
    protected Storage storage() {
        return storage;
    }
}
