package io.github.crmkit.insight;

import io.github.crmkit.kernel.UserId;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.opportunity.OpportunityFields;
import io.github.crmkit.pipeline.PipelineId;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.time.DateRange;
import io.github.crmkit.track.Viewpoint;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which deals are looked at, from when, and how many of them it takes to be sure.
 *
 * @param where the deals, as they are stored now
 * @param opened only deals that came into being on these days, in the organisation's zone
 * @param from as of which moment, and with whose knowledge; absent for now
 * @param least how many cases it takes for a figure to be called sufficient, 1 or more
 */
public record Slice(
        Criteria<Opportunity> where,
        DateRange opened,
        @Nullable Viewpoint from,
        long least) {

    /** How many cases are sufficient unless said otherwise. */
    public static final long LEAST = 20;

    /** @throws IllegalArgumentException for a least below 1 */
    public Slice {
        Rate.requireLeast(least);
    }

    /** All deals, now. */
    public static Slice everything() {
        return new Slice(Criteria.all(), DateRange.always(), null, LEAST);
    }

    /** Of these deals only those that satisfy a filter, as they are stored now. */
    public Slice where(Criteria<Opportunity> filter) {
        return new Slice(where.and(filter), opened, from, least);
    }

    /** Of these deals only those of a pipeline. */
    public Slice in(PipelineId pipeline) {
        return where(OpportunityFields.PIPELINE.equalTo(pipeline));
    }

    /** Of these deals only those that belong to one of these users now. */
    public Slice ownedBy(Collection<UserId> owners) {
        return where(OpportunityFields.OWNER.in(owners));
    }

    /** Of these deals only those that came into being on these days. */
    public Slice openedOn(DateRange days) {
        return new Slice(where, days, from, least);
    }

    /** The same deals as they were seen from there. */
    public Slice seenFrom(Viewpoint viewpoint) {
        return new Slice(where, opened, viewpoint, least);
    }

    /** Figures from fewer cases than this are called insufficient. */
    public Slice atLeast(long cases) {
        return new Slice(where, opened, from, cases);
    }

    /** As of which moment, and with whose knowledge; absent for now. */
    public Optional<Viewpoint> viewpoint() {
        return Optional.ofNullable(from);
    }
}
