package io.github.crmkit.agreement;

import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.pricebook.PriceEntry;
import io.github.crmkit.time.DateRange;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Which book the prices of some accounts come from, in one currency and over some days. It is made, may get another book or
 * end, may be withdrawn and reinstated, and is never removed.
 *
 * <p>Scope, currency and first day identify it among the assignments of a tenant.
 *
 * @param scope whom it is for
 * @param book the book that it gives
 * @param currency that of the book
 * @param validity the days on which it applies, in the organisation's zone; a beginning on {@link PriceEntry#SINCE_EVER} is
 *     no beginning
 * @param active whether it applies at all
 */
public record BookAssignment(
        BookAssignmentId id,
        Stamp stamp,
        AssignmentScope scope,
        PriceBookId book,
        CurrencyUnit currency,
        DateRange validity,
        boolean active) {

    /** @throws io.github.crmkit.kernel.RuleViolationsException {@code out-of-range} for days that not every store keeps */
    public BookAssignment {
        Violations problems = new Violations();
        validity.checkKept(problems, "validity");
        problems.throwIfAny("book assignment");
        validity = Days.kept(validity);
    }

    /** Sets the book and the end of its days, and lets it apply; nothing changes where it is so already. */
    public Change<BookAssignment> set(PriceBookId newBook, @Nullable LocalDate until) {
        Change<BookAssignment> reinstated = reinstate();
        DateRange days = new DateRange(validity.from(), until);
        BookAssignment changed = new BookAssignment(id, stamp, scope, newBook, currency, days, true);
        return changed.equals(reinstated.state())
                ? reinstated
                : reinstated.then(a -> Change.of(a, changed, new BookAssignmentEvent.Changed()));
    }

    /** Stops it from applying; a withdrawn one stays as it is. */
    public Change<BookAssignment> withdraw() {
        return active ? Change.of(this, with(stamp, false), new BookAssignmentEvent.Withdrawn()) : Change.none(this);
    }

    /** Lets it apply again; an active one stays as it is. */
    public Change<BookAssignment> reinstate() {
        return active ? Change.none(this) : Change.of(this, with(stamp, true), new BookAssignmentEvent.Reinstated());
    }

    /** Whether this and another one, both active, would give the same accounts a book in the same currency on some same day. */
    public boolean overlaps(BookAssignment other) {
        return active
                && other.active
                && scope.equals(other.scope)
                && currency.equals(other.currency)
                && validity.overlaps(other.validity);
    }

    /** The same assignment with another stamp. */
    public BookAssignment withStamp(Stamp next) {
        return with(next, active);
    }

    private BookAssignment with(Stamp newStamp, boolean newActive) {
        return new BookAssignment(id, newStamp, scope, book, currency, validity, newActive);
    }
}
