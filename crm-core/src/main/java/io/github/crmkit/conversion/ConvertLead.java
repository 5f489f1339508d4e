package io.github.crmkit.conversion;

import io.github.crmkit.command.Command;
import io.github.crmkit.kernel.PlainText;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.lead.LeadId;
import io.github.crmkit.opportunity.Expectation;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.party.ContactId;
import io.github.crmkit.pipeline.PipelineId;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a qualified lead to become an account, a contact and a deal. Only the lead is required.
 *
 * @param name the deal's; the lead's company unless given
 * @param closeDate the day the deal is expected to be decided, in the organisation's zone; null where not known
 * @param amount of the whole deal, without tax; null where not known
 * @param account an account to fill the blanks of; a new one is made unless given
 * @param contact a contact to fill the blanks of; a new one is made unless given, if the lead names a person
 * @param pipeline of the deal; the default one unless given
 * @param withDeal whether a deal is made at all
 */
public record ConvertLead(
        @NotNull LeadId lead,
        @PlainText(max = Opportunity.MAX_NAME) @Nullable String name,
        @Nullable LocalDate closeDate,
        @Nullable Money amount,
        @Nullable AccountId account,
        @Nullable ContactId contact,
        @Nullable PipelineId pipeline,
        boolean withDeal)
        implements Command {

    /** This lead, into everything new. */
    public static ConvertLead of(LeadId lead) {
        return new ConvertLead(lead, null, null, null, null, null, null, true);
    }

    /** With a deal of this name. */
    public ConvertLead named(@Nullable String dealName) {
        return new ConvertLead(lead, dealName, closeDate, amount, account, contact, pipeline, withDeal);
    }

    /** With a deal expected to be decided on this day. */
    public ConvertLead closingOn(@Nullable LocalDate day) {
        return new ConvertLead(lead, name, day, amount, account, contact, pipeline, withDeal);
    }

    /** With a deal worth this much, without tax. */
    public ConvertLead amount(@Nullable Money money) {
        return new ConvertLead(lead, name, closeDate, money, account, contact, pipeline, withDeal);
    }

    /** Into this account, of which only blanks are filled. */
    public ConvertLead into(@Nullable AccountId existing) {
        return new ConvertLead(lead, name, closeDate, amount, existing, contact, pipeline, withDeal);
    }

    /** Into this contact, of which only blanks are filled. */
    public ConvertLead withContact(@Nullable ContactId existing) {
        return new ConvertLead(lead, name, closeDate, amount, account, existing, pipeline, withDeal);
    }

    /** With a deal in this pipeline. */
    public ConvertLead in(@Nullable PipelineId other) {
        return new ConvertLead(lead, name, closeDate, amount, account, contact, other, withDeal);
    }

    /** Without a deal. */
    public ConvertLead withoutOpportunity() {
        return new ConvertLead(lead, name, closeDate, amount, account, contact, pipeline, false);
    }

    @Override
    public void check(Violations problems) {
        Expectation.check(amount, closeDate, problems);
        problems.require(
                withDeal || (name == null && closeDate == null && amount == null && pipeline == null),
                "withDeal",
                "no-opportunity",
                "must be true where something is said about the deal");
    }
}
