package io.github.crmkit.conversion;

import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.Violation;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.lead.LeadId;
import io.github.crmkit.opportunity.OpportunityId;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.party.ContactId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a lead became. However often and by however many callers it is asked for, a lead is converted once: the first
 * call made these, and every later one is told the same ids, read from the lead's history.
 *
 * @param account the organisation, new or filled
 * @param contact the person, new or filled; null where the lead names nobody
 * @param deal the deal; null where none was asked for
 * @param plan what was made, filled and left behind; null for a later call, which did nothing
 */
public record Conversion(
        LeadId lead,
        AccountId account,
        @Nullable ContactId contact,
        @Nullable OpportunityId deal,
        Conversion.@Nullable Plan plan) {

    /** The contact, if there is one. */
    public Optional<ContactId> person() {
        return Optional.ofNullable(contact);
    }

    /**
     * The deal.
     *
     * @throws RuleViolationsException {@code no-opportunity} where the lead was converted without one
     */
    public OpportunityId opportunity() {
        if (deal == null) {
            throw new RuleViolationsException(
                    "conversion",
                    new Violations()
                            .add("opportunity", "no-opportunity", "was not asked for when the lead was converted")
                            .list());
        }
        return deal;
    }

    /** Whether an earlier call had converted the lead, and this one only read what it became. */
    public boolean isRepeated() {
        return plan == null;
    }

    /**
     * What a conversion will do, or has done.
     *
     * @param obstacles what stands in the way; empty when the lead can be converted now
     * @param account where the organisation goes
     * @param contact where the person goes; null where the lead names nobody
     * @param deal the name of the new deal; null where none is asked for
     * @param leftBehind every value of the lead that is not taken over; it stays with the lead
     * @param matches what may be the same organisation or person already; only looked for by a preview, and never taken
     *     without being named in the command
     */
    public record Plan(
            LeadId lead,
            List<Violation> obstacles,
            Share account,
            @Nullable Share contact,
            @Nullable String deal,
            List<LeftBehind> leftBehind,
            List<Match> matches) {

        public Plan {
            obstacles = List.copyOf(obstacles);
            leftBehind = List.copyOf(leftBehind);
            matches = List.copyOf(matches);
        }

        /** Whether the lead can be converted now. */
        public boolean isPossible() {
            return obstacles.isEmpty();
        }

        /** Where the person goes, if the lead names one. */
        public Optional<Share> person() {
            return Optional.ofNullable(contact);
        }

        Plan withMatches(List<Match> found) {
            return new Plan(lead, obstacles, account, contact, deal, leftBehind, found);
        }
    }

    /**
     * What one account or contact takes from the lead.
     *
     * @param existing the one whose blanks are filled; null where a new one is made
     * @param taken the fields that get a value of the lead's
     */
    public record Share(@Nullable EntityRef existing, List<Taken> taken) {

        public Share {
            taken = List.copyOf(taken);
        }

        /** Whether a new one is made. */
        public boolean isNew() {
            return existing == null;
        }
    }

    /** A field that gets a value of the lead's, in its text form. */
    public record Taken(String field, String value) {}

    /**
     * A value of the lead's that is not taken over.
     *
     * @param field where it would have gone, for example {@code contact.email}; {@code lead.…} where nothing takes it
     * @param kept what stands there already; null where nothing takes such a value
     * @param value the lead's
     */
    public record LeftBehind(String field, @Nullable String kept, String value) {}

    /**
     * An account of the same name, or a contact with the same e-mail address.
     *
     * @param by what is the same: {@code name} or {@code email}
     * @param name what the account or contact is called
     */
    public record Match(EntityRef ref, String by, String name) {}
}
