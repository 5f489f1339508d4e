package io.github.crmkit.examples.bench;

import io.github.crmkit.Crm;
import io.github.crmkit.CrmSession;
import io.github.crmkit.kernel.Caller;
import io.github.crmkit.kernel.IdGenerator;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.money.Percent;
import io.github.crmkit.opportunity.NewOpportunity;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.opportunity.OpportunityId;
import io.github.crmkit.pipeline.DefinePipeline;
import io.github.crmkit.pipeline.ForecastCategory;
import io.github.crmkit.pipeline.NewStage;
import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.pipeline.Stage;
import io.github.crmkit.pipeline.StageId;
import io.github.crmkit.storage.Storage;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.joda.money.Money;

/** A deal goes to the next open stage of its pipeline, through the door and by hand. */
final class MoveContest {

    private static final int DEALS = 1_000;

    private final InstantSource clock = InstantSource.system();
    private final TenantId tenant = new TenantId(UUID.randomUUID());
    private final UserId user = new UserId(UUID.randomUUID());
    private final CrmSession session;
    private final List<StageId> open;
    private final List<OpportunityId> deals;
    private int turn;

    MoveContest(Storage storage) {
        this.session = Crm.on(storage).as(Caller.of(tenant, user));
        Pipeline pipeline = session.pipelines()
                .define(DefinePipeline.named("Sales")
                        .stage(NewStage.open("Qualification", Percent.of(10), ForecastCategory.PIPELINE))
                        .stage(NewStage.open("Needs Analysis", Percent.of(25), ForecastCategory.PIPELINE))
                        .stage(NewStage.open("Proposal", Percent.of(50), ForecastCategory.BEST_CASE))
                        .stage(NewStage.open("Negotiation", Percent.of(75), ForecastCategory.COMMIT))
                        .stage(NewStage.won("Closed Won"))
                        .stage(NewStage.lost("Closed Lost"))
                        .asDefault());
        this.open =
                pipeline.stages().stream().filter(Stage::isOpen).map(Stage::id).toList();
        List<NewOpportunity> asked = new ArrayList<>();
        for (int i = 0; i < DEALS; i++) {
            asked.add(NewOpportunity.of("Deal " + i).amount(Money.parse("THB 1000.00")));
        }
        this.deals = session.opportunities().openAll(asked).stream()
                .map(Opportunity::id)
                .toList();
    }

    Contest against(DataSource source) {
        HandMoves hand = new HandMoves(tenant, user, IdGenerator.timeOrdered(clock));
        return Contest.of(
                "move a deal",
                50,
                () -> next((deal, to) -> Hand.inTransaction(source, c -> hand.move(c, deal, to, clock.instant()))),
                this::byLibrary);
    }

    /** Median microseconds of a move in a store that nothing is compared with. */
    double alone(int rounds) {
        long[] times = IntStream.range(0, rounds)
                .mapToLong(round -> {
                    long begun = System.nanoTime();
                    byLibrary();
                    return System.nanoTime() - begun;
                })
                .sorted()
                .toArray();
        return times[times.length / 2] / 1_000.0;
    }

    private void byLibrary() {
        next((deal, to) -> session.opportunities().move(deal, to));
    }

    private interface Way {
        Object move(OpportunityId deal, StageId to);
    }

    /** Each deal in its turn goes from stage to stage in their order, so that no move is asked for twice. */
    private void next(Way way) {
        OpportunityId deal = deals.get(turn % DEALS);
        way.move(deal, open.get((1 + turn / DEALS) % open.size()));
        turn++;
    }
}
