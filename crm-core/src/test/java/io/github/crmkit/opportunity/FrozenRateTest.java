package io.github.crmkit.opportunity;

import static io.github.crmkit.opportunity.DealShop.TODAY;
import static io.github.crmkit.opportunity.DealShop.thb;
import static io.github.crmkit.opportunity.OpportunityDoor.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.crmkit.CrmSession;
import io.github.crmkit.deal.Recurring;
import io.github.crmkit.money.ExchangeRate;
import io.github.crmkit.money.ExchangeRates;
import io.github.crmkit.money.FixedRates;
import io.github.crmkit.money.MissingRateException;
import io.github.crmkit.opportunity.OpportunityCommand.SetAmount;
import io.github.crmkit.pipeline.Outcome;
import io.github.crmkit.price.PriceRequest;
import io.github.crmkit.quote.DraftQuote;
import io.github.crmkit.quote.Quote;
import io.github.crmkit.storage.FieldChange;
import io.github.crmkit.totals.TaxClass;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What a foreign deal was worth at home on the day it was decided, whichever way it was closed. */
class FrozenRateTest {

    private static final CurrencyUnit HOME = CurrencyUnit.EUR;
    private static final CurrencyUnit THB = CurrencyUnit.of("THB");
    private static final LocalDate EARLIER = LocalDate.of(2026, 5, 1);
    private static final ExchangeRate OF_TODAY = rate("0.0263", TODAY);
    private static final ExchangeRate OF_EARLIER = rate("0.0251", EARLIER);

    private final DealShop shop = new DealShop();
    private final CrmSession seller = at(FixedRates.of(OF_TODAY, OF_EARLIER));
    private final CrmSession stranded = at(ExchangeRates.none());
    private final OpportunityService deals = seller.opportunities();

    @Test
    void every_way_to_close_freezes_the_rate_of_that_day() {
        assertThat(rateOf(deals.win(foreign().id()))).isEqualTo(OF_TODAY);
        assertThat(rateOf(deals.lose(foreign().id(), "too dear"))).isEqualTo(OF_TODAY);
        assertThat(rateOf(deals.move(foreign().id(), "Won"))).isEqualTo(OF_TODAY);
        assertThat(rateOf(deals.move(MoveOpportunity.won(foreign().id()).on(EARLIER))))
                .isEqualTo(OF_EARLIER);
        assertThat(rateOf(deals.open(cameInWon(EARLIER)))).isEqualTo(OF_EARLIER);
        assertThat(deals.openAll(List.of(cameInWon(EARLIER), cameInWon(TODAY))))
                .extracting(FrozenRateTest::rateOf)
                .containsExactly(OF_EARLIER, OF_TODAY);
        Quote sent = sent();
        seller.quotes().accept(sent.id());
        assertThat(rateOf(deals.get(sent.opportunity()))).isEqualTo(OF_TODAY);
    }

    @Test
    void without_a_rate_nothing_is_closed_and_nothing_is_written() {
        OpportunityId open = foreign().id();
        Quote sent = sent();
        List<Object> before = shop.dump();
        OpportunityService poor = stranded.opportunities();

        List<Callable<?>> ways = List.of(
                () -> poor.win(open),
                () -> poor.lose(open, "too dear"),
                () -> poor.move(MoveOpportunity.to(open, "Lost").because("too dear")),
                () -> poor.open(cameInWon(EARLIER)),
                () -> poor.openAll(List.of(NewOpportunity.of("open"), cameInWon(TODAY))),
                () -> stranded.quotes().accept(sent.id()));
        for (Callable<?> way : ways) {
            MissingRateException refused = catchThrowableOfType(MissingRateException.class, way::call);
            assertThat(refused.from()).isEqualTo(THB);
            assertThat(refused.to()).isEqualTo(HOME);
        }
        assertThat(shop.dump()).isEqualTo(before);
    }

    @Test
    void a_rate_of_another_day_does_not_do() {
        OpportunityId open = foreign().id();
        MissingRateException refused = catchThrowableOfType(
                MissingRateException.class,
                () -> deals.move(MoveOpportunity.won(open).on(TODAY.minusDays(1))));
        assertThat(refused.on()).isEqualTo(TODAY.minusDays(1));
    }

    @Test
    void a_deal_at_home_or_without_a_currency_needs_no_rate() {
        OpportunityService poor = stranded.opportunities();
        Opportunity atHome = poor.open(NewOpportunity.of("At home").amount(Money.parse("EUR 5.00")));
        Opportunity unknown = poor.open(NewOpportunity.of("Unknown"));

        assertThat(poor.win(atHome.id()).closure()).isEqualTo(new Closure(TODAY, null));
        assertThat(poor.win(unknown.id()).closure()).isEqualTo(new Closure(TODAY, null));
        assertThat(shop.deals().win(foreign().id()).closure()).isEqualTo(new Closure(TODAY, null));
    }

    @Test
    void what_recurs_in_a_foreign_currency_needs_a_rate_too() {
        Opportunity monthly = deals.open(NewOpportunity.of("Monthly").recurring(Recurring.monthly(thb("100.00"))));

        assertThat(rateOf(deals.win(monthly.id()))).isEqualTo(OF_TODAY);
    }

    @Test
    void reopening_releases_the_rate_and_history_keeps_it() {
        Opportunity won = deals.move(MoveOpportunity.won(foreign().id()).on(EARLIER));

        Opportunity open = deals.reopen(won.id(), "signed by mistake");
        assertThat(open.closure()).isNull();
        assertThat(deals.history(won.id()).get(2).changes())
                .contains(
                        new FieldChange("closeRate", "0.025100000000000", null),
                        new FieldChange("closeRateCurrency", "EUR", null),
                        new FieldChange("closeRateSource", "test", null));
        assertThat(rateOf(deals.win(won.id()))).isEqualTo(OF_TODAY);
    }

    @Test
    void an_accepted_quote_is_the_amount_whatever_the_lines_say() {
        Quote sent = sent();
        Opportunity deal = deals.get(sent.opportunity());
        deals.setLines(
                OpportunityCommand.SetLines.of(deal).from(shop.wholesale.id()).line(PriceRequest.of(shop.tile, 7)));

        seller.quotes().accept(sent.id());

        Opportunity won = deals.get(deal.id());
        assertThat(won.amount()).contains(thb("120.00"));
        assertThat(won.dossier().lines()).hasSize(1);
    }

    @Test
    void a_quote_in_another_currency_than_the_lines_is_not_accepted_half() {
        Quote sent = sent();
        Opportunity deal = deals.get(sent.opportunity());
        deals.setLines(OpportunityCommand.SetLines.of(deal)
                .line(PriceRequest.of(shop.tile, 7).manual(Money.parse("EUR 1.00"))));
        List<Object> before = shop.dump();

        assertRefused(() -> seller.quotes().accept(sent.id()), "lines currency-mismatch");
        assertThat(shop.dump()).isEqualTo(before);
    }

    @Test
    void win_and_loss_name_their_competitor_and_an_open_stage_does_not() {
        OpportunityId one = foreign().id();
        OpportunityId other = foreign().id();

        Opportunity lost = deals.move(MoveOpportunity.lost(one, "too dear").competitor(" Thai Tiles "));
        Opportunity won =
                deals.move(MoveOpportunity.won(other).because("service").competitor("Thai Tiles"));

        assertThat(lost.closure()).isEqualTo(new Closure(TODAY, "too dear", "Thai Tiles", OF_TODAY));
        assertThat(won.closure()).isEqualTo(new Closure(TODAY, "service", "Thai Tiles", OF_TODAY));
        assertThat(deals.count(OpportunityFields.CLOSE_COMPETITOR
                        .equalTo("Thai Tiles")
                        .and(OpportunityFields.OUTCOME.equalTo(Outcome.LOST))))
                .isEqualTo(1);
        OpportunityId third = foreign().id();
        assertRefused(
                () -> deals.move(MoveOpportunity.to(third, "Offer").competitor("Thai Tiles")),
                "competitor competitor-open");
        assertRefused(() -> deals.move(MoveOpportunity.won(third).competitor(" ")), "competitor plain-text");
    }

    @Test
    void a_closure_holds_only_the_rate_of_its_day_and_of_its_deal() {
        assertRefused(() -> new Closure(TODAY, null, null, OF_EARLIER), "rate rate-date");
        Opportunity won = deals.win(foreign().id());
        Closure wrong =
                new Closure(TODAY, null, null, new ExchangeRate(CurrencyUnit.USD, HOME, BigDecimal.ONE, TODAY, "test"));
        assertRefused(
                () -> new Opportunity(
                        won.id(),
                        won.stamp(),
                        won.name(),
                        won.owner(),
                        won.customer(),
                        won.position(),
                        won.probabilities(),
                        won.expectation(),
                        wrong,
                        won.dossier(),
                        null,
                        null),
                "closure.rate rate-currency");
    }

    @Test
    void an_amount_may_change_its_currency_while_the_deal_is_open() {
        Opportunity open = foreign();
        Opportunity atHome = deals.setAmount(SetAmount.entered(open, Money.parse("EUR 26.30")));

        assertThat(deals.win(atHome.id()).closure()).isEqualTo(new Closure(TODAY, null));
    }

    private Opportunity foreign() {
        return deals.open(NewOpportunity.of("Abroad").amount(thb("1000.00")));
    }

    private static NewOpportunity cameInWon(LocalDate on) {
        return NewOpportunity.of("Old").stage("Won").amount(thb("1000.00")).closed(on, "good offer", "Thai Tiles");
    }

    /** A quote of one tile, in the customer's hands, for a deal of its own. */
    private Quote sent() {
        DraftQuote asked = DraftQuote.of(deals.open(NewOpportunity.of("Quoted")).id())
                .from(shop.wholesale.id())
                .line(PriceRequest.of(shop.tile, 1), TaxClass.NONE);
        return seller.quotes().send(seller.quotes().draft(asked).id());
    }

    private CrmSession at(ExchangeRates rates) {
        return shop.crm.withCurrency(HOME, rates).as(shop.sales.caller());
    }

    private static ExchangeRate rateOf(Opportunity deal) {
        return Objects.requireNonNull(deal.closure()).frozenRate().orElseThrow();
    }

    private static ExchangeRate rate(String value, LocalDate on) {
        return new ExchangeRate(THB, HOME, new BigDecimal(value), on, "test");
    }
}
