package io.github.crmkit.track;

import io.github.crmkit.opportunity.Opportunities;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.opportunity.OpportunityId;
import io.github.crmkit.opportunity.Standing;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.Repository;
import io.github.crmkit.storage.UnitOfWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the paths of many deals, one after another, without holding more than a batch of them. For roll-ups, which are handed
 * the deals that their caller sees.
 */
public final class DealPaths {

    private DealPaths() {}

    /**
     * Hands over the path of every deal, in the order of their ids.
     *
     * @param visible the deals that may be looked at. Unless that is all of them, only deals that are there now count: nobody
     *     can tell whether a removed one would be visible
     * @param known the moment whose knowledge counts, inclusive; absent for all that is known now
     */
    public static void each(
            UnitOfWork unit, Criteria<Opportunity> visible, @Nullable Instant known, Consumer<DealPath> consumer) {
        eachOf(unit, visible, Viewpoint.knownBy(known), consumer);
    }

    /** As the public one, of the rows that satisfy a filter. */
    static void eachOf(
            UnitOfWork unit, Criteria<Opportunity> visible, Criteria<Standing> rows, Consumer<DealPath> consumer) {
        Grouping paths = new Grouping(consumer);
        Repository<Standing, ?> standings = unit.repository(Standing.TYPE);
        if (visible instanceof Criteria.All) {
            standings.each(rows, Standing.inOrder(), paths::add);
        } else {
            eachBatch(
                    unit,
                    visible,
                    deals -> standings.each(Standing.DEAL.in(deals).and(rows), Standing.inOrder(), paths::add));
        }
        paths.flush();
    }

    private static void eachBatch(
            UnitOfWork unit, Criteria<Opportunity> visible, Consumer<List<OpportunityId>> consumer) {
        List<OpportunityId> batch = new ArrayList<>();
        unit.repository(Opportunities.TYPE).each(visible, Sort.byId(), deal -> {
            batch.add(deal.id());
            if (batch.size() == Repository.BATCH) {
                consumer.accept(List.copyOf(batch));
                batch.clear();
            }
        });
        if (!batch.isEmpty()) {
            consumer.accept(batch);
        }
    }

    /** Cuts a stream of rows where the deal changes. */
    private static final class Grouping {

        private final Consumer<DealPath> consumer;
        private final List<Standing> rows = new ArrayList<>();

        private Grouping(Consumer<DealPath> consumer) {
            this.consumer = consumer;
        }

        private void add(Standing row) {
            if (!rows.isEmpty() && !rows.get(0).deal().equals(row.deal())) {
                flush();
            }
            rows.add(row);
        }

        private void flush() {
            if (!rows.isEmpty()) {
                consumer.accept(new DealPath(rows.get(0).deal(), rows));
                rows.clear();
            }
        }
    }
}
