package io.github.crmkit.lead;

import io.github.crmkit.access.Work;
import io.github.crmkit.person.EmailAddress;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.ForwardingRepository;
import io.github.crmkit.storage.Repository;
import java.util.Optional;

/** The leads of a tenant. Any storage keeps them; a host that wants to keep them elsewhere implements this alone. */
public interface Leads extends Repository<Lead, LeadId> {

    /** How leads are kept: the reference is unique within the tenant. */
    EntityType<Lead, LeadId> TYPE = EntityType.named("lead", LeadId::new, Lead::id)
            .fields(LeadFields.ALL)
            .owner(LeadFields.OWNER)
            .unique("reference", LeadFields.REFERENCE)
            .stamp(Lead::stamp, Lead::withStamp);

    /** The leads within a unit of work, as its caller sees them. */
    static Leads in(Work work) {
        return over(work.repository(TYPE));
    }

    /** The leads in this repository. */
    static Leads over(Repository<Lead, LeadId> repository) {
        record Kept(Repository<Lead, LeadId> base) implements Leads, ForwardingRepository<Lead, LeadId> {}
        return new Kept(repository);
    }

    /** Selects what is not converted. */
    static Criteria<Lead> open() {
        return LeadFields.CONVERTED_AT.isNull();
    }

    /** Selects the leads with this e-mail address, whatever its case. */
    static Criteria<Lead> reachedAt(EmailAddress email) {
        return LeadFields.EMAIL.equalTo(email.normalized());
    }

    /** The lead with this key of another system. */
    default Optional<Lead> byReference(String reference) {
        return first(LeadFields.REFERENCE.equalTo(reference.strip()), Sort.byId());
    }
}
