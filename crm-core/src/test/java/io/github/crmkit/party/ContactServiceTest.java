package io.github.crmkit.party;

import static io.github.crmkit.access.TestOffice.MALEE;
import static io.github.crmkit.access.TestOffice.OPENING;
import static io.github.crmkit.access.TestOffice.OTHER_TENANT;
import static io.github.crmkit.access.TestOffice.SOMCHAI;
import static io.github.crmkit.party.ContactFields.FAMILY_NAME;
import static io.github.crmkit.party.ContactFields.FULL_NAME;
import static io.github.crmkit.party.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.crmkit.access.AccessDeniedException;
import io.github.crmkit.access.AccessPolicy;
import io.github.crmkit.access.AskedActions;
import io.github.crmkit.access.ReadOnly;
import io.github.crmkit.access.TestOffice;
import io.github.crmkit.kernel.LimitExceededException;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.party.ContactService.EditContact;
import io.github.crmkit.party.ContactService.NewContact;
import io.github.crmkit.person.ContactDetails;
import io.github.crmkit.person.EmailAddress;
import io.github.crmkit.person.PersonName;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.DuplicateKeyException;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.storage.StaleVersionException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ContactServiceTest {

    private final TestOffice office = TestOffice.open();
    private final ContactService contacts = new ContactService(office.deskOf(SOMCHAI));

    @Test
    void a_contact_is_created_for_the_caller() {
        Contact contact = contacts.create(NewContact.of("Anong", "Srisai")
                .email("Anong@SiamTiles.example")
                .phone("+66 81 123 4567")
                .title("Purchasing manager")
                .reference("C-1"));

        assertThat(contacts.get(contact.id())).isEqualTo(contact);
        assertThat(contact)
                .isEqualTo(new Contact(
                        contact.id(),
                        Stamp.first(OPENING, SOMCHAI),
                        PersonName.of("Anong", "Srisai"),
                        ContactDetails.of("Anong@SiamTiles.example", "+66 81 123 4567"),
                        "Purchasing manager",
                        SOMCHAI,
                        "C-1"));
        assertThat(contacts.create(NewContact.single("Malee").owner(MALEE)).owner())
                .isEqualTo(MALEE);
        assertThat(contacts.history(contact.id()))
                .extracting(HistoryEntry::code)
                .containsExactly(ContactEvent.Created.CODE);
    }

    @Test
    void everything_that_is_wrong_with_a_new_contact_is_said_at_once() {
        assertRefused(
                () -> contacts.create(NewContact.of(" ", null)
                        .email("@")
                        .phone("?")
                        .title("x".repeat(101))
                        .reference("\n")),
                "reference plain-text",
                "title plain-text",
                "givenName plain-text",
                "familyName not-null",
                "email email-address",
                "phone phone-number");
        assertThat(office.dump(List.of(Contacts.TYPE))).isEmpty();
    }

    @Test
    void a_batch_is_all_or_nothing() {
        assertRefused(
                () -> contacts.createAll(List.of(
                        NewContact.single("Anong").reference("C-1"),
                        NewContact.single("").email("?"),
                        NewContact.single("Malee").reference("C-1"))),
                "[1].familyName plain-text",
                "[1].email email-address",
                "[2].reference duplicate");
        assertThatThrownBy(() -> contacts.createAll(Collections.nCopies(10_001, NewContact.single("Anong"))))
                .isInstanceOf(LimitExceededException.class);
        assertThat(office.dump(List.of(Contacts.TYPE))).isEmpty();

        assertThat(contacts.createAll(
                        List.of(NewContact.single("Malee").reference("C-1"), NewContact.of("Anong", "Srisai"))))
                .extracting(c -> c.name().display())
                .containsExactly("Malee", "Anong Srisai");
        assertThatThrownBy(() -> contacts.createAll(List.of(
                        NewContact.single("Lek"), NewContact.single("Noi").reference("C-1"))))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(contacts.count(Criteria.all())).isEqualTo(2);
    }

    @Test
    void contacts_are_found_by_name_address_and_reference() {
        Contact anong = contacts.create(
                NewContact.of("Anong", "Srisai").email("Anong@Tiles.example").reference("C-1"));
        Contact minh = contacts.create(NewContact.of("Minh", "Nguyễn"));

        assertThat(contacts.find(FULL_NAME.sameText("ANONG SRISAI"), Sort.byId(), PageRequest.first(5)))
                .containsExactly(anong);
        assertThat(contacts.find(FAMILY_NAME.startsWithText("NGUYỄ"), Sort.byId(), PageRequest.first(5)))
                .containsExactly(minh);
        assertThat(contacts.find(
                        Contacts.reachedAt(new EmailAddress("ANONG@tiles.example")), Sort.byId(), PageRequest.first(5)))
                .containsExactly(anong);
        assertThat(contacts.byReference(" C-1")).contains(anong);
        assertThat(stranger().byReference("C-1")).isEmpty();
    }

    @Test
    void an_edit_starts_from_what_was_shown() {
        Contact shown = contacts.create(NewContact.of("Anong", "Srisai").phone("+66 2 123 4567"));

        Contact edited = contacts.edit(EditContact.of(shown)
                .name(null, "Anong")
                .email("a@tiles.example")
                .phone(null)
                .title("Buyer")
                .reference("C-9"));

        assertThat(EditContact.of(edited))
                .isEqualTo(new EditContact(shown.id(), 2, null, "Anong", "a@tiles.example", null, "Buyer", "C-9"));
        assertThat(contacts.get(shown.id())).isEqualTo(edited);
        assertRefused(
                () -> contacts.edit(
                        EditContact.of(edited).name("", "").email("@").phone("?")),
                "givenName plain-text",
                "familyName plain-text",
                "email email-address",
                "phone phone-number");
    }

    @Test
    void an_edit_of_what_is_no_longer_shown_carries_the_contact_as_it_is() {
        Contact shown = contacts.create(NewContact.single("Anong"));
        Contact current = contacts.edit(EditContact.of(shown).title("Buyer"));

        assertThatThrownBy(() -> contacts.edit(EditContact.of(shown).name(null, "Malee")))
                .isInstanceOfSatisfying(
                        StaleVersionException.class,
                        conflict -> assertThat(conflict.current()).contains(current));
    }

    @Test
    void an_unknown_contact_and_a_contact_of_another_tenant_are_told_apart_by_nothing() {
        Contact theirs = stranger().create(NewContact.single("Secret"));
        ContactId unknown = new ContactId(UUID.randomUUID());

        for (Consumer<ContactId> door : doorsOf(contacts)) {
            assertThat(refusalOf(door, theirs.id())).isEqualTo(refusalOf(door, unknown));
        }
    }

    @Test
    void a_contact_that_a_colleague_owns_is_not_found_where_records_are_own() {
        ContactService own =
                new ContactService(office.under(AccessPolicy.ownRecords()).deskOf(SOMCHAI));
        Contact hers = contacts.create(NewContact.single("Hers").owner(MALEE).reference("M-1"));
        Contact his = contacts.create(NewContact.single("His"));

        for (Consumer<ContactId> door : doorsOf(own)) {
            assertThat(refusalOf(door, hers.id())).isEqualTo(refusalOf(door, new ContactId(UUID.randomUUID())));
        }
        assertThat(contacts.get(hers.id())).isEqualTo(hers);
        assertThat(own.byReference("M-1")).isEmpty();
        assertThat(own.find(Criteria.all(), Sort.byId(), PageRequest.first(9))).containsExactly(his);
        assertThat(own.assign(his.id(), MALEE).owner()).isEqualTo(MALEE);
        assertThat(own.count(Criteria.all())).isZero();
    }

    @Test
    void a_denied_write_leaves_nothing() {
        Contact contact = contacts.create(NewContact.single("Anong"));
        ContactService reader = new ContactService(office.under(new ReadOnly()).deskOf(SOMCHAI));
        List<Object> before = office.dump(List.of(Contacts.TYPE));
        List<ThrowingCallable> writes = List.of(
                () -> reader.create(NewContact.single("Malee")),
                () -> reader.createAll(List.of(NewContact.single("Malee"))),
                () -> reader.assign(contact.id(), MALEE),
                () -> reader.edit(EditContact.of(contact).title("Buyer")));

        for (ThrowingCallable write : writes) {
            assertThatThrownBy(write).isInstanceOf(AccessDeniedException.class);
        }
        assertThat(office.dump(List.of(Contacts.TYPE))).isEqualTo(before);
    }

    @Test
    void each_write_asks_for_its_own_action() {
        AskedActions policy = new AskedActions();
        ContactService asking = new ContactService(office.under(policy).deskOf(SOMCHAI));

        Contact contact = asking.create(NewContact.single("Anong"));
        asking.createAll(List.of(NewContact.single("Anong")));
        assertThat(policy.taken()).containsExactly("create contact");
        asking.edit(EditContact.of(contact).title("Buyer"));
        assertThat(policy.taken()).containsExactly("update contact");
        asking.assign(contact.id(), MALEE);
        assertThat(policy.taken()).containsExactly("assign contact");
    }

    private static List<Consumer<ContactId>> doorsOf(ContactService service) {
        return List.of(
                service::get,
                service::history,
                service::affiliationsOf,
                id -> service.assign(id, MALEE),
                id -> service.accountsOf(id, LocalDate.EPOCH),
                id -> service.edit(new EditContact(id, 1, null, "Anong", null, null, null, null)));
    }

    private ContactService stranger() {
        return new ContactService(office.deskOf(OTHER_TENANT, MALEE));
    }

    private static String refusalOf(Consumer<ContactId> door, ContactId id) {
        NotFoundException refusal = catchThrowableOfType(NotFoundException.class, () -> door.accept(id));
        assertThat(refusal).isNotNull();
        return refusal.code() + " " + refusal.getMessage().replace(id.text(), "?");
    }
}
