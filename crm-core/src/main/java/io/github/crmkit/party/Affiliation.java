package io.github.crmkit.party;

import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.query.TextField;
import io.github.crmkit.time.DateRange;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A contact belongs to an account during some days, in some role.
 *
 * <p>Its life: recorded, with or without an end; ended, which can only make it shorter. It is never removed, so the past
 * can be asked for.
 *
 * @param role what the person does there; null where nobody said. Two roles that differ in case only are the same
 * @param period the days, half-open; either end may be open, a given one lies in the years 1000 to 9999
 */
public record Affiliation(
        AffiliationId id,
        Stamp stamp,
        ContactId contact,
        AccountId account,
        @Nullable String role,
        DateRange period) {

    /** The longest role, in UTF-16 units, inclusive. */
    public static final int MAX_ROLE = 100;

    /** @throws io.github.crmkit.kernel.RuleViolationsException with everything that cannot be so */
    public Affiliation {
        Violations problems = new Violations();
        role = problems.plainTextOrAbsent(role, MAX_ROLE, "role");
        checkPeriod(period, problems);
        problems.throwIfAny("affiliation");
    }

    /** Notes {@code date-range} for days that not every store can keep. */
    static void checkPeriod(DateRange period, Violations problems) {
        checkDay(period.from(), "period.from", problems);
        checkDay(period.until(), "period.until", problems);
    }

    /** A new affiliation. */
    public static Change<Affiliation> recorded(Affiliation fresh) {
        return Change.created(fresh, new AffiliationEvent.Recorded(fresh.contact, fresh.account));
    }

    /** What the person does there. */
    public Optional<String> statedRole() {
        return Optional.ofNullable(role);
    }

    /** Whether it holds on this day. */
    public boolean holdsOn(LocalDate day) {
        return period.contains(day);
    }

    /** Whether the other one says the same thing about some day: same contact, account and role, and a day in both. */
    public boolean repeats(Affiliation other) {
        return contact.equals(other.contact)
                && account.equals(other.account)
                && comparable(role).equals(comparable(other.role))
                && period.overlaps(other.period);
    }

    /**
     * Sets or brings forward its end.
     *
     * @param lastDay the last day that belongs to it, inclusive
     * @throws io.github.crmkit.kernel.RuleViolationsException {@code before-start} for a day before the first one,
     *     {@code already-ended} for a day after the end it has
     */
    public Change<Affiliation> end(LocalDate lastDay) {
        Optional<LocalDate> present = period.lastDay();
        if (present.filter(lastDay::equals).isPresent()) {
            return Change.none(this);
        }
        Violations problems = new Violations();
        LocalDate until = lastDay.equals(LocalDate.MAX) ? lastDay : lastDay.plusDays(1);
        checkDay(until, "lastDay", problems);
        problems.require(!period.startsAfter(lastDay), "lastDay", "before-start", "must not be before the first day")
                .require(!period.endsBefore(lastDay), "lastDay", "already-ended", "must not be after the end it has")
                .throwIfAny("end of affiliation");
        Affiliation ended = new Affiliation(id, stamp, contact, account, role, new DateRange(period.from(), until));
        return Change.of(this, ended, new AffiliationEvent.Ended(lastDay));
    }

    Affiliation withStamp(Stamp next) {
        return new Affiliation(id, next, contact, account, role, period);
    }

    private static String comparable(@Nullable String role) {
        return role == null ? "" : TextField.fold(role);
    }

    private static void checkDay(@Nullable LocalDate day, String path, Violations problems) {
        boolean possible = day == null || (day.getYear() >= 1000 && day.getYear() <= 9999);
        problems.require(possible, path, "date-range", "must lie in the years 1000 to 9999");
    }
}
