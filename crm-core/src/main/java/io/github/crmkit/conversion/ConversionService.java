package io.github.crmkit.conversion;

import io.github.crmkit.access.Desk;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.time.OrganisationZone;

/**
 * The door to turning leads into customers and deals, for one caller. Every method is one unit of work. A lead that the
 * caller does not see is not found.
 */
public final class ConversionService {

    private final Desk desk;
    private final OrganisationZone zone;

    /** @param zone where the organisation counts its days: the day from which a contact belongs to its account */
    public ConversionService(Desk desk, OrganisationZone zone) {
        this.desk = desk;
        this.zone = zone;
    }

    /**
     * What converting the lead would do now: what is made, filled, left behind, what stands in the way, and what may be
     * there already. Changes nothing.
     *
     * @throws io.github.crmkit.kernel.NotFoundException when the caller sees no such lead, account, contact or pipeline
     */
    public Conversion.Plan plan(ConvertLead command) {
        return desk.run(command, work -> new LeadConversion(work, command).plan());
    }

    /**
     * Converts a qualified lead into an account, a contact and a deal: all of it, or nothing. Once for each lead: a later
     * call, whatever else it asks for, returns what the first one made.
     *
     * @throws RuleViolationsException {@code lead-not-qualified}, {@code pipeline-inactive}, or with everything that is
     *     wrong with the command
     * @throws io.github.crmkit.kernel.NotFoundException when the caller sees no such lead, account, contact or pipeline
     * @throws io.github.crmkit.access.AccessDeniedException when the caller may not
     */
    public Conversion convert(ConvertLead command) {
        return desk.runIdempotent(command, work -> new LeadConversion(work, command).run(zone.dateOf(work.now())));
    }
}
