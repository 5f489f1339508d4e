package io.github.crmkit.quote;

import static io.github.crmkit.quote.QuoteShop.TODAY;
import static io.github.crmkit.quote.QuoteShop.VAT;
import static io.github.crmkit.quote.QuoteShop.thb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.access.AccessDeniedException;
import io.github.crmkit.access.AccessPolicy;
import io.github.crmkit.access.Action;
import io.github.crmkit.kernel.Caller;
import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.money.Percent;
import io.github.crmkit.opportunity.NewOpportunity;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.party.AccountService.NewAccount;
import io.github.crmkit.price.PriceRequest;
import io.github.crmkit.pricerule.Effect;
import io.github.crmkit.pricerule.PriceRuleService.NewPriceRule;
import io.github.crmkit.pricerule.RuleSet;
import io.github.crmkit.pricerule.RuleSetService.NewRuleSet;
import io.github.crmkit.pricerule.Stacking;
import io.github.crmkit.pricerule.Target;
import io.github.crmkit.promotion.Promotion;
import io.github.crmkit.promotion.PromotionId;
import io.github.crmkit.promotion.PromotionNotGrantedException;
import io.github.crmkit.promotion.PromotionService.NewCoupon;
import io.github.crmkit.promotion.PromotionService.NewPromotion;
import io.github.crmkit.promotion.PromotionStanding;
import io.github.crmkit.promotion.Promotions;
import io.github.crmkit.promotion.Redemption;
import io.github.crmkit.promotion.RedemptionFields;
import io.github.crmkit.promotion.RedemptionService.Redeem;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.time.DateRange;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Coupons and promotions of quotes: what prices use them, and when they are used up. */
class QuotePromotionTest {

    private final QuoteShop shop = new QuoteShop();
    private final QuoteService quotes = shop.sales.quotes();
    private RuleSet campaign;
    private PromotionId summer;

    @BeforeEach
    void open() {
        campaign = shop.sales.ruleSets().open(NewRuleSet.of("Campaign", 1, Stacking.ADDITIVE));
        summer = promotion(NewPromotion.of("Summer").withCoupon().maxUses(2L), "10");
        shop.sales.promotions().issueCoupons(summer, List.of(NewCoupon.shared("SUMMER"), NewCoupon.once("ONCE")));
    }

    /** A promotion by which a tile costs so many percent less. */
    private PromotionId promotion(NewPromotion asked, String percentOff) {
        Promotion opened = shop.sales.promotions().open(asked);
        Effect effect = new Effect.PercentOff(Percent.of(percentOff));
        shop.sales
                .priceRules()
                .add(
                        campaign.id(),
                        NewPriceRule.of(asked.name(), effect)
                                .on(new Target.OneProduct(shop.tile))
                                .promotion(opened.id()));
        return opened.id();
    }

    private DraftQuote asked(String... codes) {
        return DraftQuote.of(shop.sales
                        .opportunities()
                        .open(NewOpportunity.of("A deal"))
                        .id())
                .from(shop.wholesale.id())
                .line(shop.tile, 1)
                .coupons(codes);
    }

    private Quote sent(DraftQuote asked) {
        return quotes.send(quotes.draft(asked).id());
    }

    private List<Redemption> redemptions() {
        return List.copyOf(shop.sales
                .redemptions()
                .find(RedemptionFields.COUNTS.equalTo(true), Sort.byId(), PageRequest.first(20))
                .items());
    }

    private List<Object> everything() {
        List<Object> all = new ArrayList<>(shop.dump());
        all.addAll(redemptions());
        all.addAll(shop.sales
                .promotions()
                .findCoupons(Criteria.all(), Sort.byId(), PageRequest.first(20))
                .items());
        all.addAll(shop.sales
                .promotions()
                .find(Criteria.all(), Sort.byId(), PageRequest.first(20))
                .items());
        return all;
    }

    @Test
    void accepting_a_quote_redeems_what_its_prices_use_with_the_coupon_that_was_shown() {
        Quote quote = sent(asked("summer"));
        assertThat(quote.totals().net()).isEqualTo(thb("108.00"));
        assertThat(quote.terms().basis().promotions()).containsExactly(summer);
        assertThat(redemptions()).as("nothing is used by asking").isEmpty();

        quotes.accept(quote.id());

        Redemption made = redemptions().get(0);
        assertThat(redemptions()).hasSize(1);
        assertThat(made.reference()).isEqualTo(Quotes.TYPE.refOf(quote));
        assertThat(made.shownCoupon())
                .contains(shop.sales.promotions().coupon("SUMMER").orElseThrow().id());
        assertThat(shop.sales.promotions().get(summer).used()).isEqualTo(1);
        assertThat(shop.sales.promotions().coupon("SUMMER").orElseThrow().used())
                .isEqualTo(1);
    }

    @Test
    void accepting_it_again_redeems_nothing_again() {
        Quote quote = sent(asked("summer"));
        quotes.accept(quote.id());
        List<Object> before = everything();

        assertThat(quotes.accept(quote.id()).status()).isEqualTo(QuoteStatus.ACCEPTED);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void a_use_that_was_made_for_the_quote_before_is_not_made_twice() {
        Quote quote = sent(asked("summer"));
        shop.sales
                .redemptions()
                .redeem(Redeem.of(summer, Quotes.TYPE.refOf(quote), TODAY).coupon("summer"));

        quotes.accept(quote.id());

        assertThat(shop.sales.promotions().get(summer).used()).isEqualTo(1);
    }

    @Test
    void a_limit_that_is_reached_refuses_by_name_and_nothing_is_half_done() {
        List<Quote> sent = List.of(sent(asked("summer")), sent(asked("summer")), sent(asked("once", "summer")));
        quotes.accept(sent.get(0).id());
        quotes.accept(sent.get(1).id());
        List<Object> before = everything();

        assertThatThrownBy(() -> quotes.accept(sent.get(2).id()))
                .isInstanceOfSatisfying(PromotionNotGrantedException.class, refused -> {
                    assertThat(refused.promotion()).isEqualTo(summer);
                    assertThat(refused.standing()).isEqualTo(PromotionStanding.USED_UP);
                });
        assertThat(everything()).isEqualTo(before);
        assertThat(quotes.get(sent.get(2).id()).status()).isEqualTo(QuoteStatus.SENT);
    }

    @Test
    void of_several_promotions_none_is_used_where_one_is_refused() {
        PromotionId stock = promotion(NewPromotion.of("Stock").maxUses(1L), "20");
        Quote first = sent(asked());
        Quote both = sent(asked("summer"));
        assertThat(both.terms().basis().promotions()).containsExactlyInAnyOrder(summer, stock);
        quotes.accept(first.id());
        List<Object> before = everything();

        assertThatThrownBy(() -> quotes.accept(both.id()))
                .isInstanceOfSatisfying(
                        PromotionNotGrantedException.class,
                        refused -> assertThat(refused.promotion()).isEqualTo(stock));
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void both_of_two_promotions_are_used_together() {
        PromotionId stock = promotion(NewPromotion.of("Stock"), "20");

        quotes.accept(sent(asked("once", "no such code", "??")).id());

        assertThat(redemptions()).extracting(Redemption::promotion).containsExactlyInAnyOrder(summer, stock);
        assertThat(shop.sales.promotions().coupon("once").orElseThrow().used()).isEqualTo(1);
    }

    @Test
    void whoever_has_used_it_as_often_as_it_may_is_refused() {
        promotion(NewPromotion.of("Welcome").maxUsesPerAccount(1L), "5");
        AccountId siam = shop.sales.accounts().create(NewAccount.of("Siam")).id();
        AccountId thai = shop.sales.accounts().create(NewAccount.of("Thai")).id();
        Quote once = sent(by(siam));
        Quote twice = sent(by(siam));
        Quote others = sent(by(thai));
        quotes.accept(once.id());

        assertThatThrownBy(() -> quotes.accept(twice.id()))
                .isInstanceOfSatisfying(
                        PromotionNotGrantedException.class,
                        refused -> assertThat(refused.standing()).isEqualTo(PromotionStanding.USED_UP_BY_ACCOUNT));
        assertThat(quotes.accept(others.id()).status()).isEqualTo(QuoteStatus.ACCEPTED);
        assertThat(quotes.draft(by(siam)).terms().basis().promotions())
                .as("and is offered it no more")
                .isEmpty();
    }

    private DraftQuote by(AccountId account) {
        return DraftQuote.of(shop.sales
                        .opportunities()
                        .open(NewOpportunity.of("A deal").account(account))
                        .id())
                .from(shop.wholesale.id())
                .line(shop.tile, 1);
    }

    @Test
    void whoever_may_not_use_promotions_accepts_no_quote_with_one() {
        Quote quote = sent(asked("summer"));
        Quote plain = sent(asked());
        AccessPolicy policy = new AccessPolicy() {
            @Override
            public <T> Criteria<T> visible(Caller caller, EntityType<T, ?> type) {
                return Criteria.all();
            }

            @Override
            public <T> boolean may(Caller caller, Action action, EntityType<T, ?> type, T subject) {
                return !type.name().equals(Promotions.TYPE.name());
            }
        };
        List<Object> before = everything();

        assertThatThrownBy(() -> shop.under(policy).accept(quote.id())).isInstanceOf(AccessDeniedException.class);
        assertThat(everything()).isEqualTo(before);
        assertThat(shop.under(policy).accept(plain.id()).status()).isEqualTo(QuoteStatus.ACCEPTED);
    }

    @Test
    void saying_no_and_withdrawing_use_nothing() {
        quotes.reject(sent(asked("summer")).id(), "too dear");
        quotes.cancel(sent(asked("summer")).id(), "sold out");

        assertThat(redemptions()).isEmpty();
        assertThat(shop.sales.promotions().get(summer).used()).isZero();
    }

    @Test
    void what_was_promised_holds_while_the_quote_does_unless_it_was_switched_off() {
        PromotionId today = promotion(NewPromotion.of("Today").validity(DateRange.ofDays(TODAY, TODAY)), "50");
        Quote kept = sent(asked());
        Quote lost = sent(asked());
        shop.at("2026-12-01T03:00:00Z");

        assertThat(quotes.accept(kept.id()).totals().net()).isEqualTo(thb("60.00"));
        assertThat(redemptions()).extracting(Redemption::promotion).containsExactly(today);
        shop.sales.promotions().deactivate(today);
        assertThatThrownBy(() -> quotes.accept(lost.id()))
                .isInstanceOfSatisfying(
                        PromotionNotGrantedException.class,
                        refused -> assertThat(refused.standing()).isEqualTo(PromotionStanding.INACTIVE));
    }

    @Test
    void a_price_set_by_hand_uses_no_promotion_and_neither_does_one_without_the_coupon() {
        PriceRequest byHand = PriceRequest.of(shop.tile, 1).manual(thb("99.00"));
        Quote manual = sent(asked("summer").lines(List.of(new DraftQuote.Line(byHand, VAT))));
        Quote without = sent(asked());

        quotes.accept(manual.id());
        quotes.accept(without.id());

        assertThat(manual.terms().basis().promotions()).isEmpty();
        assertThat(without.totals().net()).isEqualTo(thb("120.00"));
        assertThat(redemptions()).isEmpty();
    }

    @Test
    void a_draft_that_is_priced_again_shows_the_same_coupons_and_uses_what_is_granted_then() {
        DraftQuote asked = asked("summer").through("web", "fair");
        Quote draft = quotes.draft(asked);

        Quote again = quotes.reprice(draft.id(), TODAY.plusDays(1));
        assertThat(again.terms().basis()).isEqualTo(draft.terms().basis());
        assertThat(again.totals().net()).isEqualTo(thb("108.00"));

        shop.sales.promotions().deactivate(summer);
        Quote later = quotes.reprice(draft.id(), TODAY.plusDays(2));
        assertThat(later.totals().net()).isEqualTo(thb("120.00"));
        assertThat(later.terms().basis().promotions()).isEmpty();
        assertThat(later.terms().basis().context()).isEqualTo(asked.context());
    }

    @Test
    void a_quote_like_another_asks_for_the_same_in_the_same_circumstances() {
        Quote first = quotes.draft(asked("summer").through("web", null).discount(thb("8.00")));

        Quote second = quotes.draft(DraftQuote.like(first));

        assertThat(second.terms()).isEqualTo(first.terms());
        assertThat(second.lines()).isEqualTo(first.lines());
        assertThat(second.totals()).isEqualTo(first.totals());
        assertThat(second.id()).isNotEqualTo(first.id());
    }

    @Test
    void the_reference_of_a_redemption_leads_back_to_the_quote() {
        Quote quote = sent(asked("summer"));
        quotes.accept(quote.id());

        EntityRef reference = redemptions().get(0).reference();

        assertThat(quotes.get(new QuoteId(reference.id())).status()).isEqualTo(QuoteStatus.ACCEPTED);
        assertThat(reference.type()).isEqualTo("quote");
    }
}
