package io.github.crmkit.jdbc.table;

import io.github.crmkit.jdbc.mapping.Table;
import io.github.crmkit.party.Affiliation;
import io.github.crmkit.party.AffiliationFields;
import io.github.crmkit.party.AffiliationId;
import io.github.crmkit.party.Affiliations;
import io.github.crmkit.time.DateRange;

/** Which contact belongs to which account, in which role and on which days. */
final class AffiliationTable {

    private AffiliationTable() {}

    static Table<Affiliation, AffiliationId> declared() {
        return Table.of(Affiliations.TYPE, "affiliation", t -> {
            var contact = t.field(AffiliationFields.CONTACT, "contact_id");
            var account = t.field(AffiliationFields.ACCOUNT, "account_id");
            var role = t.field(AffiliationFields.ROLE);
            var from = t.field(AffiliationFields.FROM, "valid_from");
            var until = t.field(AffiliationFields.UNTIL, "valid_until");
            t.index("ix_affiliation_contact", AffiliationFields.CONTACT.asc().then(AffiliationFields.ACCOUNT.asc()));
            t.index("ix_affiliation_account", AffiliationFields.ACCOUNT.asc());
            return row -> new Affiliation(
                    row.id(),
                    row.stamp(),
                    row.get(contact),
                    row.get(account),
                    row.optional(role),
                    new DateRange(row.optional(from), row.optional(until)));
        });
    }
}
