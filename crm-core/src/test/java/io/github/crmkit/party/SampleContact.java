package io.github.crmkit.party;

import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.person.ContactDetails;
import io.github.crmkit.person.PersonName;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes contacts for tests: {@code aContact().title("Buyer").contact()}. Each step returns another sample. */
public record SampleContact(Contact contact) {

    /** A contact about whom everything is known but a key in another system. */
    public static SampleContact aContact() {
        return new SampleContact(new Contact(
                new ContactId(UUID.randomUUID()),
                Stamp.first(SampleAccount.CREATED_AT, SampleAccount.OWNER),
                PersonName.of("Anong", "Srisai"),
                ContactDetails.of("anong@siamtiles.example", "+66 81 123 4567"),
                "Purchasing manager",
                SampleAccount.OWNER,
                null));
    }

    /** A contact about whom nothing is known but a single name. */
    public static SampleContact aBareContact() {
        return aContact()
                .named(PersonName.single("Srisai"))
                .details(ContactDetails.none())
                .title(null);
    }

    public SampleContact named(PersonName name) {
        return edited(name, contact.details(), contact.title(), contact.reference());
    }

    public SampleContact details(ContactDetails details) {
        return edited(contact.name(), details, contact.title(), contact.reference());
    }

    public SampleContact title(@Nullable String title) {
        return edited(contact.name(), contact.details(), title, contact.reference());
    }

    public SampleContact reference(@Nullable String reference) {
        return edited(contact.name(), contact.details(), contact.title(), reference);
    }

    public SampleContact owner(UserId owner) {
        return new SampleContact(contact.assign(owner).state());
    }

    private SampleContact edited(
            PersonName name, ContactDetails details, @Nullable String title, @Nullable String reference) {
        return new SampleContact(contact.edit(name, details, title, reference).state());
    }
}
