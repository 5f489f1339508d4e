package io.github.crmkit.party;

import io.github.crmkit.access.Work;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.ForwardingRepository;
import io.github.crmkit.storage.Repository;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The affiliations of a tenant. Any storage keeps them; a host that wants to keep them elsewhere implements this alone.
 * They have no owner of their own: who may see one follows from its contact and its account, see {@link ContactService}.
 */
public interface Affiliations extends Repository<Affiliation, AffiliationId> {

    /** How affiliations are kept. */
    EntityType<Affiliation, AffiliationId> TYPE = EntityType.named("affiliation", AffiliationId::new, Affiliation::id)
            .fields(AffiliationFields.ALL)
            .stamp(Affiliation::stamp, Affiliation::withStamp);

    /** The affiliations within a unit of work, as its caller sees them. */
    static Affiliations in(Work work) {
        return over(work.repository(TYPE));
    }

    /** The affiliations in this repository. */
    static Affiliations over(Repository<Affiliation, AffiliationId> repository) {
        record Kept(Repository<Affiliation, AffiliationId> base)
                implements Affiliations, ForwardingRepository<Affiliation, AffiliationId> {}
        return new Kept(repository);
    }

    /** Selects what concerns this contact. */
    static Criteria<Affiliation> of(ContactId contact) {
        return AffiliationFields.CONTACT.equalTo(contact);
    }

    /** Selects what concerns this account. */
    static Criteria<Affiliation> of(AccountId account) {
        return AffiliationFields.ACCOUNT.equalTo(account);
    }

    /** Selects what holds on this day. */
    static Criteria<Affiliation> on(LocalDate day) {
        Criteria<Affiliation> begun = AffiliationFields.FROM.isNull().or(AffiliationFields.FROM.lessThanEqual(day));
        return begun.and(AffiliationFields.UNTIL.isNull().or(AffiliationFields.UNTIL.greaterThan(day)));
    }

    /** All that satisfy the filter, oldest first. */
    default List<Affiliation> all(Criteria<Affiliation> where) {
        List<Affiliation> found = new ArrayList<>();
        each(where, Sort.byId(), found::add);
        return found;
    }

    /** Whether another affiliation says the same about some day as this one. */
    default boolean isRepeated(Affiliation affiliation) {
        return all(of(affiliation.contact()).and(of(affiliation.account()))).stream()
                .filter(other -> !other.id().equals(affiliation.id()))
                .anyMatch(affiliation::repeats);
    }
}
