package io.github.crmkit.examples;

import static io.github.crmkit.lead.LeadFields.SCORE;
import static io.github.crmkit.lead.LeadFields.STATUS;
import static io.github.crmkit.lead.LeadSource.TRADE_FAIR;
import static io.github.crmkit.lead.LeadStatus.NEW;
import static io.github.crmkit.lead.LeadStatus.QUALIFIED;
import static io.github.crmkit.lead.LeadStatus.WORKING;

import io.github.crmkit.Crm;
import io.github.crmkit.CrmSession;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.catalog.ProductService.NewProduct;
import io.github.crmkit.forecast.Forecast;
import io.github.crmkit.kernel.Caller;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.lead.Lead;
import io.github.crmkit.lead.LeadService.NewLead;
import io.github.crmkit.opportunity.Conversion;
import io.github.crmkit.opportunity.ConvertLead;
import io.github.crmkit.pricing.PriceBookId;
import io.github.crmkit.pricing.PriceBookService.NewPriceBook;
import io.github.crmkit.pricing.PricingService.NewPrice;
import io.github.crmkit.query.Page;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.quote.DraftQuote;
import io.github.crmkit.quote.Quote;
import io.github.crmkit.time.PeriodId;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** One deal from the first call to the forecast: the quickstart of the README, word for word. */
public final class Quickstart {

    private Quickstart() {}

    /** Runs it in memory and prints why the price is what it is. */
    public static void main(String[] args) {
        TenantId tenant = TenantId.parse("018f0000-0000-7000-8000-000000000001");
        UserId somchai = UserId.parse("018f0000-0000-7000-8000-000000000002");
        // the README begins here
        Crm crm = Crm.inMemory(); // or Crm.on(JdbcStorage.over(dataSource))
        CrmSession sales = crm.as(Caller.of(tenant, somchai));

        sales.pipelines().installDefault();
        ProductId tile = sales.products()
                .create(NewProduct.of("TILE-60", "Floor tile 60 x 60"))
                .id();
        PriceBookId wholesale = sales.priceBooks()
                .open(NewPriceBook.of("Wholesale", CurrencyUnit.of("THB")))
                .id();
        sales.prices().setPrice(wholesale, NewPrice.of(tile, Money.parse("THB 120.00")));
        sales.prices()
                .setPrice(
                        wholesale, NewPrice.of(tile, Money.parse("THB 108.00")).from(100));

        Lead lead = sales.leads()
                .capture(NewLead.of("Siam Tiles").person("Anong", "Srisai").source(TRADE_FAIR));
        sales.leads().move(lead.id(), WORKING);
        sales.leads().move(lead.id(), QUALIFIED);
        Conversion made = sales.opportunities()
                .convert(ConvertLead.of(lead.id()).named("500 boxes of tiles").closingOn(LocalDate.of(2026, 12, 20)));

        Quote quote = sales.quotes()
                .draft(DraftQuote.of(made.opportunity()).from(wholesale).line(tile, 500));
        quote.lines().get(0).price().proof().forEach(System.out::println); // list 120.00, from 100: 108.00
        sales.transact(
                tx -> { // both or neither
                    tx.quotes().send(quote.id());
                    tx.quotes().accept(quote.id());
                });

        Forecast forecast = sales.forecasts().of(PeriodId.parse("FY2026-Q4"));
        Page<Lead> hot = sales.leads()
                .find(STATUS.in(NEW, WORKING).and(SCORE.greaterThanEqual(80)), SCORE.desc(), PageRequest.first(50));
        // the README ends here
        System.out.println(forecast.period() + ", " + hot.items().size() + " hot leads");
    }
}
