package io.github.crmkit.kernel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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

    /**
     * Notes {@code plain-text} unless the text is what {@link PlainText} asks for, on one line.
     *
     * @return the text without the spaces around it
     */
    public String plainText(String text, int max, String path) {
        requirePlain(text, max, path);
        return text.strip();
    }

    /** As {@link #plainText}; absent text is in order and stays absent. */
    public @Nullable String plainTextOrAbsent(@Nullable String text, int max, String path) {
        return text == null ? null : plainText(text, max, path);
    }

    /**
     * Notes {@code duplicate} at {@code [i].path} for every item whose text an earlier one has, spaces around it aside;
     * absent texts may repeat.
     */
    public <T> Violations distinct(List<T> items, String path, Function<? super T, ? extends @Nullable String> text) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            String one = text.apply(items.get(i));
            require(
                    one == null || seen.add(one.strip()),
                    "[" + i + "]." + path,
                    "duplicate",
                    "must not be given twice");
        }
        return this;
    }

    /** Runs what may refuse a value, and notes everything it is refused for under this path. */
    public Violations collect(String path, Runnable making) {
        try {
            making.run();
        } catch (RuleViolationsException refused) {
            refused.violations().forEach(v -> found.add(v.under(path)));
        }
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

    private void requirePlain(String text, int max, String path) {
        if (!PlainTextValidator.isPlain(text, max, false)) {
            add(path, "plain-text", "must be plain text of 1 to " + max + " characters");
        }
    }
}
