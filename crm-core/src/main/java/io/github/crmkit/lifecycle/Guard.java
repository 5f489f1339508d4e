package io.github.crmkit.lifecycle;

import io.github.crmkit.kernel.Violation;
import java.util.List;
import java.util.function.Predicate;

/**
 * A condition on a move that the table cannot express, with its reason: for example that somebody must say why. A guard
 * only looks; it changes nothing and asks no store.
 *
 * @param <T> what it looks at: the subject, or the subject together with what was asked for
 */
@FunctionalInterface
public interface Guard<T> {

    /** Everything that stands in the way; empty when the move may happen. */
    List<Violation> refuse(T subject);

    /** A guard that refuses with one reason unless the condition holds. */
    static <T> Guard<T> require(Predicate<? super T> condition, String path, String code, String message) {
        List<Violation> reason = List.of(new Violation(path, code, message));
        return subject -> condition.test(subject) ? List.of() : reason;
    }
}
