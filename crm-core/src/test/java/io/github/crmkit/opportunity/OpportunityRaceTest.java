package io.github.crmkit.opportunity;

import static io.github.crmkit.access.TestOffice.MALEE;
import static io.github.crmkit.access.TestOffice.SOMCHAI;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.access.TestOffice;
import io.github.crmkit.kernel.CrmException;
import io.github.crmkit.lifecycle.IllegalTransitionException;
import io.github.crmkit.pipeline.Outcome;
import io.github.crmkit.pipeline.SilentPipeline;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.storage.StaleVersionException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class OpportunityRaceTest {

    private static final int ROUNDS = 10_000;

    private final TestOffice office = TestOffice.open();
    private final OpportunityService one = new OpportunityService(office.deskOf(SOMCHAI), SampleOpportunity.TERMS);
    private final OpportunityService other = new OpportunityService(office.deskOf(MALEE), SampleOpportunity.TERMS);

    @Test
    void of_two_who_close_the_same_deal_differently_exactly_one_does() throws Exception {
        SilentPipeline.install(office.deskOf(SOMCHAI));
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            int won = 0;
            for (int round = 0; round < ROUNDS; round++) {
                OpportunityId id = one.open(NewOpportunity.of("Deal " + round)).id();
                CyclicBarrier start = new CyclicBarrier(2);
                List<Outcome> outcomes = new ArrayList<>();
                for (Future<Outcome> done : pool.invokeAll(
                        List.of(closing(start, () -> one.win(id)), closing(start, () -> other.lose(id, "too dear"))))) {
                    outcomes.add(done.get());
                }

                assertThat(outcomes).filteredOn(o -> o != Outcome.OPEN).hasSize(1);
                Outcome stored = one.get(id).outcome();
                won += stored == Outcome.WON ? 1 : 0;
                assertThat(outcomes).contains(stored);
                assertThat(one.history(id))
                        .extracting(HistoryEntry::code)
                        .containsExactly(
                                "opportunity.opened", stored == Outcome.WON ? "opportunity.won" : "opportunity.lost");
            }
            // both came first now and then, or nothing was raced
            assertThat(won).isBetween(1, ROUNDS - 1);
        } finally {
            pool.shutdownNow();
        }
    }

    /** How the deal ended by this call; open where somebody else was faster. */
    private static Callable<Outcome> closing(CyclicBarrier start, Callable<Opportunity> close) {
        return () -> {
            start.await();
            try {
                return close.call().outcome();
            } catch (StaleVersionException | IllegalTransitionException faster) {
                return Outcome.OPEN;
            } catch (CrmException unexpected) {
                throw new AssertionError(unexpected);
            }
        };
    }
}
