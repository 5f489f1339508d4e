package io.github.crmkit.track.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.kernel.CrmException;
import io.github.crmkit.storage.contract.Bench;
import io.github.crmkit.storage.contract.ContractCase;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every case of the contract can fail: each wrong answer is caught by the cases that are named for it. */
class BrokenAnswersTest {

    @TestFactory
    Stream<DynamicTest> a_wrong_answer_is_caught() {
        return Arrays.stream(WrongAnswer.values())
                .flatMap(wrong -> wrong.caughtBy().stream()
                        .map(name -> DynamicTest.dynamicTest(wrong + " by " + name, () -> isCaught(wrong, name))));
    }

    @Test
    void every_case_is_seen_to_fail() {
        List<String> cases =
                RollupContract.cases().stream().map(ContractCase::name).toList();
        assertThat(cases).doesNotHaveDuplicates();
        assertThat(Arrays.stream(WrongAnswer.values()).flatMap(wrong -> wrong.caughtBy().stream()))
                .containsAll(cases);
    }

    private static void isCaught(WrongAnswer wrong, String name) throws Exception {
        WrongStorage storage = new WrongStorage(wrong);
        try {
            RollupContract.named(name).check().on(Bench.over(storage, storage));
        } catch (AssertionError | CrmException | IllegalArgumentException caught) {
            return;
        }
        throw new AssertionError(wrong + " is not caught by " + name);
    }
}
