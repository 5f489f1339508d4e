package io.github.crmkit.insight;

import io.github.crmkit.time.DateRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;

/**
 * How long it takes from a deal's coming into being to its decision: calendar days in the organisation's zone. A deal that
 * was reopened counts to its last decision, from its first day.
 *
 * @param won the days of deals that were won
 * @param lost the days of deals that were lost
 * @param open how many are still to be decided: censored, in neither of the samples
 * @param unmeasured how many were decided, but came in that way or are said to have been decided before they came in
 */
public record CycleLength(Days won, Days lost, long open, long unmeasured) {

    /**
     * Of deals that may be any.
     *
     * @param decided counts only decisions on these days; {@link DateRange#always()} for all
     */
    public static CycleLength of(Collection<Journey> deals, DateRange decided, long least) {
        return Fold.over(deals, new Tally(decided, least));
    }

    /** Both populations together. */
    public CycleLength plus(CycleLength other) {
        return new CycleLength(
                won.plus(other.won), lost.plus(other.lost), open + other.open, unmeasured + other.unmeasured);
    }

    /** In words. */
    public String explain() {
        return "won: " + won.explain() + "; lost: " + lost.explain() + "; open: " + open + "; not measured: "
                + unmeasured;
    }

    /** Counts deals, one after another. */
    static final class Tally implements Fold<CycleLength> {

        private final DateRange decided;
        private final long least;
        private final List<Long> won = new ArrayList<>();
        private final List<Long> lost = new ArrayList<>();
        private long open;
        private long unmeasured;

        Tally(DateRange decided, long least) {
            this.decided = decided;
            this.least = least;
        }

        @Override
        public void add(Journey deal) {
            OptionalLong days = deal.cycleDays();
            if (deal.isOpen()) {
                open++;
            } else if (deal.decided().filter(decided::contains).isPresent()) {
                if (days.isPresent()) {
                    (deal.isWon() ? won : lost).add(days.getAsLong());
                } else {
                    unmeasured++;
                }
            }
        }

        @Override
        public CycleLength result() {
            return new CycleLength(Days.of(won, least), Days.of(lost, least), open, unmeasured);
        }
    }
}
