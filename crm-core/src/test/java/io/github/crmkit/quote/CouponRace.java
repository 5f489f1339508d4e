package io.github.crmkit.quote;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.CrmSession;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.catalog.ProductService.NewProduct;
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
import io.github.crmkit.promotion.PromotionNotGrantedException;
import io.github.crmkit.promotion.PromotionService.NewCoupon;
import io.github.crmkit.promotion.PromotionService.NewPromotion;
import io.github.crmkit.promotion.RedemptionFields;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.StaleVersionException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Many quotes that share a coupon are accepted at once, on whatever store. */
public final class CouponRace {

    private static final int CALLERS = 16;
    private static final long LIMIT = 5;

    private CouponRace() {}

    /** Fails unless as many quotes are accepted as the coupon has uses, and the others stay as they were. */
    public static void run(CrmSession sales) throws Exception {
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

    static long uses(CrmSession sales) {
        return sales.redemptions()
                .find(RedemptionFields.COUNTS.equalTo(true), Sort.byId(), PageRequest.first(50))
                .items()
                .size();
    }

    /** So many quotes of as many deals in the customers' hands, which show one coupon and use this promotion. */
    static List<QuoteId> sent(CrmSession sales, int count, NewPromotion promotion) {
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

    /** Whether each was accepted. */
    static List<Boolean> together(CrmSession sales, List<QuoteId> quotes) throws Exception {
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
