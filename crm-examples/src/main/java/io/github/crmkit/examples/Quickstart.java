package io.github.crmkit.examples;

import static io.github.crmkit.lead.LeadFields.SCORE;
import static io.github.crmkit.lead.LeadFields.STATUS;
import static io.github.crmkit.lead.LeadSource.TRADE_FAIR;
import static io.github.crmkit.lead.LeadStatus.NEW;
import static io.github.crmkit.lead.LeadStatus.QUALIFIED;
import static io.github.crmkit.lead.LeadStatus.WORKING;

import io.github.crmkit.Crm;
import io.github.crmkit.CrmSession;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductService.NewProduct;
import io.github.crmkit.conversion.Conversion;
import io.github.crmkit.conversion.ConvertLead;
import io.github.crmkit.forecast.Forecast;
import io.github.crmkit.kernel.Caller;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.lead.Lead;
import io.github.crmkit.lead.LeadService.NewLead;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricebook.PriceBookService.NewPriceBook;
import io.github.crmkit.pricebook.PriceEntryService.NewPrice;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.Page;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.quote.DraftQuote;
import io.github.crmkit.quote.Quote;
import io.github.crmkit.time.PeriodId;
import java.time.LocalDate;
import java.util.List;
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
        Product tile = sales.products().create(NewProduct.of("TILE-60", "Floor tile 60 x 60"));
        PriceBook wholesale = sales.priceBooks().open(NewPriceBook.of("Wholesale", CurrencyUnit.of("THB")));
        NewPrice list = NewPrice.of(tile.id(), Money.parse("THB 120.00"));
        NewPrice from100 = NewPrice.of(tile.id(), Money.parse("THB 108.00")).from(100);
        sales.prices().setPrices(wholesale.id(), List.of(list, from100));

        NewLead anong = NewLead.of("Siam Tiles").person("Anong", "Srisai").source(TRADE_FAIR);
        Lead lead = sales.leads().capture(anong);
        sales.leads().move(lead.id(), WORKING);
        sales.leads().move(lead.id(), QUALIFIED);
        ConvertLead wish = ConvertLead.of(lead.id()).named("500 boxes of tiles").closingOn(LocalDate.of(2026, 12, 20));
        Conversion made = sales.conversions().convert(wish);

        DraftQuote asked =
                DraftQuote.of(made.opportunity()).from(wholesale.id()).line(tile.id(), 500);
        Quote quote = sales.quotes().draft(asked);
        quote.lines().get(0).price().proof().forEach(System.out::println); // list 120.00, from 100: 108.00
        // both or neither
        sales.transact(tx -> {
            tx.quotes().send(quote.id());
            tx.quotes().accept(quote.id());
        });

        Forecast forecast = sales.forecasts().of(PeriodId.parse("FY2026-Q4"));
        Criteria<Lead> hot = STATUS.in(NEW, WORKING).and(SCORE.greaterThanEqual(80));
        Page<Lead> next = sales.leads().find(hot, SCORE.desc(), PageRequest.first(50));
        // the README ends here
        System.out.println(forecast.period() + ", " + next.items().size() + " hot leads");
    }
}
