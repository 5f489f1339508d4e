package io.github.crmkit.party;

import static io.github.crmkit.access.TestOffice.MALEE;
import static io.github.crmkit.access.TestOffice.OTHER_TENANT;
import static io.github.crmkit.access.TestOffice.SOMCHAI;
import static io.github.crmkit.party.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.crmkit.access.AccessDeniedException;
import io.github.crmkit.access.AccessPolicy;
import io.github.crmkit.access.AskedActions;
import io.github.crmkit.access.ReadOnly;
import io.github.crmkit.access.TestOffice;
import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.party.AccountService.NewAccount;
import io.github.crmkit.party.ContactService.Affiliate;
import io.github.crmkit.party.ContactService.NewContact;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.storage.StaleVersionException;
import io.github.crmkit.time.DateRange;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContactAffiliationTest {

    private static final List<EntityType<?, ?>> ALL = List.of(Accounts.TYPE, Contacts.TYPE, Affiliations.TYPE);
    private static final LocalDate MAY_1 = LocalDate.of(2026, 5, 1);
    private static final LocalDate MAY_31 = LocalDate.of(2026, 5, 31);
    private static final LocalDate JUNE_1 = LocalDate.of(2026, 6, 1);

    private final TestOffice office = TestOffice.open();
    private final AccountService accounts = new AccountService(office.deskOf(SOMCHAI));
    private final ContactService contacts = new ContactService(office.deskOf(SOMCHAI));
    private final ContactService own =
            new ContactService(office.under(AccessPolicy.ownRecords()).deskOf(SOMCHAI));

    private final Account tiles = accounts.create(NewAccount.of("Siam Tiles"));
    private final Account paints = accounts.create(NewAccount.of("Siam Paints"));
    private final Contact anong = contacts.create(NewContact.of("Anong", "Srisai"));
    private final Contact lek = contacts.create(NewContact.single("Lek"));

    @Test
    void a_contact_belongs_to_several_accounts_and_moves_on() {
        Affiliation atTiles =
                contacts.affiliate(Affiliate.of(anong.id(), tiles.id(), MAY_1).as("Buyer"));
        contacts.affiliate(Affiliate.of(anong.id(), paints.id(), JUNE_1));
        contacts.affiliate(Affiliate.of(lek.id(), tiles.id(), MAY_1));

        contacts.endAffiliation(atTiles.id(), MAY_31);

        assertThat(contacts.accountsOf(anong.id(), MAY_1.minusDays(1))).isEmpty();
        assertThat(contacts.accountsOf(anong.id(), MAY_1)).containsExactly(tiles);
        assertThat(contacts.accountsOf(anong.id(), MAY_31)).containsExactly(tiles);
        assertThat(contacts.accountsOf(anong.id(), JUNE_1)).containsExactly(paints);
        assertThat(names(contacts.contactsOf(tiles.id(), MAY_31))).containsExactly("Anong Srisai", "Lek");
        assertThat(names(contacts.contactsOf(tiles.id(), JUNE_1))).containsExactly("Lek");
    }

    @Test
    void two_roles_at_once_are_two_affiliations_and_one_account() {
        contacts.affiliate(Affiliate.of(anong.id(), tiles.id(), MAY_1).as("Buyer"));
        contacts.affiliate(Affiliate.of(anong.id(), tiles.id(), MAY_1).as("Owner"));

        assertThat(contacts.accountsOf(anong.id(), MAY_31)).containsExactly(tiles);
        assertThat(names(contacts.contactsOf(tiles.id(), MAY_31))).containsExactly("Anong Srisai");
        assertThat(contacts.affiliationsOf(anong.id()))
                .extracting(Affiliation::statedRole)
                .containsExactly(Optional.of("Buyer"), Optional.of("Owner"));
        assertThat(contacts.affiliationsOf(tiles.id())).hasSize(2);
    }

    @Test
    void the_same_role_cannot_be_had_twice_on_one_day() {
        contacts.affiliate(
                Affiliate.of(anong.id(), tiles.id(), MAY_1).as("Buyer").during(DateRange.ofDays(MAY_1, MAY_31)));
        List<Object> before = office.dump(ALL);

        assertRefused(
                () -> contacts.affiliate(
                        Affiliate.of(anong.id(), tiles.id(), MAY_31).as("buyer")),
                "period affiliation-overlaps");
        assertThat(office.dump(ALL)).isEqualTo(before);

        contacts.affiliate(Affiliate.of(anong.id(), tiles.id(), JUNE_1).as("Buyer"));
        contacts.affiliate(Affiliate.of(lek.id(), tiles.id(), MAY_1).as("Buyer"));
        contacts.affiliate(Affiliate.of(anong.id(), paints.id(), MAY_1).as("Buyer"));
        assertThat(contacts.affiliationsOf(anong.id())).hasSize(3);
    }

    @Test
    void what_is_recorded_does_not_repeat_itself() {
        Affiliation kept = contacts.affiliate(Affiliate.of(anong.id(), tiles.id(), MAY_1));
        Affiliation same = new Affiliation(
                new AffiliationId(UUID.randomUUID()), kept.stamp(), anong.id(), tiles.id(), null, kept.period());

        office.deskOf(SOMCHAI).run(work -> {
            assertThat(Affiliations.in(work).isRepeated(kept)).isFalse();
            assertThat(Affiliations.in(work).isRepeated(same)).isTrue();
            return kept;
        });
    }

    @Test
    void everything_that_is_wrong_with_the_command_is_said_at_once() {
        assertRefused(
                () -> contacts.affiliate(new Affiliate(null, null, " ", null)),
                "account not-null",
                "contact not-null",
                "period not-null",
                "role plain-text");
        assertRefused(
                () -> contacts.affiliate(Affiliate.of(anong.id(), tiles.id(), LocalDate.MIN)),
                "period.from date-range");
    }

    @Test
    void the_history_of_the_contact_tells_of_it() {
        Affiliation affiliation = contacts.affiliate(Affiliate.of(anong.id(), tiles.id(), MAY_1));
        contacts.endAffiliation(affiliation.id(), MAY_31);
        contacts.endAffiliation(affiliation.id(), MAY_31);

        List<EntityRef> both = List.of(Affiliations.TYPE.refTo(affiliation.id()), Accounts.TYPE.refTo(tiles.id()));
        assertThat(contacts.history(anong.id()))
                .extracting(HistoryEntry::code)
                .containsExactly(
                        ContactEvent.Created.CODE, ContactEvent.Affiliated.CODE, ContactEvent.AffiliationEnded.CODE);
        assertThat(contacts.history(anong.id()).subList(1, 3))
                .extracting(HistoryEntry::related)
                .containsExactly(both, both);
    }

    @Test
    void who_does_not_see_the_account_does_not_see_the_affiliation() {
        Account hers = accounts.create(NewAccount.of("Malee's").owner(MALEE));
        Affiliation hidden = contacts.affiliate(Affiliate.of(anong.id(), hers.id(), MAY_1));
        Affiliation shown = contacts.affiliate(Affiliate.of(anong.id(), tiles.id(), MAY_1));

        assertThat(own.affiliationsOf(anong.id())).containsExactly(shown);
        assertThat(own.accountsOf(anong.id(), MAY_1)).containsExactly(tiles);
        assertSameAsUnknown(hidden.id());
        assertThatThrownBy(() -> own.contactsOf(hers.id(), MAY_1)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> own.affiliationsOf(hers.id())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> own.affiliate(Affiliate.of(anong.id(), hers.id(), JUNE_1)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void who_does_not_see_the_contact_does_not_see_the_affiliation() {
        Contact hers = contacts.create(NewContact.single("Hers").owner(MALEE));
        Affiliation hidden = contacts.affiliate(Affiliate.of(hers.id(), tiles.id(), MAY_1));

        assertThat(own.affiliationsOf(tiles.id())).isEmpty();
        assertThat(own.contactsOf(tiles.id(), MAY_1)).isEmpty();
        assertSameAsUnknown(hidden.id());
        assertThatThrownBy(() -> own.affiliate(Affiliate.of(hers.id(), tiles.id(), JUNE_1)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void another_tenant_has_no_part_in_it() {
        Affiliation affiliation = contacts.affiliate(Affiliate.of(anong.id(), tiles.id(), MAY_1));
        ContactService strangers = new ContactService(office.deskOf(OTHER_TENANT, MALEE));
        Contact theirs = strangers.create(NewContact.single("Theirs"));

        assertThatThrownBy(() -> strangers.endAffiliation(affiliation.id(), MAY_31))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> strangers.affiliate(Affiliate.of(theirs.id(), tiles.id(), MAY_1)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> contacts.affiliate(Affiliate.of(theirs.id(), tiles.id(), MAY_1)))
                .isInstanceOf(NotFoundException.class);
        assertThat(contacts.affiliationsOf(anong.id())).containsExactly(affiliation);
    }

    @Test
    void a_denied_write_leaves_nothing() {
        Affiliation affiliation = contacts.affiliate(Affiliate.of(anong.id(), tiles.id(), MAY_1));
        ContactService reader = new ContactService(office.under(new ReadOnly()).deskOf(SOMCHAI));
        List<Object> before = office.dump(ALL);

        assertThatThrownBy(() -> reader.endAffiliation(affiliation.id(), MAY_31))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> reader.affiliate(Affiliate.of(lek.id(), tiles.id(), MAY_1)))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(reader.affiliationsOf(anong.id())).containsExactly(affiliation);
        assertThat(office.dump(ALL)).isEqualTo(before);
    }

    @Test
    void an_affiliation_is_a_change_of_its_contact_too() {
        AskedActions policy = new AskedActions();
        ContactService asking = new ContactService(office.under(policy).deskOf(SOMCHAI));

        Affiliation affiliation = asking.affiliate(Affiliate.of(anong.id(), tiles.id(), MAY_1));
        assertThat(policy.taken()).containsExactly("update contact", "create affiliation");
        asking.endAffiliation(affiliation.id(), MAY_31);
        assertThat(policy.taken()).containsExactly("update contact", "update affiliation");
    }

    @Test
    void of_many_who_record_the_same_thing_at_once_one_succeeds() throws Exception {
        int callers = 16;
        ExecutorService pool = Executors.newFixedThreadPool(callers);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<String>> outcomes = IntStream.range(0, callers)
                    .mapToObj(i -> pool.submit(() -> {
                        start.await();
                        return outcomeOf(Affiliate.of(anong.id(), tiles.id(), MAY_1.plusDays(i)));
                    }))
                    .toList();
            start.countDown();
            int recorded = 0;
            for (Future<String> outcome : outcomes) {
                recorded += outcome.get().equals("recorded") ? 1 : 0;
            }
            assertThat(recorded).isEqualTo(1);
        } finally {
            pool.shutdownNow();
        }
        assertThat(contacts.affiliationsOf(anong.id())).hasSize(1);
        assertThat(contacts.get(anong.id()).stamp().version()).isEqualTo(2);
    }

    private String outcomeOf(Affiliate command) {
        try {
            contacts.affiliate(command);
            return "recorded";
        } catch (StaleVersionException | RuleViolationsException refused) {
            return refused.code();
        }
    }

    private void assertSameAsUnknown(AffiliationId hidden) {
        AffiliationId unknown = new AffiliationId(UUID.randomUUID());

        assertThat(refusalOf(hidden)).isEqualTo(refusalOf(unknown));
    }

    private String refusalOf(AffiliationId id) {
        NotFoundException refusal = catchThrowableOfType(NotFoundException.class, () -> own.endAffiliation(id, MAY_31));
        assertThat(refusal).isNotNull();
        return refusal.code() + " " + refusal.getMessage().replace(id.text(), "?");
    }

    private static List<String> names(List<Contact> found) {
        return found.stream().map(c -> c.name().display()).toList();
    }
}
