package io.github.crmkit.deal;

import io.github.crmkit.kernel.Violations;
import io.github.crmkit.party.ContactId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What one person has to do with a deal. Somebody may have several roles, each once. What is wrong with it is found with
 * its {@link Dossier}.
 *
 * @param primary whether this is the one person whose decision counts in the end; only for a role that
 *     {@link BuyerRole#decides decides}
 */
public record ContactRole(ContactId contact, BuyerRole role, boolean primary) {

    /** Somebody in this role. */
    public static ContactRole of(ContactId contact, BuyerRole role) {
        return new ContactRole(contact, role, false);
    }

    /** As the primary decider. */
    public ContactRole asPrimary() {
        return new ContactRole(contact, role, true);
    }

    /** The same roles; where exactly one of them decides, it is the primary one without having to be marked. */
    static List<ContactRole> settled(List<ContactRole> roles) {
        List<ContactRole> deciders =
                roles.stream().filter(ContactRole::canDecide).toList();
        boolean clear = deciders.size() == 1 && roles.stream().noneMatch(ContactRole::primary);
        return clear
                ? roles.stream()
                        .map(role -> role.canDecide() ? role.asPrimary() : role)
                        .toList()
                : List.copyOf(roles);
    }

    private boolean canDecide() {
        return role != null && role.decides();
    }

    static void check(List<ContactRole> roles, String path, Violations problems) {
        DealRules.checkSize(roles, Dossier.MAX_CONTACT_ROLES, path, problems);
        Set<ContactRole> seen = new HashSet<>();
        for (int i = 0; i < roles.size(); i++) {
            ContactRole one = roles.get(i);
            String place = path + "[" + i + "]";
            if (one.contact == null || one.role == null) {
                problems.add(place, "not-null", "must have a contact and a role");
                continue;
            }
            problems.require(seen.add(of(one.contact, one.role)), place, "duplicate", "must not be given twice");
            problems.require(
                    !one.primary || one.role.decides(),
                    place + ".primary",
                    "primary-decides",
                    "must be a decision maker or an economic buyer to be the primary decider");
        }
        problems.require(
                roles.stream().filter(ContactRole::primary).count() <= 1,
                path,
                "several-primaries",
                "must have one primary decider at most");
    }

    /** The role and the contact's id, and whether it is the primary one. */
    @Override
    public String toString() {
        return role + " " + contact.text() + (primary ? " (primary)" : "");
    }
}
