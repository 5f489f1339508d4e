package io.github.crmkit.quote;

import io.github.crmkit.Crm;
import io.github.crmkit.CrmSession;
import io.github.crmkit.access.AccessPolicy;
import io.github.crmkit.access.TestOffice;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.catalog.ProductService.NewProduct;
import io.github.crmkit.kernel.Caller;
import io.github.crmkit.measure.UnitFactor;
import io.github.crmkit.memory.MemoryStorage;
import io.github.crmkit.money.Percent;
import io.github.crmkit.opportunity.NewOpportunity;
import io.github.crmkit.opportunity.Opportunities;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricebook.PriceBookService.NewPriceBook;
import io.github.crmkit.pricebook.PriceEntryService.NewPrice;
import io.github.crmkit.storage.UnitOfWork;
import io.github.crmkit.totals.TaxClass;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** A seller in Bangkok with two products, one price book and one deal; it is 2026-11-20 until told otherwise. */
final class QuoteShop {

    static final CurrencyUnit THB = CurrencyUnit.of("THB");
    static final TaxClass VAT = new TaxClass("standard", Percent.of(7));
    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    static final Caller SELLER = Caller.of(TestOffice.TENANT, TestOffice.SOMCHAI);

    private final MemoryStorage storage = new MemoryStorage();
    private Instant now = Instant.parse("2026-11-20T03:00:00Z");

    final Crm crm = Crm.on(storage).withClock(() -> now).withZone(ZoneId.of("Asia/Bangkok"));
    final CrmSession sales = crm.as(SELLER);
    final ProductId tile;
    final ProductId grout;
    final PriceBook wholesale;
    final Opportunity deal;

    QuoteShop() {
        sales.pipelines().installDefault();
        tile = sales.products()
                .create(NewProduct.of("TILE-60", "Floor tile 60 x 60").otherUnit(UnitFactor.of("pallet", 48)))
                .id();
        grout = sales.products().create(NewProduct.of("GROUT-5", "Grout 5 kg")).id();
        wholesale = sales.priceBooks().open(NewPriceBook.of("Wholesale", THB));
        price(NewPrice.of(tile, thb("120.00")));
        price(NewPrice.of(tile, thb("108.00")).from(100));
        price(NewPrice.of(grout, thb("85.50")));
        deal = sales.opportunities().open(NewOpportunity.of("500 boxes of tiles"));
    }

    /** Sets a price in the book. */
    void price(NewPrice price) {
        sales.prices().setPrice(wholesale.id(), price);
    }

    /** From now on it is this moment. */
    void at(String instant) {
        now = Instant.parse(instant);
    }

    /** The same seller under a policy. */
    QuoteService under(AccessPolicy policy) {
        return crm.withPolicy(policy).as(SELLER).quotes();
    }

    /** The beginning of a quote for the deal. */
    DraftQuote asked() {
        return DraftQuote.of(deal.id()).from(wholesale.id());
    }

    /** A draft of one tile. */
    Quote draft() {
        return sales.quotes().draft(asked().line(tile, 1));
    }

    /** A quote of one tile in the customer's hands. */
    Quote sent() {
        return sales.quotes().send(draft().id());
    }

    /** Everything that a quote can change, with its history. */
    List<Object> dump() {
        return new TestOffice(storage, AccessPolicy.allowAll()).dump(List.of(Quotes.TYPE, Opportunities.TYPE));
    }

    /** Reads the store past every policy. */
    <R> R past(Function<UnitOfWork, R> read) {
        return storage.inUnit(TestOffice.TENANT, read);
    }

    static Money thb(String amount) {
        return Money.parse("THB " + amount);
    }
}
