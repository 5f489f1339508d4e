package io.github.crmkit.opportunity;

import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.lead.LeadId;
import io.github.crmkit.money.Percent;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.party.ContactId;
import io.github.crmkit.pipeline.ForecastCategory;
import io.github.crmkit.pipeline.Outcome;
import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.pipeline.Position;
import io.github.crmkit.pipeline.Probabilities;
import io.github.crmkit.pipeline.Stage;
import io.github.crmkit.pipeline.StageId;
import io.github.crmkit.pipeline.StageOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A deal that may be won.
 *
 * <p>Its life: opened in a stage of a pipeline, or taken over from elsewhere already closed; moved between open stages in
 * any order; won or lost, the latter with a reason; reopened, with a reason, into the last open stage it was in. While it
 * is closed nothing about it changes but its owner. A decision that asks for what already is, is success without a
 * change.
 *
 * @param name plain text
 * @param owner the user who looks after it
 * @param closure when and why it was decided; present exactly while it is closed
 * @param lead the lead that was converted into it; null where there was none
 * @param reference its key in another system, unique within the tenant; null where there is none
 */
public record Opportunity(
        OpportunityId id,
        Stamp stamp,
        String name,
        UserId owner,
        Customer customer,
        Position position,
        Probabilities probabilities,
        Expectation expectation,
        @Nullable Closure closure,
        @Nullable LeadId lead,
        @Nullable String reference) {

    /**
     * Who buys.
     *
     * @param account the organisation; null where it is not known yet
     * @param contact the person to talk to first; null where there is none
     */
    public record Customer(
            @Nullable AccountId account, @Nullable ContactId contact) {

        /** Nobody yet. */
        public static Customer unknown() {
            return new Customer(null, null);
        }
    }

    /** The longest name, in UTF-16 units, inclusive. */
    public static final int MAX_NAME = 200;

    /** The longest reference, in UTF-16 units, inclusive. */
    public static final int MAX_REFERENCE = 100;

    /** @throws io.github.crmkit.kernel.RuleViolationsException with everything that cannot be so */
    public Opportunity {
        Violations problems = new Violations();
        name = problems.plainText(name, MAX_NAME, "name");
        reference = problems.plainTextOrAbsent(reference, MAX_REFERENCE, "reference");
        Outcome outcome = position.outcome();
        problems.require(
                        outcome.isClosed() == (closure != null),
                        "closure",
                        "closure",
                        "must be given exactly for a closed deal")
                .require(
                        outcome != Outcome.LOST || (closure != null && closure.reason() != null),
                        "closure.reason",
                        "reason-required",
                        "must be given for a lost deal")
                .throwIfAny("deal");
    }

    /** A new deal. */
    public static Change<Opportunity> opened(Opportunity fresh) {
        return Change.created(fresh, new OpportunityEvent.Opened(fresh.lead));
    }

    /** What it may do next, and why not the rest, as long as no reason is given. */
    public List<StageOption> options(Pipeline pipeline) {
        return OpportunityRules.options(pipeline, this);
    }

    /**
     * Takes it to another stage of its pipeline; a won or lost stage closes it.
     *
     * @param reason what is said about it; required for a lost stage
     * @param on the day it is decided, in the organisation's zone; looked at only when it is
     * @param at when, in microseconds
     * @throws io.github.crmkit.lifecycle.IllegalTransitionException {@code deal-closed}, {@code no-transition},
     *     {@code reason-required}, {@code stage-inactive}, {@code unknown-stage}
     * @throws io.github.crmkit.kernel.RuleViolationsException {@code plain-text} for an unusable reason
     */
    public Change<Opportunity> move(Pipeline pipeline, Stage to, @Nullable String reason, LocalDate on, Instant at) {
        Closure said = new Closure(on, reason);
        if (to.id().equals(stage())) {
            return Change.none(this);
        }
        String why = said.reason();
        OpportunityRules.require(pipeline, new OpportunityRules.Move(this, to, why, false));
        OpportunityEvent event = switch (to.outcome()) {
            case OPEN -> new OpportunityEvent.Moved(stage(), to.id(), why);
            case WON -> new OpportunityEvent.Won(stage(), why);
            case LOST -> new OpportunityEvent.Lost(stage(), why == null ? "" : why);
        };
        return Change.of(this, entering(to, to.isOpen() ? null : said, at), event);
    }

    /**
     * Makes it open again, in the last open stage it was in, or in the first stage where there is none that deals may
     * enter. How it had been closed stays in its history.
     *
     * @param reason why; required
     * @throws io.github.crmkit.lifecycle.IllegalTransitionException {@code reason-required}
     * @throws io.github.crmkit.kernel.RuleViolationsException {@code plain-text} for an unusable reason
     */
    public Change<Opportunity> reopen(Pipeline pipeline, @Nullable String reason, Instant at) {
        Closure was = closure;
        if (was == null) {
            return Change.none(this);
        }
        Violations problems = new Violations();
        String why = problems.plainTextOrAbsent(reason, Closure.MAX_REASON, "reason");
        problems.throwIfAny("reopening");
        Stage to = position.lastOpenStage()
                .flatMap(pipeline::stage)
                .filter(stage -> stage.active() && stage.isOpen())
                .orElseGet(pipeline::start);
        OpportunityRules.require(pipeline, new OpportunityRules.Move(this, to, why, true));
        OpportunityEvent event = new OpportunityEvent.Reopened(stage(), to.id(), was, why == null ? "" : why);
        return Change.of(this, entering(to, null, at), event);
    }

    /**
     * Replaces what is known about it.
     *
     * @throws io.github.crmkit.kernel.RuleViolationsException {@code deal-closed}, or what the constructor refuses
     */
    public Change<Opportunity> edit(
            String newName, Customer newCustomer, Expectation newExpectation, @Nullable String newReference) {
        return changeOpen(
                new Opportunity(
                        id,
                        stamp,
                        newName,
                        owner,
                        newCustomer,
                        position,
                        probabilities,
                        newExpectation,
                        closure,
                        lead,
                        newReference),
                new OpportunityEvent.Edited());
    }

    /** Gives it to another user, closed or not. */
    public Change<Opportunity> assign(UserId to) {
        if (owner.equals(to)) {
            return Change.none(this);
        }
        Opportunity assigned = new Opportunity(
                id, stamp, name, to, customer, position, probabilities, expectation, closure, lead, reference);
        return Change.of(this, assigned, new OpportunityEvent.Assigned(owner, to));
    }

    /**
     * Sets its probability by hand; holds until it changes its stage.
     *
     * @param percent from 0 % to 100 %, neither of which decides the deal; absent to take the judgement back
     * @throws io.github.crmkit.kernel.RuleViolationsException {@code deal-closed}, {@code probability}
     */
    public Change<Opportunity> overrideProbability(@Nullable Percent percent, UserId by, Instant at) {
        Percent before =
                probabilities.judgement().map(Probabilities.Judgement::percent).orElse(null);
        if (Objects.equals(before, percent)) {
            return Change.none(this);
        }
        requireProbability(percent);
        Probabilities.Judgement said = percent == null ? null : new Probabilities.Judgement(percent, by, at);
        return changeOpen(with(probabilities.withJudgement(said)), new OpportunityEvent.ProbabilityOverridden());
    }

    /**
     * Keeps what a model computed beside the other probabilities.
     *
     * @param percent from 0 % to 100 %; absent where the model has nothing to say
     * @throws io.github.crmkit.kernel.RuleViolationsException {@code deal-closed}, {@code probability}
     */
    public Change<Opportunity> score(@Nullable Percent percent) {
        requireProbability(percent);
        return changeOpen(with(probabilities.withModel(percent)), new OpportunityEvent.Scored());
    }

    /** The stage it is in. */
    public StageId stage() {
        return position.stage();
    }

    /** Whether it is open, won or lost. */
    public Outcome outcome() {
        return position.outcome();
    }

    /** Whether it is still to be decided. */
    public boolean isOpen() {
        return !outcome().isClosed();
    }

    /** Where it counts in a forecast. */
    public ForecastCategory category() {
        return position.category();
    }

    /** The probability in effect. */
    public Percent probability() {
        return probabilities.effective();
    }

    /** The organisation that buys, where it is known. */
    public Optional<AccountId> account() {
        return Optional.ofNullable(customer.account());
    }

    /** The person to talk to first, where there is one. */
    public Optional<ContactId> contact() {
        return Optional.ofNullable(customer.contact());
    }

    /** What it is expected to bring, where that is known. */
    public Optional<Money> amount() {
        return expectation.value();
    }

    /** The day it is expected to be decided, where that is known. */
    public Optional<LocalDate> closeDate() {
        return expectation.due();
    }

    /** The day it was decided; absent while it is open. */
    public Optional<LocalDate> closedOn() {
        return Optional.ofNullable(closure).map(Closure::on);
    }

    /** The lead that was converted into it, where there was one. */
    public Optional<LeadId> convertedLead() {
        return Optional.ofNullable(lead);
    }

    /** Its key in another system. */
    public Optional<String> externalReference() {
        return Optional.ofNullable(reference);
    }

    Opportunity withStamp(Stamp next) {
        return new Opportunity(
                id, next, name, owner, customer, position, probabilities, expectation, closure, lead, reference);
    }

    private Opportunity with(Probabilities next) {
        return new Opportunity(id, stamp, name, owner, customer, position, next, expectation, closure, lead, reference);
    }

    private Opportunity entering(Stage to, @Nullable Closure decided, Instant at) {
        return new Opportunity(
                id,
                stamp,
                name,
                owner,
                customer,
                position.entering(to, at),
                probabilities.entering(to),
                expectation,
                decided,
                lead,
                reference);
    }

    private Change<Opportunity> changeOpen(Opportunity after, OpportunityEvent event) {
        if (equals(after)) {
            return Change.none(this);
        }
        OpportunityRules.requireOpen(this);
        return Change.of(this, after, event);
    }

    private static void requireProbability(@Nullable Percent percent) {
        Violations problems = new Violations();
        problems.require(
                percent == null || Probabilities.isProbability(percent),
                "probability",
                "probability",
                "must be from 0 to 100 percent");
        problems.throwIfAny("probability");
    }
}
