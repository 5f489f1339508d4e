package io.github.crmkit.insight;

import io.github.crmkit.opportunity.Opportunities;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.opportunity.OpportunityId;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.Rollup;
import io.github.crmkit.storage.UnitOfWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Asks what is amiss with some deals.
 *
 * @param deals at most {@value LastActivity#BATCH} that the caller sees
 */
record Inspection(List<Opportunity> deals, Hygiene hygiene, LastActivity activity)
        implements Rollup<Opportunity, List<Finding>> {

    @Override
    public EntityType<Opportunity, ?> subject() {
        return Opportunities.TYPE;
    }

    @Override
    public List<Finding> fold(UnitOfWork unit, Criteria<Opportunity> visible) {
        return findings(unit).stream().flatMap(List::stream).toList();
    }

    /** Of each deal, in their order. */
    private List<List<Finding>> findings(UnitOfWork unit) {
        Map<OpportunityId, Instant> last = deals.isEmpty()
                ? Map.of()
                : activity.of(unit, deals.stream().map(Opportunity::id).toList());
        return deals.stream()
                .map(deal -> hygiene.inspect(deal, last.get(deal.id())))
                .toList();
    }

    /** Asks how many findings there are, of the open deals that satisfy a filter. */
    record Count(Criteria<Opportunity> where, Hygiene hygiene, LastActivity activity)
            implements Rollup<Opportunity, Hygiene.Summary> {

        @Override
        public EntityType<Opportunity, ?> subject() {
            return Opportunities.TYPE;
        }

        @Override
        public Hygiene.Summary fold(UnitOfWork unit, Criteria<Opportunity> visible) {
            Hygiene.Tally tally = new Hygiene.Tally();
            List<Opportunity> batch = new ArrayList<>();
            unit.repository(Opportunities.TYPE)
                    .each(visible.and(Opportunities.open()).and(where), Sort.byId(), deal -> {
                        batch.add(deal);
                        if (batch.size() == LastActivity.BATCH) {
                            count(unit, batch, tally);
                        }
                    });
            count(unit, batch, tally);
            return tally.summary();
        }

        private void count(UnitOfWork unit, List<Opportunity> batch, Hygiene.Tally tally) {
            new Inspection(List.copyOf(batch), hygiene, activity).findings(unit).forEach(tally::add);
            batch.clear();
        }
    }
}
