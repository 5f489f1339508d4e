package io.github.crmkit.pricebook;

import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.time.DateRange;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * A list of prices in one currency, for example retail or wholesale. It is opened active, may be renamed and dated anew,
 * switched off and on; its currency is the same for life, and it is never removed.
 *
 * @param name 1 to {@value #MAX_NAME} characters (UTF-16 units), unique within the tenant
 * @param currency of every price in it
 * @param validity the days on which it gives prices, in the organisation's zone
 * @param active whether it gives prices at all
 */
public record PriceBook(
        PriceBookId id, Stamp stamp, String name, CurrencyUnit currency, DateRange validity, boolean active) {

    /** The longest name, in UTF-16 units, inclusive. */
    public static final int MAX_NAME = 100;

    private static final LocalDate EARLIEST = LocalDate.of(1000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    /** @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with it */
    public PriceBook {
        Violations problems = new Violations();
        name = problems.plainText(name, MAX_NAME, "name");
        checkDays(validity, problems);
        problems.throwIfAny("price book");
    }

    /** Notes days that not every store can keep: both ends, where given, lie in the years 1000 to 9999. */
    static void checkDays(DateRange validity, Violations problems) {
        problems.require(
                isKept(validity.from()) && isKept(validity.until()),
                "validity",
                "out-of-range",
                "must lie in the years 1000 to 9999");
    }

    private static boolean isKept(@Nullable LocalDate day) {
        return day == null || (!day.isBefore(EARLIEST) && !day.isAfter(LATEST));
    }

    /** Gives it this name and these days; nothing changes where it has them. */
    public Change<PriceBook> edit(String newName, DateRange days) {
        PriceBook edited = new PriceBook(id, stamp, newName, currency, days, active);
        return edited.equals(this) ? Change.none(this) : Change.of(this, edited, new PriceBookEvent.Edited());
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
        return active == next
                ? Change.none(this)
                : Change.of(this, new PriceBook(id, stamp, name, currency, validity, next), event);
    }

    /** The same book with another stamp. */
    public PriceBook withStamp(Stamp next) {
        return new PriceBook(id, next, name, currency, validity, active);
    }
}
