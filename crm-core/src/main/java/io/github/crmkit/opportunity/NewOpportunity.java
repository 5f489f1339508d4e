package io.github.crmkit.opportunity;

import io.github.crmkit.command.Command;
import io.github.crmkit.deal.Competitor;
import io.github.crmkit.deal.DealRules;
import io.github.crmkit.deal.Recurring;
import io.github.crmkit.kernel.PlainText;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.party.ContactId;
import io.github.crmkit.pipeline.PipelineId;
import io.github.crmkit.pipeline.StageChoice;
import io.github.crmkit.pipeline.StageId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a new deal. Only the name is required: it starts in the first stage of the default pipeline, and the caller
 * owns it. An old deal may come in closed already: then its stage is a closed one and its closing is given.
 *
 * @param pipeline the default one unless given
 * @param stage the first one unless given
 * @param amount of the whole deal, without tax; null where not known
 * @param recurring what it brings again and again, in the currency of the amount; null where it does not
 * @param closeDate the day it is expected to be decided, in the organisation's zone; null where not known
 * @param closing when and why it was decided; exactly for a closed stage
 * @param owner the caller unless given
 * @param reference its key in another system, unique within the tenant; null where there is none
 */
public record NewOpportunity(
        @NotNull @PlainText(max = Opportunity.MAX_NAME) String name,
        @Nullable PipelineId pipeline,
        @NotNull StageChoice stage,
        @NotNull Opportunity.Customer customer,
        @Nullable Money amount,
        @Nullable Recurring recurring,
        @Nullable LocalDate closeDate,
        @Valid @Nullable Closing closing,
        @Nullable UserId owner,

        @PlainText(max = Opportunity.MAX_REFERENCE) @Nullable
        String reference)
        implements Command {

    /**
     * When and why an old deal was decided.
     *
     * @param on the day, in the organisation's zone
     * @param reason required where it was lost
     * @param competitor who got it, or whom it was won against; null where nobody is named
     */
    public record Closing(
            @NotNull LocalDate on,
            @PlainText(max = Closure.MAX_REASON) @Nullable String reason,
            @PlainText(max = Competitor.MAX_NAME) @Nullable String competitor) {}

    /** A deal of this name. */
    public static NewOpportunity of(String name) {
        return new NewOpportunity(
                name, null, StageChoice.start(), Opportunity.Customer.unknown(), null, null, null, null, null, null);
    }

    /** In this pipeline. */
    public NewOpportunity in(@Nullable PipelineId other) {
        return new NewOpportunity(
                name, other, stage, customer, amount, recurring, closeDate, closing, owner, reference);
    }

    /** In this stage. */
    public NewOpportunity stage(StageId id) {
        return stage(StageChoice.of(id));
    }

    /** In the stage of this name, whatever the case. */
    public NewOpportunity stage(String stageName) {
        return stage(StageChoice.named(stageName));
    }

    /** In this stage. */
    public NewOpportunity stage(StageChoice choice) {
        return new NewOpportunity(
                name, pipeline, choice, customer, amount, recurring, closeDate, closing, owner, reference);
    }

    /** With this account. */
    public NewOpportunity account(@Nullable AccountId id) {
        Opportunity.Customer buyer = new Opportunity.Customer(id, customer.contact());
        return new NewOpportunity(
                name, pipeline, stage, buyer, amount, recurring, closeDate, closing, owner, reference);
    }

    /** With this person to talk to first. */
    public NewOpportunity contact(@Nullable ContactId id) {
        Opportunity.Customer buyer = new Opportunity.Customer(customer.account(), id);
        return new NewOpportunity(
                name, pipeline, stage, buyer, amount, recurring, closeDate, closing, owner, reference);
    }

    /** Worth this much, without tax. */
    public NewOpportunity amount(@Nullable Money money) {
        return new NewOpportunity(
                name, pipeline, stage, customer, money, recurring, closeDate, closing, owner, reference);
    }

    /** Bringing this again and again. */
    public NewOpportunity recurring(@Nullable Recurring again) {
        return new NewOpportunity(name, pipeline, stage, customer, amount, again, closeDate, closing, owner, reference);
    }

    /** Expected to be decided on this day. */
    public NewOpportunity closingOn(@Nullable LocalDate day) {
        return new NewOpportunity(name, pipeline, stage, customer, amount, recurring, day, closing, owner, reference);
    }

    /** Decided on this day already, for this reason. */
    public NewOpportunity closed(LocalDate on, @Nullable String reason) {
        return closed(on, reason, null);
    }

    /** Decided on this day already, for this reason, against this competitor. */
    public NewOpportunity closed(LocalDate on, @Nullable String reason, @Nullable String competitor) {
        Closing decided = new Closing(on, reason, competitor);
        return new NewOpportunity(
                name, pipeline, stage, customer, amount, recurring, closeDate, decided, owner, reference);
    }

    /** Looked after by this user. */
    public NewOpportunity owner(@Nullable UserId user) {
        return new NewOpportunity(
                name, pipeline, stage, customer, amount, recurring, closeDate, closing, user, reference);
    }

    /** With this key in another system, unique within the tenant. */
    public NewOpportunity reference(@Nullable String key) {
        return new NewOpportunity(name, pipeline, stage, customer, amount, recurring, closeDate, closing, owner, key);
    }

    @Override
    public void check(Violations problems) {
        Expectation.check(amount, recurring, closeDate, problems);
        if (closing != null) {
            DealRules.checkDay(closing.on(), "closing.on", problems);
        }
    }
}
