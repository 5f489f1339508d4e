package io.github.crmkit.track;

import io.github.crmkit.opportunity.Opportunities;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.opportunity.Standing;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.Rollup;
import io.github.crmkit.storage.UnitOfWork;

/**
 * Asks what the deals add up to as they are now, open and closed ones.
 *
 * @param where which of the deals
 */
public record PipelineNow(Criteria<Opportunity> where) implements Rollup<Opportunity, PipelineCube> {

    /** Of all deals. */
    public static PipelineNow all() {
        return new PipelineNow(Criteria.all());
    }

    @Override
    public EntityType<Opportunity, ?> subject() {
        return Opportunities.TYPE;
    }

    @Override
    public PipelineCube fold(UnitOfWork unit, Criteria<Opportunity> visible) {
        PipelineCube.Tally tally = new PipelineCube.Tally();
        unit.repository(Opportunities.TYPE)
                .each(where.and(visible), Sort.byId(), deal -> tally.add(Standing.State.of(deal)));
        return tally.cube();
    }
}
