package io.github.crmkit.kernel;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that an input is refused once with everything instead of many times with one thing. */
public final class Violations {

    private final List<Violation> found = new ArrayList<>();

    /** Notes one violation. */
    public Violations add(String path, String code, String message) {
        found.add(new Violation(path, code, message));
        return this;
    }

    /** Notes the violation when the condition does not hold. */
    public Violations require(boolean holds, String path, String code, String message) {
        return holds ? this : add(path, code, message);
    }

    /** Takes over what was found elsewhere. */
    public Violations addAll(List<Violation> others) {
        found.addAll(others);
        return this;
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** What was found so far, in order. */
    public List<Violation> list() {
        return List.copyOf(found);
    }

    /**
     * Refuses when anything was found.
     *
     * @param subject what is refused, for example {@code new lead}
     * @throws RuleViolationsException with everything that was found
     */
    public void throwIfAny(String subject) {
        if (!found.isEmpty()) {
            throw new RuleViolationsException(subject, found);
        }
    }
}
