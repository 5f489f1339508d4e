package io.github.crmkit.party;

import static io.github.crmkit.party.Refusals.assertRefused;
import static io.github.crmkit.party.SampleAccount.OWNER;
import static io.github.crmkit.party.SampleContact.aBareContact;
import static io.github.crmkit.party.SampleContact.aContact;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.merge.DroppedValue;
import io.github.crmkit.merge.Filled;
import io.github.crmkit.person.ContactDetails;
import io.github.crmkit.person.PersonName;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ContactTest {

    @Test
    void everything_that_cannot_be_is_refused_at_once() {
        Contact contact = aContact().contact();

        assertRefused(
                () -> new Contact(
                        contact.id(),
                        contact.stamp(),
                        contact.name(),
                        contact.details(),
                        "x".repeat(101),
                        OWNER,
                        "line\nbreak"),
                "title plain-text",
                "reference plain-text");
        assertThat(aContact().title(" Buyer ").contact().title()).isEqualTo("Buyer");
    }

    @Test
    void an_edit_replaces_what_is_known_and_nothing_else() {
        Contact contact = aContact().reference("C-1").contact();

        Change<Contact> change = contact.edit(PersonName.single("Malee"), ContactDetails.none(), null, null);

        assertThat(change.events()).containsExactly(new ContactEvent.Edited());
        assertThat(change.state())
                .isEqualTo(new Contact(
                        contact.id(),
                        contact.stamp(),
                        PersonName.single("Malee"),
                        ContactDetails.none(),
                        null,
                        OWNER,
                        null));
    }

    @Test
    void assigning_announces_the_old_and_the_new_owner() {
        UserId other = new UserId(UUID.randomUUID());

        assertThat(aContact().contact().assign(other).events())
                .containsExactly(new ContactEvent.Assigned(OWNER, other));
        assertThat(aContact().contact().assign(OWNER).isNone()).isTrue();
    }

    @Test
    void blanks_are_filled_the_given_name_too() {
        Filled<Contact> filled = aBareContact()
                .contact()
                .fillBlanks(
                        PersonName.of("Anong", "SRISAI"),
                        ContactDetails.of("anong@siamtiles.example", "02 999 9999"),
                        "Buyer");

        Contact after = filled.change().state();
        assertThat(filled.change().events()).containsExactly(new ContactEvent.Filled());
        assertThat(filled.dropped()).isEmpty();
        assertThat(after.name()).isEqualTo(PersonName.of("Anong", "Srisai"));
        assertThat(after.details()).isEqualTo(ContactDetails.of("anong@siamtiles.example", "02 999 9999"));
        assertThat(after.title()).isEqualTo("Buyer");
    }

    @Test
    void what_stands_stays_and_what_is_dropped_is_listed() {
        Contact contact = aContact().contact();

        Filled<Contact> filled = contact.fillBlanks(
                PersonName.of("Malee", "Srisai"), ContactDetails.of("ANONG@siamtiles.example", "02 999 9999"), "Buyer");

        assertThat(filled.change().isNone()).isTrue();
        assertThat(filled.dropped())
                .containsExactly(
                        new DroppedValue("name", "Anong Srisai", "Malee Srisai"),
                        new DroppedValue("phone", "+66 81 123 4567", "02 999 9999"),
                        new DroppedValue("title", "Purchasing manager", "Buyer"));
        assertThat(contact.fillBlanks(null, ContactDetails.none(), null).dropped())
                .isEmpty();
        assertThat(contact.fillBlanks(PersonName.of("ANONG", "srisai"), ContactDetails.none(), null)
                        .dropped())
                .isEmpty();
    }

    @Test
    void another_family_name_fills_nothing() {
        Filled<Contact> filled =
                aBareContact().contact().fillBlanks(PersonName.of("Malee", "Wong"), ContactDetails.none(), null);

        assertThat(filled.change().isNone()).isTrue();
        assertThat(filled.dropped()).containsExactly(new DroppedValue("name", "Srisai", "Malee Wong"));
    }
}
