package io.github.crmkit.quote;

import io.github.crmkit.access.Work;
import io.github.crmkit.opportunity.OpportunityId;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.query.Page;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.storage.ForwardingRepository;
import io.github.crmkit.storage.Repository;
import io.github.crmkit.storage.UnitOfWork;

/** Where quotes are kept; a host may implement it alone. */
public interface Quotes extends Repository<Quote, QuoteId> {

    /** How quotes are kept. */
    EntityType<Quote, QuoteId> TYPE = EntityType.named("quote", QuoteId::new, Quote::id)
            .fields(QuoteFields.ALL)
            .owner(QuoteFields.OWNER)
            .stamp(Quote::stamp, Quote::stamped);

    /** The quotes within a unit of work, as its caller sees them. */
    static Quotes in(Work work) {
        return over(work.repository(TYPE));
    }

    /** The quotes in this repository. */
    static Quotes over(Repository<Quote, QuoteId> repository) {
        record Kept(Repository<Quote, QuoteId> base) implements Quotes, ForwardingRepository<Quote, QuoteId> {}
        return new Kept(repository);
    }

    /** Whether any quote is of this deal, whoever may see it: as {@link io.github.crmkit.opportunity.Opportunities.Use} asks. */
    static boolean useDeal(UnitOfWork unit, OpportunityId deal) {
        return unit.repository(TYPE).count(QuoteFields.OPPORTUNITY.equalTo(deal)) > 0;
    }

    /** The quotes of a deal, newest first. */
    default Page<Quote> ofOpportunity(OpportunityId opportunity, PageRequest request) {
        return page(QuoteFields.OPPORTUNITY.equalTo(opportunity), QuoteFields.CREATED_AT.desc(), request);
    }
}
