package io.github.crmkit.kernel;

import java.util.List;
import java.util.stream.Collectors;

/** An input or a state breaks rules; all of them are listed, and nothing was written. */
public final class RuleViolationsException extends CrmException {

    private static final long serialVersionUID = 1L;
    private final transient List<Violation> violations;

    /**
     * @param subject what is refused, for example {@code new lead}
     * @param violations at least one
     */
    public RuleViolationsException(String subject, List<Violation> violations) {
        super(subject + " refused: "
                + violations.stream().map(Violation::toString).collect(Collectors.joining("; ")));
        this.violations = List.copyOf(violations);
    }

    /** Everything that is wrong, in the order it was found. */
    public List<Violation> violations() {
        return violations;
    }

    @Override
    public String code() {
        return "rule-violations";
    }
}
