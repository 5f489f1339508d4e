package io.github.crmkit.insight;

import io.github.crmkit.opportunity.Closure;
import io.github.crmkit.opportunity.Opportunities;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.opportunity.OpportunityId;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.Rollup;
import io.github.crmkit.storage.UnitOfWork;
import io.github.crmkit.time.OrganisationZone;
import io.github.crmkit.track.DealPaths;
import io.github.crmkit.track.Viewpoint;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks what the journeys of a slice add up to.
 *
 * @param from the viewpoint of the slice, or now
 * @param fold a fresh one for each answer
 */
record Journeys<R>(Slice slice, Viewpoint from, OrganisationZone zone, Supplier<Fold<R>> fold)
        implements Rollup<Opportunity, R> {

    /** The day that was said for a decision that was written down on another one. */
    private record Said(Instant entered, LocalDate on) {}

    @Override
    public EntityType<Opportunity, ?> subject() {
        return Opportunities.TYPE;
    }

    @Override
    public R fold(UnitOfWork unit, Criteria<Opportunity> visible) {
        Criteria<Opportunity> deals = visible.and(slice.where());
        Map<OpportunityId, Said> said = said(unit, deals);
        Fold<R> sum = fold.get();
        DealPaths.each(
                unit,
                deals,
                from.known(),
                path -> Journey.of(path.rows(), from.effective(), zone)
                        .filter(journey -> slice.opened().contains(journey.openedOn()))
                        .map(journey -> decidedAsSaid(journey, said.get(path.deal())))
                        .ifPresent(sum::add));
        return sum.result();
    }

    /** History has the moment a decision was written down; the deal itself knows the day, which may be an earlier one. */
    private Map<OpportunityId, Said> said(UnitOfWork unit, Criteria<Opportunity> deals) {
        Map<OpportunityId, Said> said = new HashMap<>();
        Criteria<Opportunity> closed = deals.and(Opportunities.open().not());
        unit.repository(Opportunities.TYPE).each(closed, Sort.byId(), deal -> {
            Closure closure = deal.closure();
            Instant entered = deal.position().enteredAt();
            if (closure != null && !closure.on().equals(zone.dateOf(entered))) {
                said.put(deal.id(), new Said(entered, closure.on()));
            }
        });
        return said;
    }

    private static Journey decidedAsSaid(Journey journey, @Nullable Said said) {
        if (said == null || journey.isOpen()) {
            return journey;
        }
        boolean same = said.entered().equals(journey.present().entered());
        return same ? journey.decidedOn(said.on()) : journey;
    }

    /** The one journey that there is. */
    static final class One implements Fold<Optional<Journey>> {

        private @Nullable Journey journey;

        @Override
        public void add(Journey deal) {
            journey = deal;
        }

        @Override
        public Optional<Journey> result() {
            return Optional.ofNullable(journey);
        }
    }
}
