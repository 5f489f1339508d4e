package io.github.crmkit.party;

import static io.github.crmkit.access.TestOffice.MALEE;
import static io.github.crmkit.access.TestOffice.OPENING;
import static io.github.crmkit.access.TestOffice.OTHER_TENANT;
import static io.github.crmkit.access.TestOffice.SOMCHAI;
import static io.github.crmkit.party.AccountFields.COUNTRY;
import static io.github.crmkit.party.AccountFields.NAME;
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
import io.github.crmkit.party.AccountService.EditAccount;
import io.github.crmkit.party.AccountService.NewAccount;
import io.github.crmkit.person.PhoneNumber;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.DuplicateKeyException;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.storage.StaleVersionException;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class AccountServiceTest {

    private final TestOffice office = TestOffice.open();
    private final AccountService accounts = new AccountService(office.deskOf(SOMCHAI));

    @Test
    void an_account_is_created_for_the_caller() {
        Account account = accounts.create(NewAccount.of("Siam Tiles")
                .industry("Building materials")
                .website("siamtiles.example")
                .phone("+66 2 123 4567")
                .country("Thailand")
                .reference("A-1")
                .group("Wholesale")
                .territory("Bangkok"));

        assertThat(accounts.get(account.id())).isEqualTo(account);
        assertThat(account)
                .isEqualTo(new Account(
                        account.id(),
                        Stamp.first(OPENING, SOMCHAI),
                        "Siam Tiles",
                        "Building materials",
                        "siamtiles.example",
                        new PhoneNumber("+66 2 123 4567"),
                        "Thailand",
                        SOMCHAI,
                        "A-1",
                        "Wholesale",
                        "Bangkok"));
        assertThat(accounts.create(NewAccount.of("Thai Tiles").owner(MALEE)).owner())
                .isEqualTo(MALEE);
        assertThat(accounts.history(account.id()))
                .extracting(HistoryEntry::code)
                .containsExactly(AccountEvent.Created.CODE);
    }

    @Test
    void everything_that_is_wrong_with_a_new_account_is_said_at_once() {
        assertRefused(
                () -> accounts.create(NewAccount.of("x".repeat(201))
                        .industry(" ")
                        .website("javascript:x")
                        .phone("12")
                        .country("\u0000")
                        .reference("")),
                "country plain-text",
                "industry plain-text",
                "name plain-text",
                "reference plain-text",
                "website website",
                "phone phone-number");
        assertRefused(() -> accounts.create(NewAccount.of(null)), "name not-null");
        assertThat(office.dump(List.of(Accounts.TYPE))).isEmpty();
    }

    @Test
    void a_batch_is_all_or_nothing() {
        assertRefused(
                () -> accounts.createAll(List.of(
                        NewAccount.of("Siam Tiles").reference("A-1"),
                        NewAccount.of("").phone("?"),
                        NewAccount.of("Thai Tiles").reference("A-1"))),
                "[1].name plain-text",
                "[1].phone phone-number",
                "[2].reference duplicate");
        assertThatThrownBy(() -> accounts.createAll(Collections.nCopies(10_001, NewAccount.of("Siam Tiles"))))
                .isInstanceOf(LimitExceededException.class);
        assertThat(office.dump(List.of(Accounts.TYPE))).isEmpty();

        accounts.create(NewAccount.of("Siam Tiles").reference("A-1"));
        assertThatThrownBy(() -> accounts.createAll(List.of(
                        NewAccount.of("Viet Tiles"), NewAccount.of("Thai Tiles").reference("A-1"))))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(accounts.count(Criteria.all())).isEqualTo(1);

        assertThat(accounts.createAll(List.of(NewAccount.of("Viet Tiles"), NewAccount.of("Thai Tiles"))))
                .extracting(Account::name)
                .containsExactly("Viet Tiles", "Thai Tiles");
        assertThat(accounts.count(Criteria.all())).isEqualTo(3);
    }

    @Test
    void accounts_are_found_by_name_country_and_reference() {
        Account siam =
                accounts.create(NewAccount.of("Siam Tiles").country("Thailand").reference("A-1"));
        Account viet = accounts.create(NewAccount.of("Viet Tiles").country("Viet Nam"));

        assertThat(accounts.find(Accounts.named(" SIAM TILES "), Sort.byId(), PageRequest.first(5)))
                .containsExactly(siam);
        assertThat(accounts.find(COUNTRY.notNull(), NAME.desc(), PageRequest.first(5)))
                .containsExactly(viet, siam);
        assertThat(accounts.byReference("A-1")).contains(siam);
        assertThat(accounts.byReference("A-2")).isEmpty();
        assertThat(stranger().byReference("A-1")).isEmpty();
    }

    @Test
    void an_edit_starts_from_what_was_shown() {
        Account shown = accounts.create(NewAccount.of("Siam Tiles").phone("+66 2 123 4567"));

        Account edited = accounts.edit(EditAccount.of(shown)
                .name("Siam Ceramics")
                .industry("Retail")
                .website("siam.example")
                .phone(null)
                .country("Thailand")
                .reference("A-9")
                .group("Retail chains")
                .territory("North"));

        assertThat(EditAccount.of(edited))
                .isEqualTo(new EditAccount(
                        shown.id(),
                        2,
                        "Siam Ceramics",
                        "Retail",
                        "siam.example",
                        null,
                        "Thailand",
                        "A-9",
                        "Retail chains",
                        "North"));
        assertThat(accounts.get(shown.id())).isEqualTo(edited);
        assertThat(accounts.edit(EditAccount.of(edited))).isEqualTo(edited);
        assertRefused(
                () -> accounts.edit(
                        EditAccount.of(edited).name("").website("//x").phone("?")),
                "name plain-text",
                "website website",
                "phone phone-number");
    }

    @Test
    void an_edit_of_what_is_no_longer_shown_carries_the_account_as_it_is() {
        Account shown = accounts.create(NewAccount.of("Siam Tiles"));
        Account current = accounts.edit(EditAccount.of(shown).country("Thailand"));

        assertThatThrownBy(() -> accounts.edit(EditAccount.of(shown).name("Thai Tiles")))
                .isInstanceOfSatisfying(
                        StaleVersionException.class,
                        conflict -> assertThat(conflict.current()).contains(current));
        assertThat(accounts.get(shown.id())).isEqualTo(current);
    }

    @Test
    void a_reference_cannot_be_edited_into_one_that_is_taken() {
        accounts.create(NewAccount.of("Siam Tiles").reference("A-1"));
        Account other = accounts.create(NewAccount.of("Thai Tiles"));

        assertThatThrownBy(() -> accounts.edit(EditAccount.of(other).reference("A-1")))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(accounts.get(other.id())).isEqualTo(other);
    }

    @Test
    void an_unknown_account_and_an_account_of_another_tenant_are_told_apart_by_nothing() {
        Account theirs = stranger().create(NewAccount.of("Secret Tiles"));
        AccountId unknown = new AccountId(UUID.randomUUID());

        for (Consumer<AccountId> door : doorsOf(accounts)) {
            assertThat(refusalOf(door, theirs.id())).isEqualTo(refusalOf(door, unknown));
        }
        assertThat(stranger().get(theirs.id())).isEqualTo(theirs);
    }

    @Test
    void an_account_that_a_colleague_owns_is_not_found_where_records_are_own() {
        AccountService own =
                new AccountService(office.under(AccessPolicy.ownRecords()).deskOf(SOMCHAI));
        Account hers = accounts.create(NewAccount.of("Malee's").owner(MALEE).reference("M-1"));
        Account his = accounts.create(NewAccount.of("Somchai's"));

        for (Consumer<AccountId> door : doorsOf(own)) {
            assertThat(refusalOf(door, hers.id())).isEqualTo(refusalOf(door, new AccountId(UUID.randomUUID())));
        }
        assertThat(accounts.get(hers.id())).isEqualTo(hers);
        assertThat(own.byReference("M-1")).isEmpty();
        assertThat(own.find(Criteria.all(), Sort.byId(), PageRequest.first(9))).containsExactly(his);
        assertThat(own.assign(his.id(), MALEE).owner()).isEqualTo(MALEE);
        assertThat(own.count(Criteria.all())).isZero();
    }

    @Test
    void a_denied_write_leaves_nothing() {
        Account account = accounts.create(NewAccount.of("Siam Tiles"));
        AccountService reader = new AccountService(office.under(new ReadOnly()).deskOf(SOMCHAI));
        List<Object> before = office.dump(List.of(Accounts.TYPE));
        List<ThrowingCallable> writes = List.of(
                () -> reader.create(NewAccount.of("Thai Tiles")),
                () -> reader.createAll(List.of(NewAccount.of("Thai Tiles"))),
                () -> reader.assign(account.id(), MALEE),
                () -> reader.edit(EditAccount.of(account).name("Thai Tiles")));

        for (ThrowingCallable write : writes) {
            assertThatThrownBy(write).isInstanceOf(AccessDeniedException.class);
        }
        assertThat(office.dump(List.of(Accounts.TYPE))).isEqualTo(before);
    }

    @Test
    void each_write_asks_for_its_own_action() {
        AskedActions policy = new AskedActions();
        AccountService asking = new AccountService(office.under(policy).deskOf(SOMCHAI));

        Account account = asking.create(NewAccount.of("Siam Tiles"));
        asking.createAll(List.of(NewAccount.of("Siam Tiles")));
        assertThat(policy.taken()).containsExactly("create account");
        asking.edit(EditAccount.of(account).country("Thailand"));
        assertThat(policy.taken()).containsExactly("update account");
        asking.assign(account.id(), MALEE);
        assertThat(policy.taken()).containsExactly("assign account");
    }

    private static List<Consumer<AccountId>> doorsOf(AccountService service) {
        return List.of(
                service::get,
                service::history,
                id -> service.assign(id, MALEE),
                id -> service.edit(new EditAccount(id, 1, "Siam", null, null, null, null, null, null, null)));
    }

    private AccountService stranger() {
        return new AccountService(office.deskOf(OTHER_TENANT, MALEE));
    }

    private static String refusalOf(Consumer<AccountId> door, AccountId id) {
        NotFoundException refusal = catchThrowableOfType(NotFoundException.class, () -> door.accept(id));
        assertThat(refusal).isNotNull();
        return refusal.code() + " " + refusal.getMessage().replace(id.text(), "?");
    }
}
