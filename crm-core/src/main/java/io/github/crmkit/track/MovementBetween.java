package io.github.crmkit.track;

import io.github.crmkit.kernel.Violations;
import io.github.crmkit.opportunity.Opportunities;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.storage.Rollup;
import io.github.crmkit.storage.UnitOfWork;
import io.github.crmkit.time.DateRange;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Asks what moved between two instants. Deals that are removed count only for a caller who sees all deals.
 *
 * @param from the state at this instant is the start
 * @param to the state at this instant is the end; changes after {@code from} up to and including this moved
 * @param known the moment whose knowledge counts, inclusive; absent for all that is known now
 * @param due only deals that were expected to be decided within these days; absent for all
 */
public record MovementBetween(
        Instant from,
        Instant to,
        @Nullable Instant known,
        @Nullable DateRange due) implements Rollup<Opportunity, Movement> {

    /** @throws io.github.crmkit.kernel.RuleViolationsException {@code movement-order} where it ends before it begins */
    public MovementBetween {
        new Violations()
                .require(!to.isBefore(from), "to", "movement-order", "must not be before the first instant")
                .throwIfAny("movement");
    }

    /** Of all open deals, as far as is known now. */
    public static MovementBetween of(Instant from, Instant to) {
        return new MovementBetween(from, to, null, null);
    }

    /** Of the deals that were expected to be decided within these days. */
    public MovementBetween due(@Nullable DateRange days) {
        return new MovementBetween(from, to, known, days);
    }

    /** As far as was known at this moment. */
    public MovementBetween asKnownAt(@Nullable Instant moment) {
        return new MovementBetween(from, to, moment, due);
    }

    @Override
    public EntityType<Opportunity, ?> subject() {
        return Opportunities.TYPE;
    }

    @Override
    public Movement fold(UnitOfWork unit, Criteria<Opportunity> visible) {
        MovementWalk walk = new MovementWalk(this);
        DealPaths.eachOf(unit, visible, new Viewpoint(to, known).rows(), walk::follow);
        return walk.movement();
    }
}
