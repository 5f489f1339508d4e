package io.github.crmkit.opportunity;

import io.github.crmkit.deal.AmountMode;
import io.github.crmkit.deal.Answer;
import io.github.crmkit.deal.Books;
import io.github.crmkit.deal.ChecklistItem;
import io.github.crmkit.deal.DealLine;
import io.github.crmkit.deal.Dossier;
import io.github.crmkit.deal.SalesTeam;
import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.lead.LeadId;
import io.github.crmkit.money.Percent;
import io.github.crmkit.opportunity.OpportunityRules.Cause;
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
import org.joda.money.CurrencyUnit;
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
 * <p>Its amount is entered, or the sum of its lines, see {@link AmountMode}; amount, recurring amount and lines have one
 * currency. Whoever holds a split of it is its owner or a member of its team.
 *
 * @param name plain text
 * @param owner the user who looks after it
 * @param closure when and why it was decided; present exactly while it is closed
 * @param dossier people, lines, the next step and what was answered
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
        Dossier dossier,
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
                        "must be given for a lost deal");
        OpportunityRules.checkWorth(expectation, closure, dossier, problems);
        dossier.team().checkHolders(owner, problems);
        problems.throwIfAny("deal");
    }

    /** A new deal. */
    public static Change<Opportunity> opened(Opportunity fresh) {
        return Change.created(fresh, new OpportunityEvent.Opened(fresh.lead));
    }

    /** What it may do next, and why not the rest, as long as no reason is given. */
    public List<StageOption> options(Pipeline pipeline, DealTerms terms) {
        return OpportunityRules.options(pipeline, this, terms);
    }

    /** The questions of the stage that it stands in, with what was answered. */
    public List<ChecklistItem> checklist(Pipeline pipeline) {
        return OpportunityRules.checklist(pipeline, this);
    }

    /**
     * Takes it to another stage of its pipeline; a won or lost stage closes it, and freezes the rate to the home currency.
     *
     * @param said when, why and against whom it is decided, of which the day and the competitor are for a won or lost stage;
     *     a reason is required for a lost one
     * @param at when, in microseconds
     * @throws io.github.crmkit.lifecycle.IllegalTransitionException {@code deal-closed}, {@code no-transition},
     *     {@code reason-required}, {@code stage-inactive}, {@code unknown-stage}; {@code question-open} and
     *     {@code fact-missing} for what its stage asks before it goes on; and what the guards of the terms say
     * @throws io.github.crmkit.kernel.RuleViolationsException {@code competitor-open} for a competitor in an open stage
     * @throws io.github.crmkit.money.MissingRateException where a deal in a foreign currency has no rate on that day
     */
    public Change<Opportunity> move(Pipeline pipeline, Stage to, Closure said, Instant at, DealTerms terms) {
        return move(pipeline, new OpportunityRules.Move(this, to, said.reason(), Cause.ASKED), said, at, terms);
    }

    /**
     * Wins it because the customer accepted an offer: the exit criteria of its stage are not asked, the guards are.
     *
     * @param said when, and why
     * @param at when, in microseconds
     * @throws io.github.crmkit.lifecycle.IllegalTransitionException {@code deal-closed}, and what the guards say
     * @throws io.github.crmkit.money.MissingRateException where a deal in a foreign currency has no rate on that day
     */
    public Change<Opportunity> accepted(Pipeline pipeline, Closure said, Instant at, DealTerms terms) {
        Stage to = pipeline.first(Outcome.WON);
        return move(pipeline, new OpportunityRules.Move(this, to, said.reason(), Cause.ACCEPTANCE), said, at, terms);
    }

    private Change<Opportunity> move(
            Pipeline pipeline, OpportunityRules.Move asked, Closure said, Instant at, DealTerms terms) {
        Stage to = asked.to();
        if (to.id().equals(stage())) {
            return Change.none(this);
        }
        OpportunityRules.require(pipeline, asked, terms);
        said.requireFor(to);
        Closure decided = to.isOpen() ? null : said.frozen(currency().orElse(null), terms.books());
        return Change.of(this, entering(to, decided, at), OpportunityEvent.entered(stage(), to, asked.reason()));
    }

    /**
     * Makes it open again, in the last open stage it was in, or in the first stage where there is none that deals may
     * enter. How it had been closed stays in its history.
     *
     * @param reason why; required
     * @throws io.github.crmkit.lifecycle.IllegalTransitionException {@code reason-required}, and what the guards say
     * @throws io.github.crmkit.kernel.RuleViolationsException {@code plain-text} for an unusable reason
     */
    public Change<Opportunity> reopen(Pipeline pipeline, @Nullable String reason, Instant at, DealTerms terms) {
        Closure was = closure;
        if (was == null) {
            return Change.none(this);
        }
        String why = Closure.reopeningReason(reason);
        Stage to = OpportunityRules.reopensIn(pipeline, position);
        OpportunityRules.require(pipeline, new OpportunityRules.Move(this, to, why, Cause.REOPENING), terms);
        OpportunityEvent event = new OpportunityEvent.Reopened(stage(), to.id(), was, why == null ? "" : why);
        return Change.of(this, entering(to, null, at), event);
    }

    /**
     * Replaces what is known about it; a later close date is counted as a slip.
     *
     * @throws io.github.crmkit.kernel.RuleViolationsException {@code deal-closed}, {@code amount-from-lines} for another
     *     amount than that of the lines that drive it, or what the constructor refuses
     */
    public Change<Opportunity> edit(EditOpportunity asked, Books books) {
        Opportunity edited = asked.applied(this, books);
        return changeOpen(edited, new OpportunityEvent.Edited());
    }

    /**
     * Says where its amount comes from, and which one it is.
     *
     * @param entered the amount where it is entered, absent where it is not known; absent where it comes from the lines
     * @throws io.github.crmkit.kernel.RuleViolationsException {@code deal-closed}, {@code amount-from-lines} for an amount
     *     besides the lines, or what the constructor refuses
     */
    public Change<Opportunity> amount(AmountMode from, @Nullable Money entered) {
        Money worth =
                from == AmountMode.LINES && entered == null ? dossier.total().orElse(null) : entered;
        return changeOpen(with(expectation.amount(from, worth), dossier), new OpportunityEvent.AmountSet());
    }

    /**
     * Replaces its lines, which are its amount from now on.
     *
     * @throws io.github.crmkit.kernel.RuleViolationsException {@code deal-closed}, or what the constructor refuses
     */
    public Change<Opportunity> sell(List<DealLine> lines) {
        Dossier priced = dossier.lines(lines);
        Money total = priced.total().orElse(null);
        return changeOpen(with(expectation.amount(AmountMode.LINES, total), priced), new OpportunityEvent.LinesSet());
    }

    /**
     * Replaces the team and the splits.
     *
     * @throws io.github.crmkit.kernel.RuleViolationsException {@code deal-closed}, or {@code split-member}
     */
    public Change<Opportunity> staff(SalesTeam team) {
        return changeOpen(with(expectation, dossier.team(team)), new OpportunityEvent.Staffed());
    }

    /**
     * Keeps what was found out about a question, in the place of an earlier answer. The same words are no change.
     *
     * @throws io.github.crmkit.kernel.RuleViolationsException {@code deal-closed}
     */
    public Change<Opportunity> answer(Answer given) {
        OpportunityEvent event = new OpportunityEvent.Answered(given.stage(), given.question());
        return changeOpen(with(expectation, dossier.answered(given)), event);
    }

    /**
     * Gives it to another user, closed or not. Whoever is the owner now is no member besides.
     *
     * @throws io.github.crmkit.kernel.RuleViolationsException {@code split-member} where the owner so far holds a split
     */
    public Change<Opportunity> assign(UserId to) {
        return owner.equals(to)
                ? Change.none(this)
                : Change.of(this, owned(to, dossier.team().without(to)), new OpportunityEvent.Assigned(owner, to));
    }

    /**
     * Gives it to another user with a note, closed or not; splits are given anew only while it is open.
     *
     * @throws io.github.crmkit.kernel.RuleViolationsException {@code deal-closed}, {@code split-member} where the owner so
     *     far holds a split, does not stay, and the splits are not given anew, or what a {@link SalesTeam} refuses
     */
    public Change<Opportunity> handOver(OpportunityCommand.HandOver asked) {
        if (owner.equals(asked.to())) {
            return Change.none(this);
        }
        if (asked.resplits()) {
            OpportunityRules.requireOpen(this);
        }
        SalesTeam team = asked.teamOf(this);
        return Change.of(
                this, owned(asked.to(), team), new OpportunityEvent.HandedOver(owner, asked.to(), asked.note()));
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
        OpportunityRules.requireProbability(percent);
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
        OpportunityRules.requireProbability(percent);
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

    /** The one currency of its amount, its recurring amount and its lines, where there is any of them. */
    public Optional<CurrencyUnit> currency() {
        return OpportunityRules.currency(expectation, dossier);
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
        return with(next, owner, position, probabilities, expectation, closure, dossier);
    }

    private Opportunity with(Probabilities next) {
        return with(stamp, owner, position, next, expectation, closure, dossier);
    }

    private Opportunity with(Expectation expected, Dossier known) {
        return with(stamp, owner, position, probabilities, expected, closure, known);
    }

    private Opportunity owned(UserId by, SalesTeam team) {
        return with(stamp, by, position, probabilities, expectation, closure, dossier.team(team));
    }

    private Opportunity entering(Stage to, @Nullable Closure decided, Instant at) {
        return with(stamp, owner, position.entering(to, at), probabilities.entering(to), expectation, decided, dossier);
    }

    private Opportunity with(
            Stamp next,
            UserId by,
            Position place,
            Probabilities chances,
            Expectation expected,
            @Nullable Closure decided,
            Dossier known) {
        return new Opportunity(id, next, name, by, customer, place, chances, expected, decided, known, lead, reference);
    }

    private Change<Opportunity> changeOpen(Opportunity after, OpportunityEvent event) {
        if (equals(after)) {
            return Change.none(this);
        }
        OpportunityRules.requireOpen(this);
        return Change.of(this, after, event);
    }
}
