package io.github.crmkit.agreement;

import io.github.crmkit.access.Work;
import io.github.crmkit.agreement.BookChoice.AssignedBook;
import io.github.crmkit.agreement.BookChoice.NoBook;
import io.github.crmkit.agreement.BookChoice.Obstacle;
import io.github.crmkit.agreement.BookChoice.Reason;
import io.github.crmkit.agreement.BookChoice.Rejected;
import io.github.crmkit.party.Account;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricebook.PriceBookFields;
import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.pricebook.PriceBooks;
import io.github.crmkit.query.Sort;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Finds the price book of an account: a pure function, the same for the same arguments whatever their order.
 *
 * <p>Currency, days and activity, of the assignment and of its book, are hard filters. Of what is left the narrowest scope
 * wins: the account itself, its group, its territory, everyone. Where nothing is left it is the standard book of the
 * currency. Two of the same scope make no book: nothing is decided by the order of rows.
 */
public final class BookPrecedence {

    private static final Comparator<BookAssignment> ORDER =
            Comparator.comparing((BookAssignment a) -> a.scope().kind()).thenComparing(a -> a.id().text());

    private final CurrencyUnit currency;
    private final LocalDate date;
    private final Map<PriceBookId, PriceBook> books;
    private final List<BookAssignment> candidates;

    private BookPrecedence(
            @Nullable Account account,
            CurrencyUnit currency,
            LocalDate date,
            Collection<BookAssignment> assignments,
            Collection<PriceBook> books) {
        this.currency = currency;
        this.date = date;
        this.books = books.stream().collect(Collectors.toMap(PriceBook::id, b -> b, (one, other) -> one));
        this.candidates = assignments.stream()
                .filter(a -> account == null
                        ? a.scope().kind() == AssignmentScope.Kind.DEFAULT
                        : a.scope().includes(account))
                .sorted(ORDER)
                .toList();
    }

    /** The scopes that an account is in, the narrowest one first; where nobody is known, everyone's alone. */
    public static List<AssignmentScope> scopesOf(@Nullable Account account) {
        if (account == null) {
            return List.of(new AssignmentScope.Default());
        }
        List<AssignmentScope> scopes = new ArrayList<>();
        scopes.add(new AssignmentScope.Own(account.id()));
        String group = account.group();
        if (group != null) {
            scopes.add(new AssignmentScope.Group(group));
        }
        String territory = account.territory();
        if (territory != null) {
            scopes.add(new AssignmentScope.Territory(territory));
        }
        scopes.add(new AssignmentScope.Default());
        return List.copyOf(scopes);
    }

    /**
     * Finds the book of an account that the caller sees, in three queries.
     *
     * @param account absent where nobody is known: what is assigned to everyone, and the standard book, is left
     * @param date the pricing date, in the organisation's zone
     */
    public static BookChoice resolve(Work work, @Nullable Account account, CurrencyUnit currency, LocalDate date) {
        List<BookAssignment> assignments = BookAssignments.in(work).of(scopesOf(account));
        PriceBooks all = PriceBooks.in(work);
        List<PriceBook> books = new ArrayList<>();
        if (!assignments.isEmpty()) {
            books.addAll(all.findAll(
                    assignments.stream().map(BookAssignment::book).distinct().toList()));
        }
        all.each(
                PriceBookFields.KIND
                        .equalTo(PriceBook.Kind.STANDARD)
                        .and(PriceBookFields.CURRENCY.equalTo(currency.getCode())),
                Sort.byId(),
                books::add);
        return choose(account, currency, date, assignments, books);
    }

    /**
     * The book of an account.
     *
     * @param account absent where nobody is known
     * @param date the pricing date, in the organisation's zone
     * @param assignments those to others are left aside
     * @param books those that are assigned, and the standard ones; others are left aside
     */
    public static BookChoice choose(
            @Nullable Account account,
            CurrencyUnit currency,
            LocalDate date,
            Collection<BookAssignment> assignments,
            Collection<PriceBook> books) {
        return new BookPrecedence(account, currency, date, assignments, books).choose();
    }

    private BookChoice choose() {
        List<BookAssignment> usable =
                candidates.stream().filter(a -> obstacle(a) == null).toList();
        if (usable.isEmpty()) {
            return standard();
        }
        AssignmentScope.Kind first = usable.get(0).scope().kind();
        List<BookAssignment> winners =
                usable.stream().filter(a -> a.scope().kind() == first).toList();
        if (winners.size() > 1) {
            String names = winners.stream().map(a -> a.id().text()).collect(Collectors.joining(" and "));
            List<Rejected> all =
                    rejected(candidates, a -> winners.contains(a) ? Obstacle.TIED : Obstacle.NARROWER_FIRST);
            standards().forEach(b -> all.add(reject(b, Obstacle.NARROWER_FIRST)));
            return new NoBook(NoBook.Why.TIED, "book assignments " + names + " of the same scope claim that day", all);
        }
        BookAssignment winner = winners.get(0);
        List<Rejected> others =
                rejected(candidates.stream().filter(a -> !a.equals(winner)).toList(), a -> Obstacle.NARROWER_FIRST);
        standards()
                .filter(b -> !b.id().equals(winner.book()))
                .forEach(b -> others.add(reject(b, Obstacle.NARROWER_FIRST)));
        PriceBook book = books.get(winner.book());
        if (book == null) {
            throw new IllegalStateException("a usable assignment has a book");
        }
        return new AssignedBook(book, Reason.valueOf(first.name()), winner.id(), others);
    }

    private BookChoice standard() {
        List<Rejected> rejected = rejected(candidates, a -> Obstacle.NARROWER_FIRST);
        List<PriceBook> usable = standards().filter(b -> obstacle(b) == null).toList();
        standards().filter(b -> obstacle(b) != null).forEach(b -> rejected.add(reject(b, Obstacle.NARROWER_FIRST)));
        if (usable.size() == 1) {
            return new AssignedBook(usable.get(0), Reason.STANDARD, null, rejected);
        }
        usable.forEach(b -> rejected.add(new Rejected(PriceBooks.TYPE.refOf(b), Obstacle.TIED)));
        return usable.isEmpty()
                ? new NoBook(
                        NoBook.Why.NONE_APPLIES, "none is assigned that applies, nor is there a standard one", rejected)
                : new NoBook(NoBook.Why.TIED, "several standard books of the currency apply", rejected);
    }

    private Stream<PriceBook> standards() {
        return books.values().stream()
                .filter(b -> b.kind() == PriceBook.Kind.STANDARD && b.currency().equals(currency))
                .sorted(Comparator.comparing(b -> b.id().text()));
    }

    private List<Rejected> rejected(List<BookAssignment> some, Function<BookAssignment, Obstacle> otherwise) {
        List<Rejected> rejected = new ArrayList<>();
        for (BookAssignment assignment : some) {
            Obstacle obstacle = obstacle(assignment);
            rejected.add(new Rejected(
                    BookAssignments.TYPE.refOf(assignment), obstacle == null ? otherwise.apply(assignment) : obstacle));
        }
        return rejected;
    }

    private Rejected reject(PriceBook book, Obstacle otherwise) {
        Obstacle obstacle = obstacle(book);
        return new Rejected(PriceBooks.TYPE.refOf(book), obstacle == null ? otherwise : obstacle);
    }

    private @Nullable Obstacle obstacle(BookAssignment assignment) {
        if (!assignment.currency().equals(currency)) {
            return Obstacle.OTHER_CURRENCY;
        }
        if (!assignment.active()) {
            return Obstacle.INACTIVE;
        }
        if (assignment.validity().startsAfter(date)) {
            return Obstacle.NOT_YET_VALID;
        }
        if (assignment.validity().endsBefore(date)) {
            return Obstacle.EXPIRED;
        }
        PriceBook book = books.get(assignment.book());
        return book == null ? Obstacle.BOOK_UNKNOWN : obstacle(book);
    }

    private @Nullable Obstacle obstacle(PriceBook book) {
        if (!book.active()) {
            return Obstacle.BOOK_INACTIVE;
        }
        return book.validity().contains(date) ? null : Obstacle.BOOK_NOT_VALID;
    }
}
