package io.github.crmkit.opportunity;

import io.github.crmkit.command.Command;
import io.github.crmkit.deal.Books;
import io.github.crmkit.deal.Competitor;
import io.github.crmkit.deal.ContactRole;
import io.github.crmkit.deal.Dossier;
import io.github.crmkit.deal.NextStep;
import io.github.crmkit.deal.Recurring;
import io.github.crmkit.kernel.PlainText;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.party.ContactId;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Asks for other knowledge about an open deal, all of it at once: start from the deal as it was shown, change what is to
 * be changed, and hand in null to clear.
 *
 * @param version the version that was shown; when it is no longer the current one, nothing is overwritten
 * @param amount as it was shown where it comes from the lines
 * @param campaigns the host's keys of the campaigns that brought it
 */
public record EditOpportunity(
        @NotNull OpportunityId id,
        long version,
        @NotNull @PlainText(max = Opportunity.MAX_NAME) String name,
        @NotNull Opportunity.Customer customer,
        @Nullable Money amount,
        @Nullable Recurring recurring,
        @Nullable LocalDate closeDate,

        @PlainText(max = Opportunity.MAX_REFERENCE) @Nullable
        String reference,

        @NotNull List<ContactRole> contactRoles,
        @NotNull List<Competitor> competitors,
        @NotNull List<String> campaigns,
        @Nullable NextStep nextStep)
        implements Command {

    public EditOpportunity {
        contactRoles = List.copyOf(contactRoles);
        competitors = List.copyOf(competitors);
        campaigns = List.copyOf(campaigns);
    }

    /** Everything as it is. */
    public static EditOpportunity of(Opportunity deal) {
        return new EditOpportunity(
                deal.id(),
                deal.stamp().version(),
                deal.name(),
                deal.customer(),
                deal.expectation().amount(),
                deal.expectation().recurring(),
                deal.expectation().closeDate(),
                deal.reference(),
                deal.dossier().contactRoles(),
                deal.dossier().competitors(),
                deal.dossier().campaigns(),
                deal.dossier().nextStep());
    }

    /** Of this name. */
    public EditOpportunity name(String text) {
        return with(text, customer, reference);
    }

    /** With this account. */
    public EditOpportunity account(@Nullable AccountId account) {
        return with(name, new Opportunity.Customer(account, customer.contact()), reference);
    }

    /** With this person to talk to first. */
    public EditOpportunity contact(@Nullable ContactId contact) {
        return with(name, new Opportunity.Customer(customer.account(), contact), reference);
    }

    /** With this key in another system, unique within the tenant. */
    public EditOpportunity reference(@Nullable String key) {
        return with(name, customer, key);
    }

    /** Worth this much, without tax. */
    public EditOpportunity amount(@Nullable Money money) {
        return with(money, recurring, closeDate);
    }

    /** Bringing this again and again. */
    public EditOpportunity recurring(@Nullable Recurring again) {
        return with(amount, again, closeDate);
    }

    /** Expected to be decided on this day. */
    public EditOpportunity closingOn(@Nullable LocalDate day) {
        return with(amount, recurring, day);
    }

    /** With these people at the customer. */
    public EditOpportunity contactRoles(List<ContactRole> roles) {
        return with(roles, competitors, campaigns, nextStep);
    }

    /** With these others who want to sell. */
    public EditOpportunity competitors(List<Competitor> rivals) {
        return with(contactRoles, rivals, campaigns, nextStep);
    }

    /** Brought by these campaigns. */
    public EditOpportunity campaigns(List<String> keys) {
        return with(contactRoles, competitors, keys, nextStep);
    }

    /** With this to be done next. */
    public EditOpportunity nextStep(@Nullable NextStep step) {
        return with(contactRoles, competitors, campaigns, step);
    }

    private EditOpportunity with(String text, Opportunity.Customer buyer, @Nullable String key) {
        return new EditOpportunity(
                id,
                version,
                text,
                buyer,
                amount,
                recurring,
                closeDate,
                key,
                contactRoles,
                competitors,
                campaigns,
                nextStep);
    }

    private EditOpportunity with(@Nullable Money money, @Nullable Recurring again, @Nullable LocalDate day) {
        return new EditOpportunity(
                id,
                version,
                name,
                customer,
                money,
                again,
                day,
                reference,
                contactRoles,
                competitors,
                campaigns,
                nextStep);
    }

    private EditOpportunity with(
            List<ContactRole> roles, List<Competitor> rivals, List<String> keys, @Nullable NextStep step) {
        return new EditOpportunity(
                id, version, name, customer, amount, recurring, closeDate, reference, roles, rivals, keys, step);
    }

    @Override
    public void check(Violations problems) {
        Expectation.check(amount, recurring, closeDate, problems);
        Dossier.checkPeople(contactRoles, competitors, campaigns, nextStep, problems);
    }

    /** The deal as it is to be. */
    Opportunity applied(Opportunity deal, Books books) {
        return new Opportunity(
                deal.id(),
                deal.stamp(),
                name,
                deal.owner(),
                customer,
                deal.position(),
                deal.probabilities(),
                deal.expectation().edited(amount, recurring, closeDate, books.calendar()),
                deal.closure(),
                deal.dossier().people(contactRoles, competitors, campaigns, nextStep),
                deal.lead(),
                reference);
    }
}
