package io.github.crmkit.track;

import io.github.crmkit.opportunity.OpportunityId;
import io.github.crmkit.opportunity.Standing;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one deal went through: its rows by effective time, then as they were recorded. Each holds until the next one; of two
 * that are effective at the same moment the later recorded one holds. A row that was recorded late stands where it was
 * effective, and holds until the next one as well.
 *
 * @param deal which deal; it may have been removed since
 * @param rows at least one, by effective time, recorded time, version and id
 */
public record DealPath(OpportunityId deal, List<Standing> rows) {

    private static final Comparator<Standing> ORDER = Comparator.comparing(Standing::effective)
            .thenComparing(Standing::recorded)
            .thenComparing(Standing::version)
            .thenComparing(row -> row.id().value(), Standing.TYPE.id().type()::compare);

    /** @throws IllegalArgumentException for no rows, rows of another deal, or rows out of order */
    public DealPath {
        rows = List.copyOf(rows);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("a path has at least one row");
        }
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).deal().equals(deal)) {
                throw new IllegalArgumentException("a path is of one deal");
            }
            if (i > 0 && ORDER.compare(rows.get(i - 1), rows.get(i)) >= 0) {
                throw new IllegalArgumentException("a path is in order");
            }
        }
    }

    /** The path that these rows of one deal make, given in any order. */
    public static DealPath of(Collection<Standing> rows) {
        List<Standing> sorted = rows.stream().sorted(ORDER).toList();
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("a path has at least one row");
        }
        return new DealPath(sorted.get(0).deal(), sorted);
    }

    /** How the deal stands at last. */
    public Standing last() {
        return rows.get(rows.size() - 1);
    }

    /** The row that holds from this viewpoint, a removal included; absent before the first one. */
    public Optional<Standing> at(Viewpoint viewpoint) {
        Standing holds = null;
        for (Standing row : rows) {
            holds = viewpoint.sees(row) ? row : holds;
        }
        return Optional.ofNullable(holds);
    }

    /** How the deal stood from this viewpoint; absent before it came into being and after it was removed. */
    public Optional<Standing.State> stateAt(Viewpoint viewpoint) {
        return at(viewpoint).filter(row -> !row.removed()).map(Standing::state);
    }

    /** The path as it was known at a moment, inclusive; absent where nothing was known of the deal. */
    public Optional<DealPath> knownAt(@Nullable Instant moment) {
        if (moment == null) {
            return Optional.of(this);
        }
        List<Standing> known =
                rows.stream().filter(row -> !row.recorded().isAfter(moment)).toList();
        return known.isEmpty() ? Optional.empty() : Optional.of(new DealPath(deal, known));
    }
}
