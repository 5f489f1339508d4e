package io.github.crmkit.pricebook;

import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.time.DateRange;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one unit of a product costs in a book, from a quantity on and over some days. It is added, may get another price or
 * another end, may be withdrawn and reinstated; it is never removed, since prices that were given name it.
 *
 * <p>Book, product, unit, lower bound and first day identify it among the entries of a tenant.
 *
 * @param unit what the price is for one of, for example {@code piece}; at most {@value Product#MAX_WORD} characters
 * @param from the tier's lower bound, inclusive, 0 or more; 0 is the list price. The tier ends where the next one begins
 * @param price in the currency of the book, 0 or more
 * @param validity the days on which it applies, in the organisation's zone; a beginning on {@link #SINCE_EVER} is no
 *     beginning
 * @param active whether it applies at all
 */
public record PriceEntry(
        PriceEntryId id,
        Stamp stamp,
        PriceBookId book,
        ProductId product,
        String unit,
        Quantity from,
        UnitPrice price,
        DateRange validity,
        boolean active) {

    /** The first day, as stored, of an entry without a beginning: an absent value would not be compared by a unique key. */
    public static final LocalDate SINCE_EVER = LocalDate.of(1000, 1, 1);

    /** @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with it */
    public PriceEntry {
        Violations problems = new Violations();
        unit = problems.plainText(unit, Product.MAX_WORD, "unit");
        problems.require(!from.isNegative(), "from", "negative", "must not be negative");
        problems.require(!price.isNegative(), "price", "negative", "must not be negative");
        PriceBook.checkDays(validity, problems);
        problems.throwIfAny("price entry");
        validity = withoutFirstBeginning(validity);
    }

    /** Sets its price and the end of its days, and lets it apply; nothing changes where it is so already. */
    public Change<PriceEntry> set(UnitPrice newPrice, @Nullable LocalDate until) {
        Change<PriceEntry> reinstated = reinstate();
        PriceEntry entry = reinstated.state();
        DateRange days = new DateRange(validity.from(), until);
        if (price.equals(newPrice) && validity.equals(days)) {
            return reinstated;
        }
        PriceEntry changed = new PriceEntry(id, stamp, book, product, unit, from, newPrice, days, entry.active);
        return reinstated.then(e -> Change.of(e, changed, new PriceBookEvent.PriceChanged()));
    }

    /** Stops it from applying; a withdrawn one stays as it is. */
    public Change<PriceEntry> withdraw() {
        return become(false, new PriceBookEvent.PriceWithdrawn());
    }

    /** Lets it apply again; an active one stays as it is. */
    public Change<PriceEntry> reinstate() {
        return become(true, new PriceBookEvent.PriceReinstated());
    }

    private Change<PriceEntry> become(boolean next, PriceBookEvent event) {
        return active == next
                ? Change.none(this)
                : Change.of(this, new PriceEntry(id, stamp, book, product, unit, from, price, validity, next), event);
    }

    /** Whether this and another entry, both active, would price the same unit and tier on some same day. */
    public boolean overlaps(PriceEntry other) {
        return active
                && other.active
                && book.equals(other.book)
                && product.equals(other.product)
                && unit.equals(other.unit)
                && from.equals(other.from)
                && validity.overlaps(other.validity);
    }

    /** Whether this is the list price: the tier from 0. */
    public boolean isList() {
        return from.isZero();
    }

    /** The same entry with another stamp. */
    public PriceEntry withStamp(Stamp next) {
        return new PriceEntry(id, next, book, product, unit, from, price, validity, active);
    }

    /** A beginning on the very first day is none, so that both read back from storage as the same. */
    private static DateRange withoutFirstBeginning(DateRange days) {
        return SINCE_EVER.equals(days.from()) ? new DateRange(null, days.until()) : days;
    }
}
