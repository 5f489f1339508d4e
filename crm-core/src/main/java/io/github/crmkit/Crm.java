package io.github.crmkit;

import io.github.crmkit.access.AccessPolicy;
import io.github.crmkit.access.Desk;
import io.github.crmkit.command.CommandCheck;
import io.github.crmkit.deal.Books;
import io.github.crmkit.kernel.Caller;
import io.github.crmkit.kernel.IdGenerator;
import io.github.crmkit.memory.MemoryStorage;
import io.github.crmkit.money.ExchangeRates;
import io.github.crmkit.opportunity.DealTerms;
import io.github.crmkit.pricerule.PricingFields;
import io.github.crmkit.storage.Storage;
import io.github.crmkit.time.FiscalCalendar;
import io.github.crmkit.time.MicrosecondClock;
import io.github.crmkit.time.OrganisationZone;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.joda.money.CurrencyUnit;

/**
 * The whole CRM over one store, put together once and shared by all threads. Immutable: every {@code with…} returns
 * another one that shares what it does not replace.
 *
 * <p>Unless said otherwise: the system's clock, version 7 ids, the zone UTC, calendar years, no home currency, and a policy
 * that lets every caller see and do everything within their tenant.
 */
public final class Crm {

    private final Storage storage;
    private final AccessPolicy policy;
    private final InstantSource clock;
    private final IdGenerator ids;
    private final CommandCheck commandCheck;
    private final DealTerms terms;
    private final PricingFields pricingFields;

    private Crm(
            Storage storage,
            AccessPolicy policy,
            InstantSource clock,
            IdGenerator ids,
            CommandCheck commandCheck,
            DealTerms terms,
            PricingFields pricingFields) {
        this.storage = storage;
        this.policy = policy;
        this.clock = clock;
        this.ids = ids;
        this.commandCheck = commandCheck;
        this.terms = terms;
        this.pricingFields = pricingFields;
    }

    /** A CRM that forgets everything with the process. */
    public static Crm inMemory() {
        return on(new MemoryStorage());
    }

    /** A CRM over this store. */
    public static Crm on(Storage storage) {
        InstantSource clock = new MicrosecondClock(InstantSource.system());
        return new Crm(
                storage,
                AccessPolicy.allowAll(),
                clock,
                IdGenerator.timeOrdered(clock),
                new CommandCheck(),
                DealTerms.of(Books.of(new OrganisationZone(ZoneOffset.UTC), FiscalCalendar.calendarYear())),
                PricingFields.standard());
    }

    /** The same CRM over another store, for example one that joins a transaction of the host's. Cheap. */
    public Crm withStorage(Storage other) {
        return new Crm(other, policy, clock, ids, commandCheck, terms, pricingFields);
    }

    /** The same CRM under another policy. */
    public Crm withPolicy(AccessPolicy other) {
        return new Crm(storage, other, clock, ids, commandCheck, terms, pricingFields);
    }

    /** The same CRM by another clock, which is cut to microseconds here; ids take their time from it too. */
    public Crm withClock(InstantSource other) {
        InstantSource micros = new MicrosecondClock(other);
        return new Crm(storage, policy, micros, IdGenerator.timeOrdered(micros), commandCheck, terms, pricingFields);
    }

    /** The same CRM with other ids. */
    public Crm withIds(IdGenerator other) {
        return new Crm(storage, policy, clock, other, commandCheck, terms, pricingFields);
    }

    /** The same CRM for an organisation in this zone: it decides which date it is. */
    public Crm withZone(ZoneId other) {
        Books books = terms.books();
        return with(terms.books(new Books(new OrganisationZone(other), books.calendar(), books.home(), books.rates())));
    }

    /** The same CRM with other fiscal periods. */
    public Crm withCalendar(FiscalCalendar other) {
        Books books = terms.books();
        return with(terms.books(new Books(books.zone(), other, books.home(), books.rates())));
    }

    /**
     * The same CRM for an organisation that adds up in this currency: closing a deal in another one freezes the rate of that
     * day, and is refused where there is none.
     */
    public Crm withCurrency(CurrencyUnit home, ExchangeRates rates) {
        return with(terms.books(terms.books().in(home, rates)));
    }

    /** The same CRM with exactly these demands before a deal moves, besides the exit criteria of its stage. */
    public Crm withDealGuards(List<DealTerms.Guard> guards) {
        return with(terms.guards(guards));
    }

    /** The same CRM whose price rules may ask for these facts, a host's own among them. */
    public Crm withPricingFields(PricingFields fields) {
        return new Crm(storage, policy, clock, ids, commandCheck, terms, fields);
    }

    private Crm with(DealTerms others) {
        return new Crm(storage, policy, clock, ids, commandCheck, others, pricingFields);
    }

    /** The fiscal periods of the organisation. */
    public FiscalCalendar calendar() {
        return terms.books().calendar();
    }

    /** Sits down this caller; cheap, one for each request of a host. */
    public CrmSession as(Caller caller) {
        return new CrmSession(new Desk(caller, storage, policy, clock, ids, commandCheck), terms, pricingFields);
    }
}
