package io.github.crmkit.query;

import io.github.crmkit.kernel.CrmException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A text is no filter over the fields that are allowed: what is wrong with it, and where. */
public final class InvalidCriteriaException extends CrmException {

    private static final long serialVersionUID = 1L;
    private final transient List<Problem> problems;

    /** What can be wrong with a part of the text. */
    public enum Reason {
        SYNTAX("something else is expected here"),
        UNCLOSED_TEXT("the text that begins here has no end"),
        UNKNOWN_FIELD("there is no such field"),
        WRONG_OPERATOR("the field is not compared like this"),
        WRONG_VALUE("the field has no such value"),
        MIXED("and and or must not be mixed without parentheses");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** The stable code, for example {@code unknown-field}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The reason in words. */
        public String words() {
            return words;
        }
    }

    /**
     * One thing that is wrong.
     *
     * @param position where it begins: the number of UTF-16 units before it
     */
    public record Problem(int position, Reason reason) {

        /** Position and reason, for example {@code at 12: there is no such field}. */
        @Override
        public String toString() {
            return "at " + position + ": " + reason.words();
        }
    }

    /** @param problems at least one, in the order of their positions */
    public InvalidCriteriaException(List<Problem> problems) {
        super("not a filter: " + problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    /** Everything that is wrong, up to the first place where the text cannot be followed any further. */
    public List<Problem> problems() {
        return problems;
    }

    @Override
    public String code() {
        return "invalid-criteria";
    }
}
