package io.github.crmkit.kernel;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a call or a check brings up, each as {@code path code}. */
public final class Refused {

    private Refused() {}

    public static List<String> by(ThrowingCallable call) {
        return told(catchThrowableOfType(RuleViolationsException.class, call).violations());
    }

    public static List<String> in(Violations problems) {
        return told(problems.list());
    }

    private static List<String> told(List<Violation> found) {
        return found.stream().map(one -> one.path() + " " + one.code()).toList();
    }
}
