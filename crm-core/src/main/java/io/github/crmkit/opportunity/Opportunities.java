package io.github.crmkit.opportunity;

import io.github.crmkit.access.Work;
import io.github.crmkit.lead.LeadId;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.pipeline.Outcome;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.ForwardingRepository;
import io.github.crmkit.storage.Repository;
import io.github.crmkit.storage.UnitOfWork;
import java.time.LocalDate;
import java.util.Optional;

/** The deals of a tenant. Any storage keeps them; a host that wants to keep them elsewhere implements this alone. */
public interface Opportunities extends Repository<Opportunity, OpportunityId> {

    /** How deals are kept: the reference is unique within the tenant. */
    EntityType<Opportunity, OpportunityId> TYPE = EntityType.named("opportunity", OpportunityId::new, Opportunity::id)
            .fields(OpportunityFields.ALL)
            .telling(OpportunityFields.TOLD)
            .owner(OpportunityFields.OWNER)
            .unique("reference", OpportunityFields.REFERENCE)
            .trail(Standing.TRAIL)
            .stamp(Opportunity::stamp, Opportunity::withStamp);

    /** Tells whether something refers to a deal, so that it cannot be removed. Rooms whose records hold deals implement it. */
    @FunctionalInterface
    interface Use {

        /** Whether anything of this tenant refers to the deal, whoever may see it. */
        boolean uses(UnitOfWork unit, OpportunityId deal);
    }

    /** The deals within a unit of work, as its caller sees them. */
    static Opportunities in(Work work) {
        return over(work.repository(TYPE));
    }

    /** The deals in this repository. */
    static Opportunities over(Repository<Opportunity, OpportunityId> repository) {
        record Kept(Repository<Opportunity, OpportunityId> base)
                implements Opportunities, ForwardingRepository<Opportunity, OpportunityId> {}
        return new Kept(repository);
    }

    /** Selects what is still to be decided. */
    static Criteria<Opportunity> open() {
        return OpportunityFields.OUTCOME.equalTo(Outcome.OPEN);
    }

    /** Selects what this lead became: one deal at most. */
    static Criteria<Opportunity> ofLead(LeadId lead) {
        return OpportunityFields.LEAD.equalTo(lead);
    }

    /** Selects the deals with this account. */
    static Criteria<Opportunity> of(AccountId account) {
        return OpportunityFields.ACCOUNT.equalTo(account);
    }

    /** Selects the open deals that were expected to be decided before this day. */
    static Criteria<Opportunity> overdueOn(LocalDate day) {
        return open().and(OpportunityFields.CLOSE_DATE.lessThan(day));
    }

    /** What this lead became, where it became a deal. */
    default Optional<Opportunity> fromLead(LeadId lead) {
        return first(ofLead(lead), Sort.byId());
    }

    /** The deal with this key of another system. */
    default Optional<Opportunity> byReference(String reference) {
        return first(OpportunityFields.REFERENCE.equalTo(reference.strip()), Sort.byId());
    }
}
