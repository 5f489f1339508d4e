package io.github.crmkit.agreement;

import static io.github.crmkit.agreement.AgreementOffice.JUNE;
import static io.github.crmkit.agreement.AgreementOffice.MAY;
import static io.github.crmkit.agreement.AgreementOffice.violations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.crmkit.agreement.BookAssignmentService.AssignBook;
import io.github.crmkit.agreement.BookChoice.AssignedBook;
import io.github.crmkit.agreement.BookChoice.NoBook;
import io.github.crmkit.agreement.BookChoice.Obstacle;
import io.github.crmkit.agreement.BookChoice.Reason;
import io.github.crmkit.agreement.BookChoice.Rejected;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.pricebook.PriceBookService;
import io.github.crmkit.pricebook.PriceBookService.NewPriceBook;
import io.github.crmkit.pricebook.PriceBooks;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.time.DateRange;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class BookAssignmentServiceTest {

    private final AgreementOffice office = new AgreementOffice();
    private final BookAssignmentService assignments = office.assignments();
    private final PriceBookId wholesale = office.wholesale.id();
    private final PriceBookId retail = office.retail.id();

    @Test
    void the_narrowest_scope_gives_the_book_and_says_so() {
        assertThat(resolved()).isInstanceOfSatisfying(NoBook.class, n -> {
            assertThat(n.why()).isEqualTo(NoBook.Why.NONE_APPLIES);
            assertThat(n.rejected()).isEmpty();
        });
        PriceBook list = new PriceBookService(office.desk)
                .open(NewPriceBook.of("List", CurrencyUnit.USD).standard());
        assertBook(list.id(), Reason.STANDARD);
        assignments.assign(AssignBook.toEveryone(retail));
        assertBook(retail, Reason.DEFAULT);
        assignments.assign(AssignBook.toTerritory("Bangkok", wholesale));
        assertBook(wholesale, Reason.TERRITORY);
        assignments.assign(AssignBook.toGroup("Wholesale", retail));
        assertBook(retail, Reason.GROUP);
        assignments.assign(AssignBook.toAccount(office.siam.id(), wholesale));
        assertBook(wholesale, Reason.OWN);
        assertThat(resolved().rejected())
                .extracting(Rejected::obstacle)
                .containsExactly(
                        Obstacle.NARROWER_FIRST,
                        Obstacle.NARROWER_FIRST,
                        Obstacle.NARROWER_FIRST,
                        Obstacle.NARROWER_FIRST);
    }

    @Test
    void what_does_not_apply_gives_way_to_the_next_scope_and_says_why() {
        BookAssignment own = assignments.assign(
                AssignBook.toAccount(office.siam.id(), wholesale).validity(DateRange.startingOn(JUNE)));
        BookAssignment group =
                assignments.assign(AssignBook.toGroup("Wholesale", wholesale).validity(new DateRange(null, MAY)));
        BookAssignment territory = assignments.withdraw(
                assignments.assign(AssignBook.toTerritory("Bangkok", wholesale)).id());
        PriceBook yen = new PriceBookService(office.desk).open(NewPriceBook.of("Japan", CurrencyUnit.JPY));
        BookAssignment other = assignments.assign(AssignBook.toEveryone(yen.id()));
        BookAssignment winner = assignments.assign(AssignBook.toEveryone(retail));

        assertThat(resolved()).isInstanceOfSatisfying(AssignedBook.class, a -> {
            assertThat(a.assignedBy()).contains(winner.id());
            assertThat(a.rejected())
                    .containsExactly(
                            rejected(own, Obstacle.NOT_YET_VALID),
                            rejected(group, Obstacle.EXPIRED),
                            rejected(territory, Obstacle.INACTIVE),
                            rejected(other, Obstacle.OTHER_CURRENCY));
        });
        new PriceBookService(office.desk).deactivate(retail);
        assertThat(resolved().rejected()).contains(rejected(winner, Obstacle.BOOK_INACTIVE));
        assertThat(resolved()).hasToString("no price book: none is assigned that applies, nor is there a standard one");
    }

    @Test
    void a_standard_book_that_does_not_apply_says_why() {
        PriceBook old = new PriceBookService(office.desk)
                .open(NewPriceBook.of("List", CurrencyUnit.USD).standard().validity(new DateRange(null, MAY)));

        assertThat(resolved().rejected())
                .containsExactly(new Rejected(PriceBooks.TYPE.refTo(old.id()), Obstacle.BOOK_NOT_VALID));
    }

    @Test
    void assigning_again_gives_the_same_assignment_another_book_or_nothing_new() {
        BookAssignment first = assignments.assign(AssignBook.toGroup(" Wholesale ", wholesale));
        List<Object> before = office.office.dump(AgreementOffice.ALL);

        assertThat(assignments.assign(AssignBook.toGroup("Wholesale", wholesale)))
                .isEqualTo(first);
        assertThat(office.office.dump(AgreementOffice.ALL)).isEqualTo(before);
        BookAssignment second = assignments.assign(AssignBook.toGroup("Wholesale", retail));
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.book()).isEqualTo(retail);
        assignments.withdraw(first.id());
        assignments.reinstate(first.id());
        assertThat(assignments.history(first.id()))
                .extracting(HistoryEntry::code)
                .containsExactly(
                        "book-assignment.assigned",
                        "book-assignment.changed",
                        "book-assignment.withdrawn",
                        "book-assignment.reinstated");
    }

    @Test
    void no_day_has_two_books_of_the_same_scope_and_currency() {
        BookAssignment may = assignments.assign(
                AssignBook.toAccount(office.siam.id(), wholesale).validity(DateRange.of(MAY, JUNE)));

        assertThat(violations(() -> assignments.assign(AssignBook.toAccount(office.siam.id(), retail))))
                .containsExactly(tuple("validity", "overlap"));
        assignments.withdraw(may.id());
        assignments.assign(AssignBook.toAccount(office.siam.id(), retail));
        assertThat(violations(() -> assignments.reinstate(may.id()))).containsExactly(tuple("validity", "overlap"));
        assertThat(assignments.ofAccount(office.siam.id())).hasSize(2);
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        PriceBookId nowhere = new PriceBookId(new UUID(3, 3));
        AccountId nobody = new AccountId(new UUID(3, 3));

        assertThat(violations(() -> assignments.assign(AssignBook.toAccount(nobody, nowhere))))
                .containsExactly(tuple("book", "not-found"), tuple("scope.account", "not-found"));
        assertThatThrownBy(() -> AssignBook.toGroup(" ", retail)).isInstanceOf(RuleViolationsException.class);
        assertThatThrownBy(() -> AssignBook.toTerritory("x".repeat(101), retail))
                .isInstanceOf(RuleViolationsException.class);
        assertThatThrownBy(() -> assignments.resolve(nobody, CurrencyUnit.USD, MAY))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    @SuppressWarnings("NullAway") // what binding a request body without checks can lead to
    void what_a_host_left_out_is_refused_like_any_other_mistake() {
        assertThat(violations(() -> assignments.assign(new AssignBook(null, null, null))))
                .extracting(t -> t.toList().get(0))
                .containsExactly("book", "scope", "validity");
    }

    @Test
    void assignments_to_groups_territories_and_everyone_are_found_without_those_of_accounts() {
        assignments.assign(AssignBook.toAccount(office.siam.id(), wholesale));
        BookAssignment group = assignments.assign(AssignBook.toGroup("Wholesale", retail));
        BookAssignment everyone = assignments.assign(AssignBook.toEveryone(retail));

        assertThat(assignments.find(Criteria.all(), Sort.byId(), PageRequest.first(9)))
                .containsExactly(group, everyone);
    }

    private BookChoice resolved() {
        return assignments.resolve(office.siam.id(), CurrencyUnit.USD, MAY);
    }

    private void assertBook(PriceBookId book, Reason reason) {
        assertThat(resolved()).isInstanceOfSatisfying(AssignedBook.class, a -> {
            assertThat(a.book().id()).isEqualTo(book);
            assertThat(a.reason()).isEqualTo(reason);
            assertThat(a).hasToString("price book " + book.text() + ": " + reason.words());
        });
    }

    private static Rejected rejected(BookAssignment assignment, Obstacle obstacle) {
        return new Rejected(BookAssignments.TYPE.refOf(assignment), obstacle);
    }
}
