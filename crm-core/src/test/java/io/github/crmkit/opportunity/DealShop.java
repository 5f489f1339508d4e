package io.github.crmkit.opportunity;

import io.github.crmkit.Crm;
import io.github.crmkit.CrmSession;
import io.github.crmkit.access.AccessPolicy;
import io.github.crmkit.access.TestOffice;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.catalog.ProductService.NewProduct;
import io.github.crmkit.kernel.Caller;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.memory.MemoryStorage;
import io.github.crmkit.money.Percent;
import io.github.crmkit.party.ContactId;
import io.github.crmkit.party.ContactService.NewContact;
import io.github.crmkit.pipeline.DefinePipeline;
import io.github.crmkit.pipeline.ExitQuestion;
import io.github.crmkit.pipeline.ForecastCategory;
import io.github.crmkit.pipeline.NewStage;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricebook.PriceBookService.NewPriceBook;
import io.github.crmkit.pricebook.PriceEntryService.NewPrice;
import io.github.crmkit.quote.Quotes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** A seller in Bangkok with two products in one price book, a pipeline that asks little, and a deal; it is 2026-11-20. */
final class DealShop {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    static final UserId SOMCHAI = TestOffice.SOMCHAI;
    static final UserId MALEE = TestOffice.MALEE;
    static final UserId BOON = new UserId(new UUID(3, 3));

    private final MemoryStorage storage = new MemoryStorage();
    private Instant now = Instant.parse("2026-11-20T03:00:00Z");

    final Crm crm = Crm.on(storage).withClock(() -> now).withZone(ZoneId.of("Asia/Bangkok"));
    final CrmSession sales = crm.as(Caller.of(TestOffice.TENANT, SOMCHAI));
    final ProductId tile;
    final ProductId grout;
    final PriceBook wholesale;
    final Opportunity deal;

    DealShop() {
        sales.pipelines()
                .define(DefinePipeline.named("Plain")
                        .stage(talks("Talks").asking(asked("budget")).asking(asked("timing")))
                        .stage(talks("Offer").asking(asked("budget")).asking(asked("worth")))
                        .stage(talks("Trial").asking(asked("worth")))
                        .stage(NewStage.won("Won"))
                        .stage(NewStage.lost("Lost"))
                        .asDefault());
        tile = sales.products()
                .create(NewProduct.of("TILE-60", "Floor tile 60 x 60"))
                .id();
        grout = sales.products().create(NewProduct.of("GROUT-5", "Grout 5 kg")).id();
        wholesale = sales.priceBooks().open(NewPriceBook.of("Wholesale", CurrencyUnit.of("THB")));
        price(NewPrice.of(tile, thb("120.00")));
        price(NewPrice.of(tile, thb("108.00")).from(100));
        price(NewPrice.of(grout, thb("85.50")));
        deal = open(NewOpportunity.of("500 boxes of tiles"));
    }

    OpportunityService deals() {
        return sales.opportunities();
    }

    Opportunity open(NewOpportunity command) {
        return deals().open(command);
    }

    /** Sets a price in the book. */
    void price(NewPrice price) {
        sales.prices().setPrice(wholesale.id(), price);
    }

    /** The deal as it is. */
    Opportunity now() {
        return deals().get(deal.id());
    }

    /** From now on it is this moment. */
    void at(String instant) {
        now = Instant.parse(instant);
    }

    ContactId contact(String familyName) {
        return sales.contacts().create(NewContact.of("Anong", familyName)).id();
    }

    /** The codes of what was done to the deal, oldest first. */
    List<String> told() {
        return deals().history(deal.id()).stream().map(entry -> entry.code()).toList();
    }

    /** Everything that can change, with its history. */
    List<Object> dump() {
        return new TestOffice(storage, AccessPolicy.allowAll()).dump(List.of(Opportunities.TYPE, Quotes.TYPE));
    }

    static Money thb(String amount) {
        return Money.parse("THB " + amount);
    }

    private static NewStage talks(String name) {
        return NewStage.open(name, Percent.of(20), ForecastCategory.PIPELINE);
    }

    private static ExitQuestion asked(String key) {
        return ExitQuestion.of(key, key + "?").optional();
    }
}
