package io.github.crmkit.track;

import io.github.crmkit.opportunity.Opportunities;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.storage.Rollup;
import io.github.crmkit.storage.UnitOfWork;

/**
 * Asks what the deals added up to from a viewpoint, open and closed ones, without those that had been removed by then. Deals
 * that were removed later count only for a caller who sees all deals.
 *
 * @param from as of when, and as known when
 */
public record PipelineThen(Viewpoint from) implements Rollup<Opportunity, PipelineCube> {

    @Override
    public EntityType<Opportunity, ?> subject() {
        return Opportunities.TYPE;
    }

    @Override
    public PipelineCube fold(UnitOfWork unit, Criteria<Opportunity> visible) {
        PipelineCube.Tally tally = new PipelineCube.Tally();
        DealPaths.eachOf(unit, visible, from.rows(), path -> path.stateAt(from).ifPresent(tally::add));
        return tally.cube();
    }
}
