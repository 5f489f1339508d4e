package io.github.crmkit.storage.contract.broken;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.kernel.CrmException;
import io.github.crmkit.storage.contract.ContractCase;
import io.github.crmkit.storage.contract.StorageContract;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every case of the contract can fail: each flaw is caught by the cases that are named for it. */
class FlawTest {

    @TestFactory
    Stream<DynamicNode> a_flaw_is_caught() {
        return Arrays.stream(Flaw.values())
                .flatMap(flaw -> flaw.caughtBy().stream()
                        .map(name -> DynamicTest.dynamicTest(flaw + " by " + name, () -> isCaught(flaw, name))));
    }

    @Test
    void every_case_is_seen_to_fail() {
        Set<String> cases =
                StorageContract.cases().stream().map(ContractCase::name).collect(Collectors.toCollection(TreeSet::new));
        Set<String> caught = Arrays.stream(Flaw.values())
                .flatMap(flaw -> flaw.caughtBy().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(caught).isEqualTo(cases);
    }

    @Test
    void no_two_cases_have_the_same_name() {
        assertThat(StorageContract.cases().stream().map(ContractCase::name)).doesNotHaveDuplicates();
    }

    private static void isCaught(Flaw flaw, String name) throws Exception {
        ToyStorage flawed = new ToyStorage(flaw);
        try {
            StorageContract.check(StorageContract.named(name), flawed, flawed);
        } catch (AssertionError | CrmException | IllegalArgumentException | IllegalStateException caught) {
            // anything else would be the toy falling over, which proves nothing
            return;
        }
        throw new AssertionError(flaw + " is not caught by " + name);
    }
}
