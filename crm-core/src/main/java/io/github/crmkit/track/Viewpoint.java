package io.github.crmkit.track;

import io.github.crmkit.opportunity.Standing;
import io.github.crmkit.query.Criteria;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From where history is looked at: as of which moment, and with whose knowledge. A change that was written down later than it
 * happened is seen by {@link #asOf} and not by {@link #knownAt}.
 *
 * @param effective the moment that is asked about, inclusive: what happened in it has happened
 * @param known the moment whose knowledge counts, inclusive; absent for all that is known now
 */
public record Viewpoint(Instant effective, @Nullable Instant known) {

    /** How it stood at this moment, as far as is known now. */
    public static Viewpoint asOf(Instant moment) {
        return new Viewpoint(moment, null);
    }

    /** What was believed at this moment: how it stood then, as far as was known then. */
    public static Viewpoint knownAt(Instant moment) {
        return new Viewpoint(moment, moment);
    }

    /** The same moment, as far as was known at another one. */
    public Viewpoint asKnownAt(Instant moment) {
        return new Viewpoint(effective, moment);
    }

    /** The moment whose knowledge counts; absent for all that is known now. */
    public Optional<Instant> knowledge() {
        return Optional.ofNullable(known);
    }

    /** Whether a row counts from here. */
    boolean sees(Standing row) {
        return !row.effective().isAfter(effective)
                && (known == null || !row.recorded().isAfter(known));
    }

    /** Selects the rows that count from here. */
    Criteria<Standing> rows() {
        return Standing.EFFECTIVE.lessThanEqual(effective).and(knownBy(known));
    }

    /** Selects the rows that were recorded by then. */
    static Criteria<Standing> knownBy(@Nullable Instant moment) {
        return moment == null ? Criteria.all() : Standing.RECORDED.lessThanEqual(moment);
    }
}
