package io.github.crmkit.agreement;

import static io.github.crmkit.access.TestOffice.MALEE;
import static io.github.crmkit.agreement.AgreementOffice.MAY;
import static io.github.crmkit.agreement.AgreementOffice.violations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.crmkit.access.AccessDeniedException;
import io.github.crmkit.access.AccessPolicy;
import io.github.crmkit.access.AskedActions;
import io.github.crmkit.access.Hiding;
import io.github.crmkit.access.ReadOnly;
import io.github.crmkit.access.TestOffice;
import io.github.crmkit.agreement.BookAssignmentService.AssignBook;
import io.github.crmkit.agreement.BookChoice.NoBook;
import io.github.crmkit.agreement.BookChoice.Obstacle;
import io.github.crmkit.agreement.BookChoice.Rejected;
import io.github.crmkit.agreement.ContractPriceService.NewContractPrice;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.party.Accounts;
import io.github.crmkit.pricebook.PriceBooks;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** Who sees what was agreed on, and who may agree. */
class AgreementAccessTest {

    private final AgreementOffice office = new AgreementOffice();
    private final ContractPrice price = office.prices().agree(office.siam.id(), agreed("USD 99"));
    private final BookAssignment own =
            office.assignments().assign(AssignBook.toAccount(office.siam.id(), office.wholesale.id()));
    private final BookAssignment everyones = office.assignments().assign(AssignBook.toEveryone(office.retail.id()));

    @Test
    void a_denied_write_leaves_nothing() {
        ContractPriceService prices = office.prices(new ReadOnly());
        BookAssignmentService assignments = office.assignments(new ReadOnly());
        List<Object> before = office.office.dump(AgreementOffice.ALL);
        List<ThrowingCallable> writes = List.of(
                () -> prices.agree(office.siam.id(), agreed("USD 98")),
                () -> prices.agree(office.siam.id(), agreed("THB 98")),
                () -> prices.withdraw(price.id()),
                () -> assignments.assign(AssignBook.toAccount(office.siam.id(), office.retail.id())),
                () -> assignments.assign(AssignBook.toGroup("Wholesale", office.retail.id())),
                () -> assignments.withdraw(own.id()),
                () -> assignments.withdraw(everyones.id()));

        for (ThrowingCallable write : writes) {
            assertThatThrownBy(write).isInstanceOf(AccessDeniedException.class);
        }
        assertThat(office.office.dump(AgreementOffice.ALL)).isEqualTo(before);
    }

    @Test
    void each_write_asks_for_its_own_action() {
        AskedActions policy = new AskedActions();
        ContractPriceService prices = office.prices(policy);
        BookAssignmentService assignments = office.assignments(policy);

        prices.agree(office.siam.id(), agreed("THB 98"));
        assertThat(policy.taken()).containsExactly("update account", "create contract-price");
        prices.withdraw(price.id());
        assertThat(policy.taken()).containsExactly("update account", "update contract-price");
        assignments.assign(AssignBook.toGroup("Wholesale", office.retail.id()));
        assertThat(policy.taken()).containsExactly("create book-assignment");
        assignments.withdraw(own.id());
        assertThat(policy.taken()).containsExactly("update account", "update book-assignment");
    }

    @Test
    void what_was_agreed_on_with_a_hidden_account_is_not_there() {
        ContractPriceService prices = office.prices(new Hiding(Accounts.TYPE));
        BookAssignmentService assignments = office.assignments(new Hiding(Accounts.TYPE));
        ContractPriceId never = new ContractPriceId(new UUID(3, 3));
        List<ThrowingCallable> hidden = List.of(
                () -> prices.find(office.siam.id(), Criteria.all(), Sort.byId(), PageRequest.first(1)),
                () -> prices.history(price.id()),
                () -> prices.withdraw(price.id()),
                () -> prices.reinstate(price.id()),
                () -> prices.agree(office.siam.id(), agreed("USD 98")),
                () -> assignments.get(own.id()),
                () -> assignments.history(own.id()),
                () -> assignments.withdraw(own.id()),
                () -> assignments.ofAccount(office.siam.id()),
                () -> assignments.resolve(office.siam.id(), CurrencyUnit.USD, MAY));

        for (ThrowingCallable one : hidden) {
            assertThatThrownBy(one).isInstanceOf(NotFoundException.class);
        }
        NotFoundException foreign = catchThrowableOfType(NotFoundException.class, () -> prices.get(price.id()));
        NotFoundException unknown = catchThrowableOfType(NotFoundException.class, () -> prices.get(never));
        assertThat(foreign.getMessage().replace(price.id().text(), "?"))
                .isEqualTo(unknown.getMessage().replace(never.text(), "?"));
        assertThat(violations(() -> assignments.assign(AssignBook.toAccount(office.siam.id(), office.retail.id()))))
                .containsExactly(tuple("scope.account", "not-found"));
        assertThat(assignments.get(everyones.id())).isEqualTo(everyones);
    }

    @Test
    void a_colleague_who_sees_own_records_only_finds_nothing_of_another_ones_account() {
        TestOffice strict = office.office.under(AccessPolicy.ownRecords());
        ContractPriceService hers = new ContractPriceService(strict.deskOf(MALEE));

        assertThatThrownBy(() -> hers.get(price.id())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> hers.agree(office.siam.id(), agreed("USD 1"))).isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_hidden_book_is_not_given_and_not_assigned() {
        BookAssignmentService assignments = office.assignments(new Hiding(PriceBooks.TYPE));

        assertThat(assignments.resolve(office.siam.id(), CurrencyUnit.USD, MAY))
                .isInstanceOfSatisfying(
                        NoBook.class,
                        n -> assertThat(n.rejected())
                                .extracting(Rejected::obstacle)
                                .containsExactly(Obstacle.BOOK_UNKNOWN, Obstacle.BOOK_UNKNOWN));
        assertThat(violations(() -> assignments.assign(AssignBook.toEveryone(office.retail.id()))))
                .containsExactly(tuple("book", "not-found"));
    }

    @Test
    void hidden_prices_and_assignments_are_not_there_for_anyone_who_sees_the_account() {
        assertThatThrownBy(() -> office.prices(new Hiding(ContractPrices.TYPE)).get(price.id()))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() ->
                        office.assignments(new Hiding(BookAssignments.TYPE)).get(everyones.id()))
                .isInstanceOf(NotFoundException.class);
    }

    private NewContractPrice agreed(String amount) {
        return NewContractPrice.of(office.tile, BigMoney.parse(amount));
    }
}
