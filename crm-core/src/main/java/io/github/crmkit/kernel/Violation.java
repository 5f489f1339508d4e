package io.github.crmkit.kernel;

/**
 * One thing that is wrong with an input or a state.
 *
 * @param path where, in dots and brackets, for example {@code lines[2].quantity}; empty for the whole
 * @param code the stable name of the rule that was broken, for example {@code not-blank}
 * @param message one sentence for people; it never quotes what was given
 */
public record Violation(String path, String code, String message) {

    /** The same violation, seen from one level further out. */
    public Violation under(String outer) {
        if (path.isEmpty()) {
            return new Violation(outer, code, message);
        }
        return new Violation(outer + (path.startsWith("[") ? "" : ".") + path, code, message);
    }

    @Override
    public String toString() {
        return (path.isEmpty() ? "" : path + ": ") + message + " (" + code + ")";
    }
}
