package io.github.crmkit.storage.contract;

import io.github.crmkit.storage.Storage;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the whole contract on one adapter. Extend it, name the class {@code …Test}, and say where the storage is. */
public abstract class StorageContractSuite {

    /**
     * The storage under test; asked for once per case, and may be the same one each time. It owns its transactions, knows
     * the types of the package {@code sample} and the history, and can run 9 units at once.
     */
    protected abstract Storage storage();

    /** A second handle on the same data, for example over another pool of connections. */
    protected Storage other() {
        return storage();
    }

    @TestFactory
    Stream<DynamicNode> the_storage_contract() {
        return StorageContract.themes().stream()
                .map(theme -> DynamicContainer.dynamicContainer(
                        theme.name(), theme.cases().stream().map(this::test)));
    }

    private DynamicNode test(ContractCase contractCase) {
        return DynamicTest.dynamicTest(
                contractCase.name(), () -> StorageContract.check(contractCase, storage(), other()));
    }
}
