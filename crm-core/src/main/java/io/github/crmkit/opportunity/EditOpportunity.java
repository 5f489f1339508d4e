package io.github.crmkit.opportunity;

import io.github.crmkit.command.Command;
import io.github.crmkit.kernel.PlainText;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.party.ContactId;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Asks for other knowledge about an open deal, all of it at once: start from the deal as it was shown, change what is to
 * be changed, and hand in null to clear.
 *
 * @param version the version that was shown; when it is no longer the current one, nothing is overwritten
 */
public record EditOpportunity(
        @NotNull OpportunityId id,
        long version,
        @NotNull @PlainText(max = Opportunity.MAX_NAME) String name,
        @NotNull Opportunity.Customer customer,
        @Nullable Money amount,
        @Nullable LocalDate closeDate,

        @PlainText(max = Opportunity.MAX_REFERENCE) @Nullable
        String reference)
        implements Command {

    /** Everything as it is. */
    public static EditOpportunity of(Opportunity deal) {
        return new EditOpportunity(
                deal.id(),
                deal.stamp().version(),
                deal.name(),
                deal.customer(),
                deal.expectation().amount(),
                deal.expectation().closeDate(),
                deal.reference());
    }

    /** Of this name. */
    public EditOpportunity name(String text) {
        return new EditOpportunity(id, version, text, customer, amount, closeDate, reference);
    }

    /** With this account. */
    public EditOpportunity account(@Nullable AccountId account) {
        Opportunity.Customer buyer = new Opportunity.Customer(account, customer.contact());
        return new EditOpportunity(id, version, name, buyer, amount, closeDate, reference);
    }

    /** With this person to talk to first. */
    public EditOpportunity contact(@Nullable ContactId contact) {
        Opportunity.Customer buyer = new Opportunity.Customer(customer.account(), contact);
        return new EditOpportunity(id, version, name, buyer, amount, closeDate, reference);
    }

    /** Worth this much, without tax. */
    public EditOpportunity amount(@Nullable Money money) {
        return new EditOpportunity(id, version, name, customer, money, closeDate, reference);
    }

    /** Expected to be decided on this day. */
    public EditOpportunity closingOn(@Nullable LocalDate day) {
        return new EditOpportunity(id, version, name, customer, amount, day, reference);
    }

    /** With this key in another system, unique within the tenant. */
    public EditOpportunity reference(@Nullable String key) {
        return new EditOpportunity(id, version, name, customer, amount, closeDate, key);
    }

    @Override
    public void check(Violations problems) {
        Expectation.check(amount, closeDate, problems);
    }
}
