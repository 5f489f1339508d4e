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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one unit of a product costs in a book, from a quantity on and over some days. It is added, may get another price,
 * end, tiering or bounds, may be withdrawn and reinstated; it is never removed, since prices that were given name it.
 *
 * <p>Book, product, unit, lower bound and first day identify it among the entries of a tenant.
 *
 * @param unit what the price is for one of, for example {@code piece}; at most {@value Product#MAX_WORD} characters
 * @param from the tier's lower bound, inclusive, 0 or more; 0 is the list price. The tier ends where the next one begins
 * @param price in the currency of the book, 0 or more: of one unit, or of the whole quantity with {@link Tiering#BLOCK}
 * @param validity the days on which it applies, in the organisation's zone; a beginning on {@link #SINCE_EVER} is no
 *     beginning
 * @param active whether it applies at all
 * @param tiering how it works together with the other tiers of the product and unit; all that apply on the same day agree
 * @param bounds what one unit costs at least and at most, in the currency of the price; absent where nothing is said
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
        boolean active,
        Tiering tiering,
        @Nullable PriceBounds bounds) {

    /** The first day, as stored, of an entry without a beginning: an absent value would not be compared by a unique key. */
    public static final LocalDate SINCE_EVER = LocalDate.of(1000, 1, 1);

    /** @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with it */
    public PriceEntry {
        Violations problems = new Violations();
        unit = problems.plainText(unit, Product.MAX_WORD, "unit");
        problems.require(!from.isNegative(), "from", "negative", "must not be negative");
        problems.require(!price.isNegative(), "price", "negative", "must not be negative");
        validity.checkKept(problems, "validity");
        problems.require(
                bounds == null || bounds.currency().equals(price.currency()),
                "bounds",
                "currency-mismatch",
                "must be in the currency of the price");
        problems.throwIfAny("price entry");
        validity = withoutFirstBeginning(validity);
    }

    /**
     * Sets its price, the end of its days, its tiering and its bounds, and lets it apply; nothing changes where it is so
     * already.
     */
    public Change<PriceEntry> set(
            UnitPrice newPrice, @Nullable LocalDate until, Tiering how, @Nullable PriceBounds within) {
        Change<PriceEntry> reinstated = reinstate();
        DateRange days = new DateRange(validity.from(), until);
        PriceEntry changed = new PriceEntry(
                id, stamp, book, product, unit, from, newPrice, days, reinstated.state().active, how, within);
        return changed.equals(reinstated.state())
                ? reinstated
                : reinstated.then(e -> Change.of(e, changed, new PriceBookEvent.PriceChanged()));
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
        return active == next ? Change.none(this) : Change.of(this, with(stamp, next), event);
    }

    /** Whether this and another entry, both active, would price the same unit and tier on some same day. */
    public boolean overlaps(PriceEntry other) {
        return meets(other) && from.equals(other.from);
    }

    /** Whether this and another entry, both active, would make a price together on some same day, but in different ways. */
    public boolean mixesWith(PriceEntry other) {
        return meets(other) && tiering != other.tiering;
    }

    private boolean meets(PriceEntry other) {
        return active
                && other.active
                && book.equals(other.book)
                && product.equals(other.product)
                && unit.equals(other.unit)
                && validity.overlaps(other.validity);
    }

    /** What one unit costs at least and at most, where that is said. */
    public Optional<PriceBounds> within() {
        return Optional.ofNullable(bounds);
    }

    /** Whether this is the list price: the tier from 0. */
    public boolean isList() {
        return from.isZero();
    }

    /** The same entry with another stamp. */
    public PriceEntry withStamp(Stamp next) {
        return with(next, active);
    }

    private PriceEntry with(Stamp newStamp, boolean newActive) {
        return new PriceEntry(id, newStamp, book, product, unit, from, price, validity, newActive, tiering, bounds);
    }

    /** A beginning on the very first day is none, so that both read back from storage as the same. */
    private static DateRange withoutFirstBeginning(DateRange days) {
        return SINCE_EVER.equals(days.from()) ? new DateRange(null, days.until()) : days;
    }
}
