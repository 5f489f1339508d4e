package io.github.crmkit.track.contract;

import io.github.crmkit.storage.Storage;
import io.github.crmkit.storage.contract.Bench;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the contract of the roll-ups on one adapter. Extend it, name the class {@code …Test}, and say where the storage is. */
public abstract class RollupContractSuite {

    /** The storage under test, with all types of the library; asked for once per case, and may be the same one each time. */
    protected abstract Storage storage();

    @TestFactory
    Stream<DynamicTest> the_contract_of_the_rollups() {
        return RollupContract.cases().stream()
                .map(each ->
                        DynamicTest.dynamicTest(each.name(), () -> each.check().on(Bench.over(storage(), storage()))));
    }
}
