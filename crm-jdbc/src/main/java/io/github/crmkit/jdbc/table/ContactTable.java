package io.github.crmkit.jdbc.table;

import io.github.crmkit.jdbc.mapping.Table;
import io.github.crmkit.jdbc.value.Values;
import io.github.crmkit.party.Contact;
import io.github.crmkit.party.ContactFields;
import io.github.crmkit.party.ContactId;
import io.github.crmkit.party.Contacts;
import io.github.crmkit.person.ContactDetails;
import io.github.crmkit.person.PersonName;

/** Contacts. E-mail address and phone number are kept as given, and once more in the form that is asked for. */
final class ContactTable {

    private ContactTable() {}

    static Table<Contact, ContactId> declared() {
        return Table.of(Contacts.TYPE, "contact", t -> {
            var givenName = t.field(ContactFields.GIVEN_NAME);
            var familyName = t.field(ContactFields.FAMILY_NAME);
            t.derived(ContactFields.FULL_NAME);
            var email = t.optional(
                    "email", Values.EMAIL, contact -> contact.details().email());
            t.derived(ContactFields.EMAIL, "email_normalized");
            var phone = t.optional(
                    "phone", Values.PHONE, contact -> contact.details().phone());
            t.derived(ContactFields.PHONE, "phone_digits");
            var title = t.field(ContactFields.TITLE);
            var owner = t.field(ContactFields.OWNER, "owner_id");
            var reference = t.field(ContactFields.REFERENCE);
            t.stamp(ContactFields.CREATED_AT, "created_at");
            t.index("ix_contact_full_name", ContactFields.FULL_NAME.asc());
            t.index("ix_contact_owner", ContactFields.OWNER.asc().then(ContactFields.FULL_NAME.asc()));
            t.index("ix_contact_email", ContactFields.EMAIL.asc());
            return row -> new Contact(
                    row.id(),
                    row.stamp(),
                    new PersonName(row.optional(givenName), row.get(familyName)),
                    new ContactDetails(row.optional(email), row.optional(phone)),
                    row.optional(title),
                    row.get(owner),
                    row.optional(reference));
        });
    }
}
