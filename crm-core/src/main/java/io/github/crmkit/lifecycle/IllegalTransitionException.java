package io.github.crmkit.lifecycle;

import io.github.crmkit.kernel.CrmException;
import io.github.crmkit.kernel.Violation;
import java.util.List;
import java.util.stream.Collectors;

/** A move to a state that cannot be reached from the present one, or not now. Nothing was changed. */
public final class IllegalTransitionException extends CrmException {

    private static final long serialVersionUID = 1L;
    private final String lifecycle;
    private final String from;
    private final String to;
    private final transient List<Violation> reasons;

    /**
     * @param lifecycle what kind of state it is, for example {@code lead status}
     * @param from the present state
     * @param to the state asked for
     * @param reasons why not; at least one
     */
    public IllegalTransitionException(String lifecycle, String from, String to, List<Violation> reasons) {
        super(lifecycle + " cannot go from " + from + " to " + to + ": "
                + reasons.stream().map(Violation::toString).collect(Collectors.joining("; ")));
        this.lifecycle = lifecycle;
        this.from = from;
        this.to = to;
        this.reasons = List.copyOf(reasons);
    }

    /** What kind of state it is. */
    public String lifecycle() {
        return lifecycle;
    }

    /** The name of the present state. */
    public String from() {
        return from;
    }

    /** The name of the state asked for. */
    public String to() {
        return to;
    }

    /** Everything that stands in the way. */
    public List<Violation> reasons() {
        return reasons;
    }

    @Override
    public String code() {
        return "illegal-transition";
    }
}
