package io.github.crmkit.agreement;

import static io.github.crmkit.party.SampleAccount.anAccount;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.agreement.BookChoice.AssignedBook;
import io.github.crmkit.agreement.BookChoice.NoBook;
import io.github.crmkit.agreement.BookChoice.Reason;
import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.party.Account;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricebook.PriceBookBuilder;
import io.github.crmkit.pricebook.PriceBooks;
import io.github.crmkit.time.DateRange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.CurrencyUnit;

class BookPrecedenceProperties {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);
    private static final List<DateRange> DAYS = List.of(
            DateRange.always(),
            DateRange.ofDay(DAY),
            DateRange.startingOn(DAY.plusDays(1)),
            new DateRange(null, DAY),
            DateRange.startingOn(DAY));
    private static final Account ACCOUNT = anAccount().account();
    private static final List<AssignmentScope> SCOPES = List.of(
            new AssignmentScope.Own(ACCOUNT.id()),
            new AssignmentScope.Group("Wholesale"),
            new AssignmentScope.Territory("Bangkok"),
            new AssignmentScope.Default(),
            new AssignmentScope.Own(new AccountId(new UUID(4, 4))),
            new AssignmentScope.Group("Bangkok"),
            new AssignmentScope.Territory("Wholesale"));

    /** Assignments and books, in any order. */
    record World(List<BookAssignment> assignments, List<PriceBook> books) {}

    @Property(tries = 20_000)
    void the_book_is_the_one_that_reading_the_precedence_line_by_line_gives(@ForAll("worlds") World world) {
        BookChoice choice = choose(world);

        List<BookAssignment> usable = List.of();
        for (AssignmentScope scope : SCOPES.subList(0, 4)) {
            if (usable.isEmpty()) {
                usable = world.assignments().stream()
                        .filter(a -> a.scope().equals(scope) && applies(a, world))
                        .toList();
            }
        }
        List<PriceBook> standards = world.books().stream()
                .filter(b -> b.kind() == PriceBook.Kind.STANDARD && applies(b))
                .toList();
        if (usable.size() == 1) {
            BookAssignment winner = usable.get(0);
            assertThat(choice).isInstanceOfSatisfying(AssignedBook.class, a -> {
                assertThat(a.assignedBy()).contains(winner.id());
                assertThat(a.book().id()).isEqualTo(winner.book());
                assertThat(a.reason()).hasToString(winner.scope().kind().name());
            });
        } else if (usable.isEmpty() && standards.size() == 1) {
            assertThat(choice).isInstanceOfSatisfying(AssignedBook.class, a -> {
                assertThat(a.book()).isEqualTo(standards.get(0));
                assertThat(a.reason()).isEqualTo(Reason.STANDARD);
            });
        } else {
            boolean tied = usable.size() > 1 || standards.size() > 1;
            assertThat(choice)
                    .isInstanceOfSatisfying(
                            NoBook.class,
                            n -> assertThat(n.why()).isEqualTo(tied ? NoBook.Why.TIED : NoBook.Why.NONE_APPLIES));
        }
    }

    @Property(tries = 5_000)
    void the_order_of_rows_decides_nothing(@ForAll("worlds") World world, @ForAll Random random) {
        List<BookAssignment> assignments = new ArrayList<>(world.assignments());
        List<PriceBook> books = new ArrayList<>(world.books());
        Collections.shuffle(assignments, random);
        Collections.shuffle(books, random);

        assertThat(choose(new World(assignments, books))).isEqualTo(choose(world));
    }

    @Property(tries = 10_000)
    void each_candidate_either_wins_or_is_rejected_once(@ForAll("worlds") World world) {
        BookChoice choice = choose(world);
        List<EntityRef> named = new ArrayList<>();
        choice.rejected().forEach(r -> named.add(r.candidate()));
        if (choice instanceof AssignedBook given) {
            given.assignedBy()
                    .ifPresentOrElse(
                            id -> named.add(BookAssignments.TYPE.refTo(id)),
                            () -> named.add(PriceBooks.TYPE.refOf(given.book())));
        }
        Set<EntityRef> expected = new HashSet<>();
        world.assignments().stream()
                .filter(a -> a.scope().includes(ACCOUNT))
                .forEach(a -> expected.add(BookAssignments.TYPE.refOf(a)));
        world.books().stream()
                .filter(b -> b.kind() == PriceBook.Kind.STANDARD && b.currency().equals(CurrencyUnit.USD))
                .forEach(b -> expected.add(PriceBooks.TYPE.refOf(b)));

        assertThat(named).doesNotHaveDuplicates();
        assertThat(expected).containsAll(named);
        if (choice instanceof AssignedBook given && given.assignedBy().isPresent()) {
            expected.remove(PriceBooks.TYPE.refOf(given.book())); // it wins through its assignment
        }
        assertThat(named).containsAll(expected);
    }

    private static BookChoice choose(World world) {
        return BookPrecedence.choose(ACCOUNT, CurrencyUnit.USD, DAY, world.assignments(), world.books());
    }

    private static boolean applies(BookAssignment assignment, World world) {
        return assignment.active()
                && assignment.validity().contains(DAY)
                && world.books().stream().anyMatch(b -> b.id().equals(assignment.book()) && applies(b));
    }

    private static boolean applies(PriceBook book) {
        return book.active() && book.validity().contains(DAY) && book.currency().equals(CurrencyUnit.USD);
    }

    @Provide
    Arbitrary<World> worlds() {
        return books().list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(BookPrecedenceProperties::numbered)
                .flatMap(books -> assignments(books)
                        .list()
                        .ofMaxSize(8)
                        .map(made -> new World(numberedAssignments(made), books)));
    }

    private static Arbitrary<PriceBookBuilder> books() {
        return Combinators.combine(
                        Arbitraries.of("USD", "USD", "USD", "THB"),
                        Arbitraries.of(true, false, false),
                        Arbitraries.of(true, true, true, false),
                        Arbitraries.of(DAYS))
                .as((currency, standard, active, days) -> {
                    PriceBookBuilder book =
                            PriceBookBuilder.aPriceBook().in(currency).valid(days);
                    book = standard ? book.standard() : book;
                    return active ? book : book.inactive();
                });
    }

    private static List<PriceBook> numbered(List<PriceBookBuilder> builders) {
        List<PriceBook> books = new ArrayList<>();
        for (PriceBookBuilder builder : builders) {
            books.add(builder.id(new UUID(2, books.size() + 1)).build());
        }
        return books;
    }

    private static Arbitrary<BookAssignment> assignments(List<PriceBook> books) {
        return Combinators.combine(
                        Arbitraries.of(SCOPES),
                        Arbitraries.of(books),
                        Arbitraries.of(DAYS),
                        Arbitraries.of(true, true, true, false))
                .as((scope, book, days, active) -> assignment(1, scope, book, days, active));
    }

    private static List<BookAssignment> numberedAssignments(List<BookAssignment> made) {
        List<BookAssignment> numbered = new ArrayList<>();
        for (BookAssignment one : made) {
            numbered.add(new BookAssignment(
                    new BookAssignmentId(new UUID(6, numbered.size() + 1)),
                    one.stamp(),
                    one.scope(),
                    one.book(),
                    one.currency(),
                    one.validity(),
                    one.active()));
        }
        return numbered;
    }

    private static BookAssignment assignment(
            long number, AssignmentScope scope, PriceBook book, DateRange days, boolean active) {
        Stamp stamp = Stamp.first(Instant.parse("2026-01-05T08:00:00Z"), new UserId(new UUID(0, 1)));
        return new BookAssignment(
                new BookAssignmentId(new UUID(6, number)), stamp, scope, book.id(), book.currency(), days, active);
    }
}
