package io.github.crmkit.quote;

import static io.github.crmkit.access.TestOffice.SOMCHAI;
import static io.github.crmkit.access.TestOffice.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.Crm;
import io.github.crmkit.CrmSession;
import io.github.crmkit.kernel.Caller;
import io.github.crmkit.memory.MemoryStorage;
import io.github.crmkit.promotion.Promotion;
import io.github.crmkit.promotion.PromotionId;
import io.github.crmkit.promotion.PromotionService.NewPromotion;
import io.github.crmkit.promotion.Promotions;
import io.github.crmkit.storage.ForwardingRepository;
import io.github.crmkit.storage.Repository;
import io.github.crmkit.storage.Storage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Many quotes that share a coupon are accepted at once. */
class QuoteRaceTest {

    private static final int CALLERS = 16;

    @RepeatedTest(10)
    void as_many_quotes_are_accepted_as_the_coupon_has_uses_and_the_others_stay_as_they_were() throws Exception {
        CouponRace.run(session(new MemoryStorage()));
    }

    @RepeatedTest(10)
    void one_quote_that_many_accept_at_once_uses_its_coupon_once() throws Exception {
        CrmSession sales = session(new MemoryStorage());
        QuoteId quote = CouponRace.sent(sales, 1, NewPromotion.of("Summer").withCoupon())
                .get(0);
        List<QuoteId> same = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            same.add(quote);
        }

        assertThat(CouponRace.together(sales, same)).hasSize(CALLERS).containsOnly(true);
        assertThat(CouponRace.uses(sales)).isEqualTo(1);
    }

    /** The breach: a host's own repository of promotions that does not look at versions. */
    @Test
    void without_the_check_of_versions_more_would_be_accepted_than_there_are_uses() throws Exception {
        MemoryStorage kept = new MemoryStorage();
        List<QuoteId> quotes =
                CouponRace.sent(session(kept), 2, NewPromotion.of("Summer").maxUses(1L));
        CyclicBarrier bothHaveRead = new CyclicBarrier(2);
        Map<PromotionId, Promotion> written = new ConcurrentHashMap<>();
        Storage careless = kept.replacing(
                Promotions.TYPE, unit -> new Careless(unit.repository(Promotions.TYPE), bothHaveRead, written));

        assertThat(CouponRace.together(session(careless), quotes))
                .as("both had the last one")
                .containsExactly(true, true);
    }

    /** Lets two read before either writes, and writes nowhere that versions are looked at. */
    private record Careless(
            Repository<Promotion, PromotionId> base, CyclicBarrier bothHaveRead, Map<PromotionId, Promotion> written)
            implements Promotions, ForwardingRepository<Promotion, PromotionId> {

        @Override
        public List<Promotion> findAll(Collection<PromotionId> ids) {
            try {
                List<Promotion> found = base.findAll(ids);
                bothHaveRead.await(10, TimeUnit.SECONDS);
                return found;
            } catch (Exception alone) {
                throw new IllegalStateException(alone);
            }
        }

        @Override
        public void update(Promotion state) {
            written.put(state.id(), state);
        }

        @Override
        public void update(Promotion before, Promotion state) {
            update(state);
        }
    }

    private static CrmSession session(Storage storage) {
        return Crm.on(storage).as(Caller.of(TENANT, SOMCHAI));
    }
}
