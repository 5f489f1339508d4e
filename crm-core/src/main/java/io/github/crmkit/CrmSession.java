package io.github.crmkit;

import io.github.crmkit.access.Desk;
import io.github.crmkit.agreement.BookAssignmentService;
import io.github.crmkit.agreement.ContractPriceService;
import io.github.crmkit.catalog.CategoryService;
import io.github.crmkit.catalog.ProductService;
import io.github.crmkit.conversion.ConversionService;
import io.github.crmkit.forecast.ForecastService;
import io.github.crmkit.insight.InsightService;
import io.github.crmkit.kernel.Caller;
import io.github.crmkit.lead.LeadService;
import io.github.crmkit.opportunity.DealTerms;
import io.github.crmkit.opportunity.OpportunityService;
import io.github.crmkit.party.AccountService;
import io.github.crmkit.party.ContactService;
import io.github.crmkit.pipeline.PipelineService;
import io.github.crmkit.pricebook.PriceBookService;
import io.github.crmkit.pricebook.PriceEntryService;
import io.github.crmkit.pricelint.PriceLintService;
import io.github.crmkit.pricerule.PriceRuleService;
import io.github.crmkit.pricerule.PricingFields;
import io.github.crmkit.pricerule.RuleSetService;
import io.github.crmkit.pricing.PricingService;
import io.github.crmkit.promotion.PromotionService;
import io.github.crmkit.promotion.RedemptionService;
import io.github.crmkit.quote.QuoteService;
import io.github.crmkit.quote.Quotes;
import io.github.crmkit.score.ScoreService;
import io.github.crmkit.storage.UnitOfWork;
import io.github.crmkit.timeline.TimelineService;
import io.github.crmkit.track.TrackService;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The CRM as one caller uses it. Each call of a service is one unit of work, checked against what the caller may see and
 * do. Safe under threads, except within {@link #transact}, where the session handed over belongs to that unit and thread.
 */
public final class CrmSession {

    private final Desk desk;
    private final DealTerms terms;
    private final PricingFields pricingFields;

    CrmSession(Desk desk, DealTerms terms, PricingFields pricingFields) {
        this.desk = desk;
        this.terms = terms.fields(pricingFields);
        this.pricingFields = pricingFields;
    }

    /** On whose behalf. */
    public Caller caller() {
        return desk.caller();
    }

    /** People and companies that may become customers. */
    public LeadService leads() {
        return new LeadService(desk);
    }

    /** Companies we deal with. */
    public AccountService accounts() {
        return new AccountService(desk);
    }

    /** People we deal with, and where they work when. */
    public ContactService contacts() {
        return new ContactService(desk);
    }

    /** What is sold. */
    public ProductService products() {
        return new ProductService(desk);
    }

    /** The tree that products have their places in. */
    public CategoryService categories() {
        return new CategoryService(desk);
    }

    /** The stages that deals go through. */
    public PipelineService pipelines() {
        return new PipelineService(desk);
    }

    /** Deals, from their opening to their end. */
    public OpportunityService opportunities() {
        return new OpportunityService(desk, terms, Quotes::useDeal);
    }

    /** Turning leads into accounts, contacts and deals. */
    public ConversionService conversions() {
        return new ConversionService(desk, terms.books().zone());
    }

    /** The lists that prices stand in. */
    public PriceBookService priceBooks() {
        return new PriceBookService(desk);
    }

    /** The prices that stand in the lists. */
    public PriceEntryService prices() {
        return new PriceEntryService(desk);
    }

    /** The prices that were agreed on with customers. */
    public ContractPriceService contractPrices() {
        return new ContractPriceService(desk);
    }

    /** Whose prices come from which list. */
    public BookAssignmentService bookAssignments() {
        return new BookAssignmentService(desk);
    }

    /** What is granted for a time, and the coupons that open it. */
    public PromotionService promotions() {
        return new PromotionService(desk);
    }

    /** The uses of promotions. */
    public RedemptionService redemptions() {
        return new RedemptionService(desk);
    }

    /** The sets of rules that change prices. */
    public RuleSetService ruleSets() {
        return new RuleSetService(desk);
    }

    /** The rules that change prices. */
    public PriceRuleService priceRules() {
        return new PriceRuleService(desk, pricingFields);
    }

    /** What is wrong with price books and rules. */
    public PriceLintService priceLint() {
        return new PriceLintService(desk, pricingFields, terms.books().rates());
    }

    /** What things cost, and why. */
    public PricingService pricing() {
        return new PricingService(desk, terms.pricing());
    }

    /** What was offered at which price. */
    public QuoteService quotes() {
        return new QuoteService(desk, terms);
    }

    /** What deals add up to. */
    public ForecastService forecasts() {
        return new ForecastService(desk, terms.books().calendar(), terms.books().zone());
    }

    /** Deals through time: the pipeline now and at any moment, and what moved in between. */
    public TrackService track() {
        return new TrackService(desk);
    }

    /** What history teaches: how deals convert, how long they take, and which ones are neglected. */
    public InsightService insight() {
        return new InsightService(desk, terms.books().calendar(), terms.books().zone());
    }

    /** The whole story of deals and accounts. */
    public TimelineService timelines() {
        return new TimelineService(desk, terms.books().zone());
    }

    /** How likely deals are to be won, and why. */
    public ScoreService scores() {
        return new ScoreService(desk, terms.books().zone());
    }

    /** Runs several calls as one unit of work: all of it is stored, or, when anything throws, nothing. */
    public void transact(Consumer<CrmSession> calls) {
        compute(tx -> {
            calls.accept(tx);
            return tx;
        });
    }

    /** As {@link #transact}, and returns what the calls came to. */
    public <R> R compute(Function<CrmSession, R> calls) {
        return desk.storage().inUnit(caller().tenant(), unit -> calls.apply(within(unit)));
    }

    private CrmSession within(UnitOfWork unit) {
        return new CrmSession(desk.over(unit.asStorage()), terms, pricingFields);
    }
}
