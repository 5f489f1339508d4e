package io.github.crmkit.scenario;

import static io.github.crmkit.scenario.Shop.baht;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.Crm;
import io.github.crmkit.CrmSession;
import io.github.crmkit.conversion.Conversion;
import io.github.crmkit.conversion.ConvertLead;
import io.github.crmkit.deal.ChecklistItem;
import io.github.crmkit.forecast.Forecast;
import io.github.crmkit.forecast.ForecastTotals;
import io.github.crmkit.forecast.WinRate;
import io.github.crmkit.kernel.Caller;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.lead.Lead;
import io.github.crmkit.lead.LeadFields;
import io.github.crmkit.lead.LeadService.NewLead;
import io.github.crmkit.lead.LeadSource;
import io.github.crmkit.lead.LeadStatus;
import io.github.crmkit.lifecycle.IllegalTransitionException;
import io.github.crmkit.money.Percent;
import io.github.crmkit.opportunity.EditOpportunity;
import io.github.crmkit.opportunity.NewOpportunity;
import io.github.crmkit.opportunity.Opportunities;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.opportunity.OpportunityFields;
import io.github.crmkit.pipeline.ForecastCategory;
import io.github.crmkit.pipeline.Outcome;
import io.github.crmkit.price.PriceRequest;
import io.github.crmkit.pricebook.PriceEntryService.NewPrice;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.quote.DraftQuote;
import io.github.crmkit.quote.Quote;
import io.github.crmkit.quote.QuoteLine;
import io.github.crmkit.quote.QuoteStatus;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.storage.StaleVersionException;
import io.github.crmkit.time.DateRange;
import io.github.crmkit.time.FiscalCalendar;
import io.github.crmkit.time.FiscalPeriod;
import io.github.crmkit.time.PeriodId;
import io.github.crmkit.timeline.Timeline;
import io.github.crmkit.totals.TaxClass;
import io.github.crmkit.track.Board;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A lead becomes an account, a contact and a deal; the deal is quoted, the quote accepted, and the forecast tells so. Told
 * once, to be played on every store: {@code DealScenario.play(Crm.on(storage), tenant)}.
 */
public final class DealScenario {

    private static final TaxClass VAT = new TaxClass("standard", Percent.of(7));
    private static final LocalDate CLOSING = LocalDate.of(2026, 12, 20);
    private static final FiscalPeriod QUARTER = FiscalCalendar.calendarYear().period(PeriodId.quarter(2026, 4));

    private final Transcript transcript = new Transcript();

    /** The 20th of November in Bangkok. */
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T03:00:00.123456789Z"));

    private final Crm crm;
    private final Caller anong;
    private final CrmSession sales;
    private final CrmSession colleague;
    private final Shop shop;

    private DealScenario(Crm on, TenantId tenant) {
        this.crm = on.withClock(now::get).withZone(ZoneId.of("Asia/Bangkok"));
        this.anong = Caller.of(tenant, new UserId(UUID.randomUUID()));
        this.sales = crm.as(anong);
        this.colleague = crm.as(Caller.of(tenant, new UserId(UUID.randomUUID())));
        this.shop = Shop.stockedBy(sales);
    }

    /**
     * Plays it for a tenant that has nothing yet.
     *
     * @return what was seen on the way; the same on every store, because ids are replaced by numbers
     */
    public static List<String> play(Crm crm, TenantId tenant) {
        DealScenario scenario = new DealScenario(crm, tenant);
        Lead lead = scenario.aLeadComesInAndQualifies();
        Conversion made = scenario.theLeadIsConverted(lead);
        Opportunity deal = scenario.theDealMovesOn(made);
        Quote quote = scenario.theDealIsQuoted(deal);
        scenario.theForecastHopes(deal);
        scenario.theCustomerAccepts(quote, deal);
        scenario.theForecastKnows();
        scenario.strangersSeeNothing(lead, deal, quote);
        scenario.everythingIsInTheHistory(lead, made, quote);
        scenario.theStoryIsToldInOneView(made);
        return scenario.transcript.lines();
    }

    private Lead aLeadComesInAndQualifies() {
        chapter("a lead comes in, is worked on and qualifies");
        Lead lead = sales.leads()
                .capture(NewLead.of("Siam Tiles 🧱")
                        .person("Anong", "ศรีใส")
                        .email("Anong@SiamTiles.example")
                        .phone("+66 2 123 4567")
                        .source(LeadSource.TRADE_FAIR)
                        .score(80));
        assertThat(lead.status()).isEqualTo(LeadStatus.NEW);
        transcript.tell(sales.leads().get(lead.id()));
        transcript.tellAll(sales.leads().options(lead.id()));

        assertThatThrownBy(() -> sales.conversions().convert(ConvertLead.of(lead.id())))
                .isInstanceOf(RuleViolationsException.class)
                .hasMessageContaining("lead-not-qualified");
        later();
        sales.leads().move(lead.id(), LeadStatus.WORKING);
        later();
        Lead qualified = sales.leads().move(lead.id(), LeadStatus.QUALIFIED);

        assertThat(sales.leads().get(lead.id())).isEqualTo(qualified);
        assertThat(sales.leads()
                        .find(
                                LeadFields.COMPANY
                                        .startsWithText("SIAM tiles")
                                        .and(LeadFields.SCORE.greaterThanEqual(80)),
                                LeadFields.SCORE.desc(),
                                PageRequest.first(10)))
                .containsExactly(qualified);
        transcript.tell(qualified);
        return qualified;
    }

    private Conversion theLeadIsConverted(Lead lead) {
        chapter("the lead becomes an account, a contact and a deal");
        ConvertLead command = ConvertLead.of(lead.id())
                .named("500 boxes of tiles")
                .amount(baht("60000.00"))
                .closingOn(CLOSING);
        Conversion.Plan plan = sales.conversions().plan(command);
        assertThat(plan.isPossible()).isTrue();
        assertThat(sales.accounts().count(Criteria.all())).isZero();
        transcript.tell(plan);

        later();
        Conversion made = sales.conversions().convert(command);
        Conversion again = colleague.conversions().convert(command);

        assertThat(again.isRepeated()).isTrue();
        assertThat(again.opportunity()).isEqualTo(made.opportunity());
        assertThat(sales.leads().get(lead.id()).isConverted()).isTrue();
        assertThat(sales.accounts().count(Criteria.all())).isEqualTo(1);
        assertThat(sales.contacts().accountsOf(made.person().orElseThrow(), today()))
                .containsExactly(sales.accounts().get(made.account()));
        transcript.tell(made);
        transcript.tell(sales.leads().get(lead.id()));
        transcript.tell(sales.accounts().get(made.account()));
        transcript.tell(sales.contacts().get(made.person().orElseThrow()));
        transcript.tellAll(sales.contacts().affiliationsOf(made.account()));
        return made;
    }

    private Opportunity theDealMovesOn(Conversion made) {
        chapter("the deal moves on, and two people edit it at once");
        Opportunity deal = sales.opportunities().get(made.opportunity());
        assertThat(deal.lead()).isEqualTo(made.lead());
        later();
        assertThatThrownBy(() -> sales.opportunities().move(deal.id(), "proposal"))
                .isInstanceOf(IllegalTransitionException.class)
                .hasMessageContaining("question-open");
        for (ChecklistItem item : sales.opportunities().checklist(deal.id())) {
            sales.opportunities().answer(deal.id(), item.question().key(), "asked on the phone");
        }
        Opportunity proposed = sales.opportunities().move(deal.id(), "proposal");
        assertThat(proposed.probability()).isEqualTo(Percent.of(50));
        assertThat(sales.opportunities().move(deal.id(), "Proposal").stamp()).isEqualTo(proposed.stamp());

        later();
        Opportunity named =
                colleague.opportunities().edit(EditOpportunity.of(proposed).name("500 boxes of floor tiles"));
        assertThatThrownBy(() ->
                        sales.opportunities().edit(EditOpportunity.of(proposed).name("other words")))
                .isInstanceOfSatisfying(
                        StaleVersionException.class,
                        conflict -> assertThat(conflict.current()).contains(named));

        sales.opportunities()
                .lose(
                        sales.opportunities()
                                .open(NewOpportunity.of("Bathroom").amount(baht("20000.00")))
                                .id(),
                        "too dear");
        Board board = sales.track().board();
        assertThat(board.columns()).extracting(Board.Column::deals).containsExactly(0L, 0L, 1L, 0L, 0L, 1L);
        transcript.tell(named);
        transcript.tellAll(board.columns());
        return named;
    }

    private Quote theDealIsQuoted(Opportunity deal) {
        chapter("the deal is quoted from two books");
        DraftQuote command = DraftQuote.of(deal.id())
                .line(PriceRequest.of(shop.tile(), 500), VAT)
                .line(PriceRequest.of(shop.grout(), 40).discount(Percent.of(5)), VAT)
                .discount(baht("249.00"));
        assertThatThrownBy(() ->
                        sales.quotes().draft(command.from(shop.wholesale()).line(shop.adhesive(), 1)))
                .isInstanceOf(RuleViolationsException.class)
                .hasMessageContaining("no-price");
        assertThat(quotesOf(deal)).isEmpty();

        later();
        Quote retail = sales.quotes().draft(command.from(shop.retail()));
        later();
        Quote quote = sales.quotes().draft(command.from(shop.wholesale()));

        assertThat(quote.lines())
                .extracting(line -> line.price().proof().toString())
                .containsExactly("[list 120.00, from 100: 108.00]", "[list 85.50, discount 5 %: 81.225]");
        assertThat(quote.lines()).extracting(QuoteLine::amount).containsExactly(baht("54000.00"), baht("3249.00"));
        assertThat(quote.totals().net()).isEqualTo(baht("57000.00"));
        assertThat(quote.totals().gross()).isEqualTo(baht("60990.00"));
        assertThat(quotesOf(deal)).containsExactly(quote, retail);
        transcript.tellAll(quotesOf(deal));
        transcript.tellAll(quote.totals().proof());

        sales.quotes().cancel(retail.id(), "priced too high");
        Quote sent = sales.quotes().send(quote.id());
        sales.prices().setPrice(shop.wholesale(), NewPrice.of(shop.tile(), baht("1.00")));
        assertThat(sales.quotes().get(quote.id())).isEqualTo(sent);
        return sent;
    }

    private void theForecastHopes(Opportunity deal) {
        chapter("the forecast hopes for the deal");
        ForecastTotals totals = sales.forecasts().of(QUARTER).of(deal.owner());
        assertThat(totals.single(ForecastCategory.BEST_CASE)).hasToString("[THB 60000.00]");
        assertThat(totals.weighted()).hasToString("[THB 30000.00]");
        assertThat(totals.closed().isEmpty()).isTrue();
        tell(totals);
    }

    private void theCustomerAccepts(Quote sent, Opportunity deal) {
        chapter("the customer accepts");
        later();
        Quote accepted = colleague.quotes().accept(sent.id());

        Opportunity won = sales.opportunities().get(deal.id());
        assertThat(accepted.status()).isEqualTo(QuoteStatus.ACCEPTED);
        assertThat(sales.quotes().get(sent.id())).isEqualTo(accepted);
        assertThat(won.outcome()).isEqualTo(Outcome.WON);
        assertThat(won.amount()).contains(baht("57000.00"));
        assertThat(won.closedOn()).contains(today());
        assertThat(sales.opportunities()
                        .find(
                                Opportunities.of(won.account().orElseThrow()),
                                OpportunityFields.CLOSE_DATE.asc(),
                                PageRequest.first(10)))
                .containsExactly(won);
        transcript.tell(accepted);
        transcript.tell(won);
    }

    private void theForecastKnows() {
        chapter("the forecast knows");
        Forecast forecast = sales.forecasts().of(QUARTER);
        ForecastTotals totals = forecast.total();
        assertThat(totals.closed()).hasToString("[THB 57000.00]");
        assertThat(totals.openPipeline().isEmpty()).isTrue();
        assertThat(totals.weighted().isEmpty()).isTrue();
        assertThat(forecast.sellers()).extracting(Forecast.Seller::owner).containsExactly(anong.user());
        tell(totals);

        WinRate rate = sales.forecasts().winRate(DateRange.always());
        assertThat(rate.byCount()).contains(Percent.of(50));
        assertThat(rate.byValue(baht("0").getCurrencyUnit())).contains(Percent.of("74.025974"));
        transcript.tell(rate);
    }

    private void strangersSeeNothing(Lead lead, Opportunity deal, Quote quote) {
        chapter("another tenant sees nothing of it");
        CrmSession stranger = crm.as(Caller.of(new TenantId(UUID.randomUUID()), anong.user()));
        assertThat(stranger.leads().count(Criteria.all())).isZero();
        assertThat(stranger.opportunities().find(Criteria.all(), Sort.byId(), PageRequest.first(10)))
                .isEmpty();
        assertThatThrownBy(() -> stranger.leads().get(lead.id())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> stranger.opportunities().move(deal.id(), "Proposal"))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> stranger.quotes().accept(quote.id())).isInstanceOf(NotFoundException.class);
    }

    private void everythingIsInTheHistory(Lead lead, Conversion made, Quote quote) {
        chapter("everything is in the history");
        List<HistoryEntry> ofLead = sales.leads().history(lead.id());
        List<HistoryEntry> ofDeal = sales.opportunities().history(made.opportunity());
        List<HistoryEntry> ofQuote = sales.quotes().history(quote.id());
        assertThat(ofLead)
                .extracting(HistoryEntry::code)
                .containsExactly("lead.captured", "lead.moved", "lead.moved", "lead.converted");
        assertThat(ofDeal)
                .filteredOn(entry -> entry.code().equals("opportunity.answered"))
                .hasSize(5);
        assertThat(ofDeal)
                .extracting(HistoryEntry::code)
                .filteredOn(code -> !code.equals("opportunity.answered"))
                .containsExactly(
                        "opportunity.opened",
                        "opportunity.moved",
                        "opportunity.edited",
                        "opportunity.amount-set",
                        "opportunity.won");
        assertThat(ofQuote)
                .extracting(HistoryEntry::code)
                .containsExactly("quote.drafted", "quote.sent", "quote.accepted");
        transcript.tellAll(ofLead);
        transcript.tellAll(sales.accounts().history(made.account()));
        transcript.tellAll(sales.contacts().history(made.person().orElseThrow()));
        transcript.tellAll(ofDeal);
        transcript.tellAll(ofQuote);
    }

    private void theStoryIsToldInOneView(Conversion made) {
        chapter("the story is told in one view");
        Timeline story = sales.timelines().of(made.opportunity());
        assertThat(story.entries())
                .extracting(Timeline.Entry::sentence)
                .startsWith("captured, source trade fair", "moved from new to working")
                .contains("name \"500 boxes of tiles\" to \"500 boxes of floor tiles\"", "sent")
                .endsWith("accepted", "amount THB 60000.00 to THB 57000.00", "won on 2026-11-20");
        List<Timeline.Entry> late = story.entries().subList(8, story.entries().size());
        assertThat(sales.timelines().since(made.opportunity(), late.get(0).at()).entries())
                .isEqualTo(late);
        assertThat(sales.timelines().of(made.account()).entries()).isEqualTo(story.entries());
        story.entries().forEach(entry -> transcript.tell(entry.who() + ": " + entry.code() + " " + entry.sentence()));
    }

    private List<Quote> quotesOf(Opportunity deal) {
        return sales.quotes().ofOpportunity(deal.id(), PageRequest.first(10)).items();
    }

    private void tell(ForecastTotals totals) {
        for (ForecastCategory category : ForecastCategory.values()) {
            transcript.tell(category + ": " + totals.deals(category) + " deals, " + totals.single(category) + ", "
                    + totals.cumulative(category));
        }
        transcript.tell("open " + totals.openPipeline() + ", weighted " + totals.weighted() + ", " + totals.gaps());
    }

    private LocalDate today() {
        return now.get().atZone(ZoneId.of("Asia/Bangkok")).toLocalDate();
    }

    private void chapter(String title) {
        later();
        transcript.chapter(title);
    }

    /** A little time passes, so that what happened can be told by when. */
    private void later() {
        now.set(now.get().plus(Duration.ofMinutes(7)));
    }
}
