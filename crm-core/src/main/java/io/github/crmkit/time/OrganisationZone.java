package io.github.crmkit.time;

import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.Violations;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The time zone in which an organisation counts its days. A day runs from its first moment to the first moment of the
 * next one, whatever the clocks do in between: 23, 24 or 25 hours.
 *
 * @param zone the zone of the organisation, not of whoever looks
 */
public record OrganisationZone(ZoneId zone) {

    /**
     * Reads a zone name such as {@code Asia/Bangkok}.
     *
     * @throws RuleViolationsException {@code zone-unknown}
     */
    public static OrganisationZone parse(String name) {
        try {
            return new OrganisationZone(ZoneId.of(name));
        } catch (DateTimeException unknown) {
            throw new RuleViolationsException(
                    "time zone",
                    new Violations()
                            .add("", "zone-unknown", "must name a known time zone")
                            .list());
        }
    }

    /** The day on which this instant falls. */
    public LocalDate dateOf(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /** The day it is now, by this clock. */
    public LocalDate today(InstantSource clock) {
        return dateOf(clock.instant());
    }

    /** The first moment of the day, inclusive; later than midnight where the clocks skip midnight. */
    public Instant startOf(LocalDate date) {
        return date.atStartOfDay(zone).toInstant();
    }

    /** The end of the day, exclusive: the first moment of the next one. */
    public Instant endOf(LocalDate date) {
        return startOf(date.plusDays(1));
    }
}
