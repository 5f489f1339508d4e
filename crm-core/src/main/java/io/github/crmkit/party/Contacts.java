package io.github.crmkit.party;

import io.github.crmkit.access.Work;
import io.github.crmkit.person.EmailAddress;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.ForwardingRepository;
import io.github.crmkit.storage.Repository;
import java.util.Optional;

/** The contacts of a tenant. Any storage keeps them; a host that wants to keep them elsewhere implements this alone. */
public interface Contacts extends Repository<Contact, ContactId> {

    /** How contacts are kept: the reference is unique within the tenant. */
    EntityType<Contact, ContactId> TYPE = EntityType.named("contact", ContactId::new, Contact::id)
            .fields(ContactFields.ALL)
            .owner(ContactFields.OWNER)
            .unique("reference", ContactFields.REFERENCE)
            .stamp(Contact::stamp, Contact::withStamp);

    /** The contacts within a unit of work, as its caller sees them. */
    static Contacts in(Work work) {
        return over(work.repository(TYPE));
    }

    /** The contacts in this repository. */
    static Contacts over(Repository<Contact, ContactId> repository) {
        record Kept(Repository<Contact, ContactId> base)
                implements Contacts, ForwardingRepository<Contact, ContactId> {}
        return new Kept(repository);
    }

    /** Selects the contacts with this e-mail address, whatever its case. */
    static Criteria<Contact> reachedAt(EmailAddress email) {
        return ContactFields.EMAIL.equalTo(email.normalized());
    }

    /** The contact with this key of another system. */
    default Optional<Contact> byReference(String reference) {
        return first(ContactFields.REFERENCE.equalTo(reference.strip()), Sort.byId());
    }
}
