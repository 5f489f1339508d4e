package io.github.crmkit.money;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.Violation;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Expects refusals by the codes of their violations. */
final class Refusals {

    private Refusals() {}

    static void assertRefused(String code, ThrowingCallable call) {
        assertRefusedWith(call, code);
    }

    static void assertRefusedWith(ThrowingCallable call, String... codes) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RuleViolationsException.class,
                        refusal -> Assertions.assertThat(refusal.violations())
                                .extracting(Violation::code)
                                .containsExactly(codes));
    }
}
