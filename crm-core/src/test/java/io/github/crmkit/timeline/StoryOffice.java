package io.github.crmkit.timeline;

import io.github.crmkit.Crm;
import io.github.crmkit.CrmSession;
import io.github.crmkit.access.AccessPolicy;
import io.github.crmkit.access.TestOffice;
import io.github.crmkit.catalog.CountingStorage;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.catalog.ProductService.NewProduct;
import io.github.crmkit.conversion.Conversion;
import io.github.crmkit.conversion.ConvertLead;
import io.github.crmkit.kernel.Caller;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.lead.Lead;
import io.github.crmkit.lead.LeadService.NewLead;
import io.github.crmkit.lead.LeadSource;
import io.github.crmkit.lead.LeadStatus;
import io.github.crmkit.memory.MemoryStorage;
import io.github.crmkit.money.Percent;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.opportunity.OpportunityId;
import io.github.crmkit.pipeline.DefinePipeline;
import io.github.crmkit.pipeline.ExitQuestion;
import io.github.crmkit.pipeline.ForecastCategory;
import io.github.crmkit.pipeline.NewStage;
import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.pricebook.PriceBookService.NewPriceBook;
import io.github.crmkit.pricebook.PriceEntryService.NewPrice;
import io.github.crmkit.quote.DraftQuote;
import io.github.crmkit.quote.Quote;
import io.github.crmkit.quote.QuoteId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** An organisation in Bangkok with two sellers, a product and a price book; ten minutes pass when it is told so. */
final class StoryOffice {

    static final UserId SOMCHAI = TestOffice.SOMCHAI;
    static final UserId MALEE = TestOffice.MALEE;
    private static final Map<UserId, String> NAMES = Map.of(SOMCHAI, "Somchai", MALEE, "Malee");

    final CountingStorage storage = new CountingStorage(new MemoryStorage());
    private Instant now = Instant.parse("2026-11-20T02:50:00Z");

    final Crm crm = Crm.on(storage).withClock(() -> now).withZone(ZoneId.of("Asia/Bangkok"));
    final CrmSession somchai = crm.as(Caller.of(TestOffice.TENANT, SOMCHAI));
    final CrmSession malee = crm.as(Caller.of(TestOffice.TENANT, MALEE));

    private final ProductId tile;
    private final PriceBookId book;

    StoryOffice() {
        somchai.pipelines()
                .define(DefinePipeline.named("Sales")
                        .stage(NewStage.open("Qualification", Percent.of(10), ForecastCategory.PIPELINE)
                                .asking(ExitQuestion.of("budget", "Is there money for it?")
                                        .optional()))
                        .stage(NewStage.open("Proposal", Percent.of(50), ForecastCategory.BEST_CASE))
                        .stage(NewStage.open("Negotiation", Percent.of(75), ForecastCategory.COMMIT))
                        .stage(NewStage.won("Closed Won"))
                        .stage(NewStage.lost("Closed Lost"))
                        .asDefault());
        tile = somchai.products()
                .create(NewProduct.of("TILE-60", "Floor tile 60 x 60"))
                .id();
        book = somchai.priceBooks()
                .open(NewPriceBook.of("Wholesale", CurrencyUnit.of("THB")))
                .id();
        somchai.prices().setPrice(book, NewPrice.of(tile, baht("114.00")));
    }

    static Money baht(String amount) {
        return Money.parse("THB " + amount);
    }

    static @Nullable String nameOf(UserId user) {
        return NAMES.get(user);
    }

    /** What a quote is called. */
    static String nameOf(QuoteId quote) {
        String id = quote.value().toString();
        return "quote Q-" + id.substring(id.length() - 8).toUpperCase(Locale.ROOT);
    }

    /** Ten minutes pass. */
    StoryOffice later() {
        now = now.plus(Duration.ofMinutes(10));
        return this;
    }

    ProductId tile() {
        return tile;
    }

    PriceBookId book() {
        return book;
    }

    Instant now() {
        return now;
    }

    /** A draft of 500 tiles for 57,000 baht. */
    Quote draft(OpportunityId deal) {
        return somchai.quotes().draft(DraftQuote.of(deal).from(book).line(tile, 500));
    }

    /** A lead that came in, qualified, and is a deal of 60,000 baht by now. */
    Conversion converted(String company) {
        Lead lead = somchai.leads()
                .capture(NewLead.of(company).person("Anong", "Srisai").source(LeadSource.TRADE_FAIR));
        later();
        somchai.leads().move(lead.id(), LeadStatus.WORKING);
        later();
        somchai.leads().move(lead.id(), LeadStatus.QUALIFIED);
        later();
        return somchai.conversions()
                .convert(ConvertLead.of(lead.id())
                        .named("500 boxes of tiles")
                        .amount(baht("60000.00"))
                        .closingOn(LocalDate.of(2026, 12, 20)));
    }

    Opportunity deal(OpportunityId id) {
        return somchai.opportunities().get(id);
    }

    /** The door of a user under a policy. */
    TimelineService under(AccessPolicy policy, UserId user) {
        return crm.withPolicy(policy)
                .as(Caller.of(TestOffice.TENANT, user))
                .timelines()
                .naming(StoryOffice::nameOf);
    }

    /** The door of a user who sees everything. */
    TimelineService door() {
        return somchai.timelines().naming(StoryOffice::nameOf);
    }
}
