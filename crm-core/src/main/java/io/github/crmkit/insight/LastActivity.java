package io.github.crmkit.insight;

import io.github.crmkit.opportunity.Opportunities;
import io.github.crmkit.opportunity.OpportunityEvent;
import io.github.crmkit.opportunity.OpportunityId;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.storage.HistoryId;
import io.github.crmkit.storage.UnitOfWork;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * When somebody last did something about a deal. A feature that keeps calls, mails and meetings tells of these; until then
 * {@link #changes} tells of what was changed about the deal itself.
 */
@FunctionalInterface
public interface LastActivity {

    /** How many deals are asked about at once, at most. */
    int BATCH = 500;

    /**
     * The last real activity of each of these deals, in microseconds; nothing for a deal without any.
     *
     * @param unit the open unit of work
     * @param deals at most {@value #BATCH} that the caller sees
     */
    Map<OpportunityId, Instant> of(UnitOfWork unit, Collection<OpportunityId> deals);

    /** The last change that a person made: whatever history tells of a deal, except what a model computed. */
    static LastActivity changes() {
        return LastActivity::lastChanges;
    }

    /** The later of what both tell. */
    default LastActivity or(LastActivity other) {
        return (unit, deals) -> {
            Map<OpportunityId, Instant> last = new HashMap<>(of(unit, deals));
            other.of(unit, deals).forEach((deal, at) -> last.merge(deal, at, LastActivity::later));
            return last;
        };
    }

    private static Map<OpportunityId, Instant> lastChanges(UnitOfWork unit, Collection<OpportunityId> deals) {
        List<HistoryId> subjects =
                deals.stream().map(deal -> new HistoryId(deal.value())).toList();
        Criteria<HistoryEntry> byPeople = HistoryEntry.SUBJECT_TYPE
                .equalTo(Opportunities.TYPE.name())
                .and(HistoryEntry.SUBJECT_ID.in(subjects))
                .and(HistoryEntry.CODE.notEqualTo(OpportunityEvent.Scored.CODE));
        Map<OpportunityId, Instant> last = new HashMap<>();
        unit.repository(HistoryEntry.TYPE)
                .each(
                        byPeople,
                        Sort.byId(),
                        entry -> last.merge(new OpportunityId(entry.subject().id()), entry.at(), LastActivity::later));
        return last;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
