package io.github.crmkit.examples.bench;

import io.github.crmkit.Crm;
import io.github.crmkit.CrmSession;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductService.NewProduct;
import io.github.crmkit.jdbc.JdbcStorage;
import io.github.crmkit.kernel.Caller;
import io.github.crmkit.kernel.IdGenerator;
import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.lead.Lead;
import io.github.crmkit.lead.LeadFields;
import io.github.crmkit.lead.LeadId;
import io.github.crmkit.lead.LeadSource;
import io.github.crmkit.lead.LeadStatus;
import io.github.crmkit.lead.Leads;
import io.github.crmkit.opportunity.NewOpportunity;
import io.github.crmkit.opportunity.OpportunityId;
import io.github.crmkit.person.ContactDetails;
import io.github.crmkit.person.EmailAddress;
import io.github.crmkit.person.PersonName;
import io.github.crmkit.person.PhoneNumber;
import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.pricebook.PriceBookService.NewPriceBook;
import io.github.crmkit.pricebook.PriceEntryService.NewPrice;
import io.github.crmkit.query.Page;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.quote.DraftQuote;
import io.github.crmkit.quote.Quote;
import io.github.crmkit.quote.QuoteId;
import io.github.crmkit.quote.Quotes;
import io.github.crmkit.storage.Repository;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The contests over one database, which this fills first. */
final class Contests {

    private static final int LEADS = 10_000;
    private static final int BATCH = 1_000;
    private static final int PAGE = 50;
    private static final int LINES = 20;
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final UserId USER = new UserId(new UUID(1, 2));

    private final DataSource source;
    private final JdbcStorage storage;
    private final TenantId tenant = new TenantId(new UUID(1, 1));
    private final TenantId batchTenant = new TenantId(new UUID(2, 1));
    private final IdGenerator ids = IdGenerator.timeOrdered(InstantSource.fixed(BEGIN));
    private final Random random = new Random(42);
    private final List<LeadId> leads = new ArrayList<>();

    Contests(DataSource source, JdbcStorage storage) {
        this.source = source;
        this.storage = storage;
    }

    List<Contest> all() {
        List<Lead> stored = newLeads(LEADS);
        stored.forEach(lead -> leads.add(lead.id()));
        for (int from = 0; from < LEADS; from += BATCH) {
            List<Lead> some = stored.subList(from, from + BATCH);
            onLeads(tenant, kept -> {
                kept.insertAll(some);
                return some;
            });
        }
        List<Contest> contests = new ArrayList<>(List.of(find(), page(), update(), batch()));
        contests.addAll(quotes());
        return contests;
    }

    private Contest find() {
        return Contest.of(
                "find by id",
                200,
                () -> Hand.inTransaction(source, c -> HandLeads.find(c, tenant, anyLead())),
                () -> onLeads(tenant, kept -> kept.find(anyLead()).orElseThrow()));
    }

    private Contest page() {
        Sort<Lead> sort = LeadFields.CREATED_AT.asc();
        var working = LeadFields.STATUS.equalTo(LeadStatus.WORKING);
        Page<Lead> first = onLeads(tenant, kept -> kept.page(working, sort, PageRequest.first(PAGE)));
        String last = HandLeads.token(first.items().get(PAGE - 1));
        PageRequest second = PageRequest.after(first.next().orElseThrow(), PAGE);
        return Contest.of(
                "keyset page of 50",
                40,
                () -> Hand.inTransaction(source, c -> HandLeads.page(c, tenant, LeadStatus.WORKING, last, PAGE)),
                () -> onLeads(tenant, kept -> kept.page(working, sort, second)));
    }

    private Contest update() {
        return Contest.of(
                "load and versioned update",
                100,
                () -> Hand.inTransaction(source, c -> {
                    Lead next = next(HandLeads.find(c, tenant, anyLead()));
                    HandLeads.update(c, tenant, next);
                    return next;
                }),
                () -> onLeads(tenant, kept -> {
                    Lead next = next(kept.find(anyLead()).orElseThrow());
                    kept.update(next);
                    return next;
                }));
    }

    private Contest batch() {
        List<Lead> batch = newLeads(BATCH);
        return new Contest(
                "batch of 1,000",
                1,
                () -> Hand.inTransaction(source, c -> {
                    HandLeads.insertAll(c, batchTenant, batch);
                    return batch;
                }),
                () -> onLeads(batchTenant, kept -> {
                    kept.insertAll(batch);
                    return batch;
                }),
                () -> Hand.inTransaction(source, c -> {
                    try (var delete = c.prepareStatement("delete from crm_lead where tenant_id = ?")) {
                        delete.setObject(1, batchTenant.value());
                        return delete.executeUpdate();
                    }
                }));
    }

    private List<Contest> quotes() {
        Quote quote = quote();
        return List.of(
                Contest.of(
                        "save a quote of 20 lines",
                        10,
                        () -> Hand.inTransaction(source, c -> {
                            Quote fresh = copy(quote);
                            HandQuotes.insert(c, tenant, fresh);
                            return fresh;
                        }),
                        () -> onQuotes(kept -> {
                            Quote fresh = copy(quote);
                            kept.insert(fresh);
                            return fresh;
                        })),
                Contest.of(
                        "load a quote of 20 lines",
                        40,
                        () -> Hand.inTransaction(source, c -> HandQuotes.find(c, tenant, quote.id())),
                        () -> onQuotes(kept -> kept.find(quote.id()).orElseThrow())));
    }

    private Quote quote() {
        CrmSession sales = Crm.on(storage).as(Caller.of(tenant, USER));
        sales.pipelines().installDefault();
        PriceBookId book = sales.priceBooks()
                .open(NewPriceBook.of("Wholesale", CurrencyUnit.of("THB")))
                .id();
        OpportunityId deal =
                sales.opportunities().open(NewOpportunity.of("Benchmark")).id();
        DraftQuote draft = DraftQuote.of(deal).from(book);
        for (int i = 0; i < LINES; i++) {
            Product product = sales.products().create(NewProduct.of("SKU-" + i, "Product number " + i));
            sales.prices().setPrice(book, NewPrice.of(product.id(), Money.parse("THB 120.00")));
            sales.prices()
                    .setPrice(
                            book,
                            NewPrice.of(product.id(), Money.parse("THB 108.00")).from(100));
            draft = draft.line(product.id(), 90L + i);
        }
        return sales.quotes().draft(draft);
    }

    private Quote copy(Quote quote) {
        return new Quote(
                new QuoteId(ids.next()),
                quote.stamp(),
                quote.opportunity(),
                quote.accountId(),
                quote.owner(),
                quote.terms(),
                quote.status(),
                quote.lines(),
                quote.discount(),
                quote.closingReason());
    }

    private static Lead next(Lead lead) {
        Integer score = lead.score();
        return new Lead(
                lead.id(),
                lead.stamp().next(lead.stamp().changedAt().plusMillis(1), USER),
                lead.company(),
                lead.person(),
                lead.details(),
                lead.source(),
                lead.status(),
                lead.statusReason(),
                score == null ? 1 : (score + 1) % 100,
                lead.owner(),
                lead.reference(),
                lead.convertedAt());
    }

    private List<Lead> newLeads(int count) {
        LeadStatus[] open = {LeadStatus.NEW, LeadStatus.WORKING, LeadStatus.NURTURING, LeadStatus.QUALIFIED};
        List<Lead> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            made.add(new Lead(
                    new LeadId(ids.next()),
                    Stamp.first(BEGIN.plusSeconds(i), USER),
                    "Company number " + i,
                    new PersonName("Anong", "Srisai " + i),
                    new ContactDetails(
                            new EmailAddress("anong" + i + "@example.com"), new PhoneNumber("+66 2 555 " + (1000 + i))),
                    LeadSource.WEB,
                    open[i % open.length],
                    null,
                    i % 100,
                    USER,
                    "R-" + i,
                    null));
        }
        return made;
    }

    private LeadId anyLead() {
        return leads.get(random.nextInt(leads.size()));
    }

    private <R> R onLeads(TenantId of, Function<Repository<Lead, LeadId>, R> work) {
        return storage.inUnit(of, unit -> work.apply(unit.repository(Leads.TYPE)));
    }

    private <R> R onQuotes(Function<Repository<Quote, QuoteId>, R> work) {
        return storage.inUnit(tenant, unit -> work.apply(unit.repository(Quotes.TYPE)));
    }
}
