package io.github.crmkit.agreement;

import io.github.crmkit.access.Action;
import io.github.crmkit.access.Desk;
import io.github.crmkit.access.Work;
import io.github.crmkit.command.Command;
import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.party.Account;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.party.Accounts;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.pricebook.PriceBooks;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.Page;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.time.DateRange;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;

/**
 * Assigns price books, and says which one an account has, for one caller. Whoever does not see an account finds no
 * assignment of its own, and whoever may not change it assigns it none.
 */
public final class BookAssignmentService {

    private final Desk desk;

    public BookAssignmentService(Desk desk) {
        this.desk = desk;
    }

    /**
     * Asks for a book to be assigned, in its currency.
     *
     * @param validity the days on which the assignment applies
     */
    public record AssignBook(
            @NotNull AssignmentScope scope,
            @NotNull PriceBookId book,
            @NotNull DateRange validity) implements Command {

        /** To one account, on all days. */
        public static AssignBook toAccount(AccountId account, PriceBookId book) {
            return new AssignBook(new AssignmentScope.Own(account), book, DateRange.always());
        }

        /** To the accounts of a group, on all days. */
        public static AssignBook toGroup(String group, PriceBookId book) {
            return new AssignBook(new AssignmentScope.Group(group), book, DateRange.always());
        }

        /** To the accounts of a territory, on all days. */
        public static AssignBook toTerritory(String territory, PriceBookId book) {
            return new AssignBook(new AssignmentScope.Territory(territory), book, DateRange.always());
        }

        /** To everyone, on all days. */
        public static AssignBook toEveryone(PriceBookId book) {
            return new AssignBook(new AssignmentScope.Default(), book, DateRange.always());
        }

        /** On these days. */
        public AssignBook validity(DateRange days) {
            return new AssignBook(scope, book, days);
        }

        @Override
        public void check(Violations problems) {
            if (validity != null) { // reported by its own constraint
                validity.checkKept(problems, "validity");
            }
        }
    }

    /**
     * Assigns a book. An assignment of the same scope, currency and first day gets the book and the end, and applies again
     * where it was withdrawn; otherwise there is one more. Doing it twice does nothing the second time.
     *
     * @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with it: {@code not-found} for
     *     the book or the account, {@code overlap} for days that another active assignment of the scope and currency claims
     */
    public BookAssignment assign(AssignBook command) {
        return desk.runIdempotent(work -> {
            Violations problems = desk.commandCheck().inspect(command);
            Optional<PriceBook> book = Optional.ofNullable(command.book())
                    .flatMap(id -> PriceBooks.in(work).find(id));
            problems.require(command.book() == null || book.isPresent(), "book", "not-found", "must name a price book");
            if (command.scope() != null) {
                Optional<AccountId> own = command.scope().ownAccount();
                problems.require(
                        own.isEmpty() || Accounts.in(work).find(own.get()).isPresent(),
                        "scope.account",
                        "not-found",
                        "must name an account");
            }
            problems.throwIfAny("assign book");
            return save(work, decide(work, command, book.orElseThrow()));
        });
    }

    private static Change<BookAssignment> decide(Work work, AssignBook command, PriceBook book) {
        BookAssignment fresh = new BookAssignment(
                new BookAssignmentId(work.newId()),
                work.firstStamp(),
                command.scope(),
                book.id(),
                book.currency(),
                command.validity(),
                true);
        return BookAssignments.in(work).of(List.of(command.scope())).stream()
                .filter(a -> a.currency().equals(fresh.currency())
                        && Days.first(a.validity()).equals(Days.first(fresh.validity())))
                .findFirst()
                .map(old -> old.set(book.id(), fresh.validity().until()))
                .orElseGet(() -> Change.created(fresh, new BookAssignmentEvent.Assigned()));
    }

    /** Saves what overlaps nothing; the version of the account keeps two callers from assigning it the same days at once. */
    private static BookAssignment save(Work work, Change<BookAssignment> change) {
        BookAssignment assignment = change.state();
        if (change.isNone()) {
            return assignment;
        }
        Violations problems = new Violations();
        BookAssignments.in(work).of(List.of(assignment.scope())).stream()
                .filter(other -> !other.id().equals(assignment.id()) && other.overlaps(assignment))
                .forEach(other -> problems.add(
                        "validity",
                        "overlap",
                        "must not overlap the days of book assignment "
                                + other.id().text()));
        problems.throwIfAny("book assignment");
        assignment
                .scope()
                .ownAccount()
                .ifPresent(own -> work.save(
                        Accounts.TYPE,
                        Action.UPDATE,
                        work.get(Accounts.TYPE, own).priced()));
        return work.save(BookAssignments.TYPE, change.before() == null ? Action.CREATE : Action.UPDATE, change);
    }

    /** Stops an assignment from applying. */
    public BookAssignment withdraw(BookAssignmentId id) {
        return decide(id, BookAssignment::withdraw);
    }

    /**
     * Lets a withdrawn assignment apply again.
     *
     * @throws io.github.crmkit.kernel.RuleViolationsException {@code overlap} where another one claims its days by now
     */
    public BookAssignment reinstate(BookAssignmentId id) {
        return decide(id, BookAssignment::reinstate);
    }

    private BookAssignment decide(BookAssignmentId id, Function<BookAssignment, Change<BookAssignment>> how) {
        return desk.run(work -> save(work, how.apply(seen(work, id))));
    }

    /**
     * Which book an account has in a currency on a day, and why: its own, that of its group, of its territory, the default,
     * and at last the standard book of the currency.
     *
     * @param date the pricing date, in the organisation's zone
     * @throws NotFoundException where there is no such account
     */
    public BookChoice resolve(AccountId account, CurrencyUnit currency, LocalDate date) {
        return desk.run(work -> {
            Account found = work.get(Accounts.TYPE, account);
            return BookPrecedence.resolve(work, found, currency, date);
        });
    }

    /**
     * The assignment with this id.
     *
     * @throws NotFoundException when there is none, or it is the own one of an account that is not seen
     */
    public BookAssignment get(BookAssignmentId id) {
        return desk.run(work -> seen(work, id));
    }

    /**
     * All assignments of an account's own, applying or not.
     *
     * @throws NotFoundException where there is no such account
     */
    public List<BookAssignment> ofAccount(AccountId account) {
        return desk.run(work -> {
            work.get(Accounts.TYPE, account);
            return BookAssignments.in(work).of(List.of(new AssignmentScope.Own(account)));
        });
    }

    /** One page of the assignments to groups, territories and everyone; for those of one account see {@link #ofAccount}. */
    public Page<BookAssignment> find(Criteria<BookAssignment> where, Sort<BookAssignment> sort, PageRequest request) {
        Criteria<BookAssignment> shared = BookAssignmentFields.SCOPE.notEqualTo(AssignmentScope.Kind.OWN);
        return desk.run(work -> work.page(BookAssignments.TYPE, shared.and(where), sort, request));
    }

    /** What was done to an assignment, oldest first. */
    public List<HistoryEntry> history(BookAssignmentId id) {
        return desk.run(work -> work.historyOf(BookAssignments.TYPE.refOf(seen(work, id))));
    }

    private static BookAssignment seen(Work work, BookAssignmentId id) {
        BookAssignment assignment = work.get(BookAssignments.TYPE, id);
        Optional<AccountId> own = assignment.scope().ownAccount();
        if (own.isPresent() && Accounts.in(work).find(own.get()).isEmpty()) {
            throw new NotFoundException(BookAssignments.TYPE.refTo(id));
        }
        return assignment;
    }
}
