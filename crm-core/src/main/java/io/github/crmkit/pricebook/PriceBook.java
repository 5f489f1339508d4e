package io.github.crmkit.pricebook;

import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.Event;
import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.time.DateRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * A list of prices in one currency, for example retail or wholesale. It is opened active, may be renamed, dated anew,
 * pooled and derived otherwise, switched off and on; its currency, its kind and whether its prices include tax are the same
 * for life, so that no price in it ever means something else. It is never removed.
 *
 * @param name 1 to {@value #MAX_NAME} characters (UTF-16 units), unique within the tenant
 * @param currency of every price in it
 * @param kind a currency has at most one active standard book
 * @param validity the days on which it gives prices, in the organisation's zone
 * @param active whether it gives prices at all
 * @param taxIncluded whether its prices include tax
 * @param pool which quantities of a document are added up before a tier is looked for
 * @param derivation how it comes to prices that do not stand in it; absent where only those do
 */
public record PriceBook(
        PriceBookId id,
        Stamp stamp,
        String name,
        CurrencyUnit currency,
        Kind kind,
        DateRange validity,
        boolean active,
        boolean taxIncluded,
        QuantityPool pool,
        @Nullable Derivation derivation) {

    /** What a book is for. */
    public enum Kind {
        /** For whoever no other book is assigned to. */
        STANDARD,
        /** For those that it is assigned to. */
        CUSTOM
    }

    /** The longest name, in UTF-16 units, inclusive. */
    public static final int MAX_NAME = 100;

    /**
     * @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with it, among it
     *     {@code derivation-circle} for a book that is derived from itself
     */
    public PriceBook {
        Violations problems = new Violations();
        name = problems.plainText(name, MAX_NAME, "name");
        validity.checkKept(problems, "validity");
        problems.require(
                derivation == null || !derivation.base().equals(id),
                "derivation.base",
                "derivation-circle",
                "must not lead back to the book");
        problems.throwIfAny("price book");
    }

    /** How it comes to prices that do not stand in it. */
    public Optional<Derivation> derivedFrom() {
        return Optional.ofNullable(derivation);
    }

    /** Whether it is derived from the base of that derivation already. */
    boolean leansOn(@Nullable Derivation other) {
        return derivation != null && other != null && derivation.base().equals(other.base());
    }

    /** Gives it this name, these days, this pool and this derivation; nothing changes where it has them. */
    public Change<PriceBook> edit(String newName, DateRange days, QuantityPool newPool, @Nullable Derivation from) {
        PriceBook edited = new PriceBook(id, stamp, newName, currency, kind, days, active, taxIncluded, newPool, from);
        List<Event> events = new ArrayList<>();
        if (!name.equals(edited.name) || !validity.equals(days) || pool != newPool) {
            events.add(new PriceBookEvent.Edited());
        }
        if (!Objects.equals(derivation, from)) {
            events.add(new PriceBookEvent.Derived());
        }
        return events.isEmpty() ? Change.none(this) : new Change<>(this, edited, events);
    }

    /**
     * Marks that another book leans on it from now on: it stays as it is and gets a new version, so that of two callers who
     * together would close a circle one is refused.
     */
    Change<PriceBook> leantOn() {
        return Change.of(this, this, new PriceBookEvent.LeantOn());
    }

    /** Lets it give prices; an active one stays as it is. */
    public Change<PriceBook> activate() {
        return become(true, new PriceBookEvent.Activated());
    }

    /** Stops it from giving prices; an inactive one stays as it is. */
    public Change<PriceBook> deactivate() {
        return become(false, new PriceBookEvent.Deactivated());
    }

    private Change<PriceBook> become(boolean next, PriceBookEvent event) {
        return active == next ? Change.none(this) : Change.of(this, with(stamp, next), event);
    }

    /** The same book with another stamp. */
    public PriceBook withStamp(Stamp next) {
        return with(next, active);
    }

    private PriceBook with(Stamp newStamp, boolean newActive) {
        return new PriceBook(id, newStamp, name, currency, kind, validity, newActive, taxIncluded, pool, derivation);
    }
}
