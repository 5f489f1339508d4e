package io.github.crmkit.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.kernel.RuleViolationsException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Expects refusals by the places and codes of their violations. */
final class Refusals {

    private Refusals() {}

    static void assertRefused(ThrowingCallable call, String... pathsAndCodes) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RuleViolationsException.class,
                        refusal -> assertThat(refusal.violations())
                                .extracting(v -> v.path() + " " + v.code())
                                .containsExactly(pathsAndCodes));
    }
}
