package io.github.crmkit.quote;

import static io.github.crmkit.access.TestOffice.SOMCHAI;
import static io.github.crmkit.access.TestOffice.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.Crm;
import io.github.crmkit.CrmSession;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.catalog.ProductService.NewProduct;
import io.github.crmkit.kernel.Caller;
import io.github.crmkit.memory.MemoryStorage;
import io.github.crmkit.money.Percent;
import io.github.crmkit.opportunity.NewOpportunity;
import io.github.crmkit.opportunity.OpportunityFields;
import io.github.crmkit.pipeline.Outcome;
import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.pricebook.PriceBookService.NewPriceBook;
import io.github.crmkit.pricebook.PriceEntryService.NewPrice;
import io.github.crmkit.pricerule.Effect;
import io.github.crmkit.pricerule.PriceRuleService.NewPriceRule;
import io.github.crmkit.pricerule.RuleSetService.NewRuleSet;
import io.github.crmkit.pricerule.Stacking;
import io.github.crmkit.promotion.Promotion;
import io.github.crmkit.promotion.PromotionId;
import io.github.crmkit.promotion.PromotionNotGrantedException;
import io.github.crmkit.promotion.PromotionService.NewCoupon;
import io.github.crmkit.promotion.PromotionService.NewPromotion;
import io.github.crmkit.promotion.Promotions;
import io.github.crmkit.promotion.RedemptionFields;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.ForwardingRepository;
import io.github.crmkit.storage.Repository;
import io.github.crmkit.storage.StaleVersionException;
import io.github.crmkit.storage.Storage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Many quotes that share a coupon are accepted at once. */
class QuoteRaceTest {

    private static final int CALLERS = 16;
    private static final long LIMIT = 5;

    @RepeatedTest(10)
    void as_many_quotes_are_accepted_as_the_coupon_has_uses_and_the_others_stay_as_they_were() throws Exception {
        CrmSession sales = session(new MemoryStorage());
        List<QuoteId> quotes = sent(sales, CALLERS, NewPromotion.of("Summer").withCoupon());

        assertThat(together(sales, quotes)).filteredOn(won -> won).hasSize((int) LIMIT);

        assertThat(uses(sales)).isEqualTo(LIMIT);
        assertThat(sales.promotions().coupon("shared").orElseThrow().used()).isEqualTo(LIMIT);
        assertThat(sales.promotions().named("Summer").orElseThrow().used()).isEqualTo(LIMIT);
        assertThat(quotes.stream().map(id -> sales.quotes().get(id).status()))
                .filteredOn(QuoteStatus.ACCEPTED::equals)
                .hasSize((int) LIMIT);
        assertThat(sales.opportunities()
                        .find(OpportunityFields.OUTCOME.equalTo(Outcome.WON), Sort.byId(), PageRequest.first(20)))
                .as("a deal is won exactly where its quote was accepted")
                .hasSize((int) LIMIT);
    }

    @RepeatedTest(10)
    void one_quote_that_many_accept_at_once_uses_its_coupon_once() throws Exception {
        CrmSession sales = session(new MemoryStorage());
        QuoteId quote = sent(sales, 1, NewPromotion.of("Summer").withCoupon()).get(0);
        List<QuoteId> same = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            same.add(quote);
        }

        assertThat(together(sales, same)).hasSize(CALLERS).containsOnly(true);
        assertThat(uses(sales)).isEqualTo(1);
    }

    /** The breach: a host's own repository of promotions that does not look at versions. */
    @Test
    void without_the_check_of_versions_more_would_be_accepted_than_there_are_uses() throws Exception {
        MemoryStorage kept = new MemoryStorage();
        List<QuoteId> quotes = sent(session(kept), 2, NewPromotion.of("Summer").maxUses(1L));
        CyclicBarrier bothHaveRead = new CyclicBarrier(2);
        Map<PromotionId, Promotion> written = new ConcurrentHashMap<>();
        Storage careless = kept.replacing(
                Promotions.TYPE, unit -> new Careless(unit.repository(Promotions.TYPE), bothHaveRead, written));

        assertThat(together(session(careless), quotes))
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

    private static long uses(CrmSession sales) {
        return sales.redemptions()
                .find(RedemptionFields.COUNTS.equalTo(true), Sort.byId(), PageRequest.first(50))
                .items()
                .size();
    }

    /** So many quotes of as many deals in the customers' hands, which show one coupon and use this promotion. */
    private static List<QuoteId> sent(CrmSession sales, int count, NewPromotion promotion) {
        sales.pipelines().installDefault();
        ProductId tile = sales.products().create(NewProduct.of("TILE", "Tile")).id();
        PriceBookId book = sales.priceBooks()
                .open(NewPriceBook.of("Book", CurrencyUnit.USD))
                .id();
        sales.prices().setPrice(book, NewPrice.of(tile, Money.parse("USD 10")));
        Promotion summer = sales.promotions().open(promotion);
        sales.promotions()
                .issueCoupons(summer.id(), List.of(NewCoupon.shared("shared").maxUses(LIMIT)));
        sales.priceRules()
                .add(
                        sales.ruleSets()
                                .open(NewRuleSet.of("Set", 1, Stacking.BEST))
                                .id(),
                        NewPriceRule.of("Tenth", new Effect.PercentOff(Percent.of(10)))
                                .promotion(summer.id()));
        List<QuoteId> quotes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            DraftQuote asked = DraftQuote.of(sales.opportunities()
                            .open(NewOpportunity.of("Deal " + i))
                            .id())
                    .from(book)
                    .line(tile, 1)
                    .coupons("shared");
            quotes.add(sales.quotes().send(sales.quotes().draft(asked).id()).id());
        }
        return quotes;
    }

    private static List<Boolean> together(CrmSession sales, List<QuoteId> quotes) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(quotes.size());
        try {
            CyclicBarrier start = new CyclicBarrier(quotes.size());
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (QuoteId quote : quotes) {
                tasks.add(() -> {
                    start.await();
                    return accepted(sales, quote);
                });
            }
            List<Boolean> won = new ArrayList<>();
            for (Future<Boolean> one : threads.invokeAll(tasks)) {
                won.add(one.get());
            }
            return won;
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean accepted(CrmSession sales, QuoteId quote) {
        while (true) {
            try {
                return sales.quotes().accept(quote).status() == QuoteStatus.ACCEPTED;
            } catch (StaleVersionException givenUp) {
                Thread.onSpinWait(); // asked again, as a host would
            } catch (PromotionNotGrantedException refused) {
                return false;
            }
        }
    }
}
