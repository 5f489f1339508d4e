package io.github.crmkit.deal;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.Violation;
import io.github.crmkit.kernel.Violations;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a call or a check brings up, each as {@code path code}. */
final class Refused {

    private Refused() {}

    static List<String> by(ThrowingCallable call) {
        return told(catchThrowableOfType(RuleViolationsException.class, call).violations());
    }

    static List<String> in(Violations problems) {
        return told(problems.list());
    }

    private static List<String> told(List<Violation> found) {
        return found.stream().map(one -> one.path() + " " + one.code()).toList();
    }
}
