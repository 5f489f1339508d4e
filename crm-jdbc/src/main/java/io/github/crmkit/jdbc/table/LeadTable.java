package io.github.crmkit.jdbc.table;

import io.github.crmkit.jdbc.mapping.Table;
import io.github.crmkit.jdbc.value.Values;
import io.github.crmkit.lead.Lead;
import io.github.crmkit.lead.LeadFields;
import io.github.crmkit.lead.LeadId;
import io.github.crmkit.lead.Leads;
import io.github.crmkit.person.ContactDetails;
import io.github.crmkit.person.PersonName;

/** Leads. E-mail address and phone number are kept as given, and once more in the form that is asked for. */
final class LeadTable {

    private LeadTable() {}

    static Table<Lead, LeadId> declared() {
        return Table.of(Leads.TYPE, "lead", t -> {
            var company = t.field(LeadFields.COMPANY);
            var givenName = t.field(LeadFields.GIVEN_NAME);
            var familyName = t.field(LeadFields.FAMILY_NAME);
            var email = t.optional("email", Values.EMAIL, lead -> lead.details().email());
            t.derived(LeadFields.EMAIL, "email_normalized");
            var phone = t.optional("phone", Values.PHONE, lead -> lead.details().phone());
            t.derived(LeadFields.PHONE, "phone_digits");
            var source = t.field(LeadFields.SOURCE);
            var status = t.field(LeadFields.STATUS);
            var statusReason = t.field(LeadFields.STATUS_REASON);
            var score = t.field(LeadFields.SCORE);
            var owner = t.field(LeadFields.OWNER, "owner_id");
            var reference = t.field(LeadFields.REFERENCE);
            var convertedAt = t.field(LeadFields.CONVERTED_AT);
            t.stamp(LeadFields.CREATED_AT, "created_at");
            t.index("ix_lead_status", LeadFields.STATUS.asc().then(LeadFields.CREATED_AT.asc()));
            t.index("ix_lead_owner", LeadFields.OWNER.asc().then(LeadFields.STATUS.asc()));
            t.index("ix_lead_email", LeadFields.EMAIL.asc());
            return row -> {
                String family = row.optional(familyName);
                return new Lead(
                        row.id(),
                        row.stamp(),
                        row.get(company),
                        family == null ? null : new PersonName(row.optional(givenName), family),
                        new ContactDetails(row.optional(email), row.optional(phone)),
                        row.get(source),
                        row.get(status),
                        row.optional(statusReason),
                        row.optional(score),
                        row.get(owner),
                        row.optional(reference),
                        row.optional(convertedAt));
            };
        });
    }
}
