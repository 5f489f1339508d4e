package io.github.crmkit.lead;

import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.lifecycle.Option;
import io.github.crmkit.merge.Blanks;
import io.github.crmkit.merge.Filled;
import io.github.crmkit.person.ContactDetails;
import io.github.crmkit.person.PersonName;
import io.github.crmkit.storage.HistoryEntry;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person or an organisation that may become a customer.
 *
 * <p>Its life: captured as {@link LeadStatus#NEW}; moved between statuses as {@link LeadStatus#LIFECYCLE} allows, with a
 * reason for going to UNQUALIFIED and for leaving it; edited and assigned at any time; converted once, while QUALIFIED.
 * From then on nothing changes. A decision that asks for what already is, is success without a change.
 *
 * @param company the organisation, or the person's name where there is none; plain text
 * @param person whom to talk to; null where not known
 * @param details how to reach that person
 * @param statusReason what was said when the lead got its status; null where nothing was, never for UNQUALIFIED
 * @param score 0 to 100, both inclusive; null where nobody scored it, which is not 0
 * @param owner the user who looks after it
 * @param reference the key of this lead in another system, unique within the tenant; null where there is none
 * @param convertedAt when it was converted; null while it is not
 */
public record Lead(
        LeadId id,
        Stamp stamp,
        String company,
        @Nullable PersonName person,
        ContactDetails details,
        LeadSource source,
        LeadStatus status,
        @Nullable String statusReason,
        @Nullable Integer score,
        UserId owner,
        @Nullable String reference,
        @Nullable Instant convertedAt) {

    /** The longest company name, in UTF-16 units, inclusive. */
    public static final int MAX_COMPANY = 200;

    /** The longest reason, in UTF-16 units, inclusive. */
    public static final int MAX_REASON = HistoryEntry.MAX_NOTE;

    /** The longest reference, in UTF-16 units, inclusive. */
    public static final int MAX_REFERENCE = 100;

    /** The highest score, inclusive. */
    public static final int MAX_SCORE = 100;

    /** @throws io.github.crmkit.kernel.RuleViolationsException with everything that cannot be so */
    public Lead {
        Violations problems = new Violations();
        company = problems.plainText(company, MAX_COMPANY, "company");
        statusReason = problems.plainTextOrAbsent(statusReason, MAX_REASON, "statusReason");
        reference = problems.plainTextOrAbsent(reference, MAX_REFERENCE, "reference");
        problems.require(score == null || score >= 0, "score", "min", "must be greater than or equal to 0")
                .require(score == null || score <= MAX_SCORE, "score", "max", "must be less than or equal to 100")
                .require(
                        status != LeadStatus.UNQUALIFIED || statusReason != null,
                        "statusReason",
                        "reason-required",
                        "must be given for a lead that was given up")
                .require(
                        convertedAt == null || status == LeadStatus.QUALIFIED,
                        "status",
                        "lead-not-qualified",
                        "must be QUALIFIED for a converted lead")
                .throwIfAny("lead");
    }

    /** A lead that has just come in. */
    static Change<Lead> captured(Lead fresh) {
        return Change.created(fresh, new LeadEvent.Captured(fresh.source));
    }

    /** Whether it was converted, which is final. */
    public boolean isConverted() {
        return convertedAt != null;
    }

    /** The key of this lead in another system. */
    public Optional<String> externalReference() {
        return Optional.ofNullable(reference);
    }

    /** What it may become next, and why not the rest, as long as no reason is given. */
    public List<Option<LeadStatus>> options() {
        return LeadRules.MOVES.options(new LeadRules.Move(this, null));
    }

    /** Gives it another status, without a word; as {@link #move(LeadStatus, String)}. */
    public Change<Lead> move(LeadStatus to) {
        return move(to, null);
    }

    /**
     * Gives it another status.
     *
     * @param reason why; required for going to UNQUALIFIED and for leaving it
     * @throws io.github.crmkit.lifecycle.IllegalTransitionException when the table, a missing reason
     *     ({@code reason-required}) or its conversion ({@code lead-converted}) stands in the way
     * @throws io.github.crmkit.kernel.RuleViolationsException {@code plain-text} for an unusable reason
     */
    public Change<Lead> move(LeadStatus to, @Nullable String reason) {
        Violations problems = new Violations();
        String why = problems.plainTextOrAbsent(reason, MAX_REASON, "reason");
        problems.throwIfAny("reason");
        LeadRules.Move move = new LeadRules.Move(this, why);
        if (LeadRules.MOVES.isSame(move, to)) {
            return Change.none(this);
        }
        LeadRules.MOVES.require(move, to);
        Lead moved = new Lead(id, stamp, company, person, details, source, to, why, score, owner, reference, null);
        return Change.of(this, moved, new LeadEvent.Moved(status, to, why));
    }

    /**
     * Replaces what is known about it.
     *
     * @throws io.github.crmkit.kernel.RuleViolationsException {@code lead-converted}, or what the constructor refuses
     */
    public Change<Lead> edit(
            String newCompany,
            @Nullable PersonName newPerson,
            ContactDetails newDetails,
            LeadSource newSource,
            @Nullable Integer newScore,
            @Nullable String newReference) {
        Lead edited = new Lead(
                id,
                stamp,
                newCompany,
                newPerson,
                newDetails,
                newSource,
                status,
                statusReason,
                newScore,
                owner,
                newReference,
                convertedAt);
        return changeTo(edited, new LeadEvent.Edited());
    }

    /**
     * Takes what is offered where nothing is known yet, and leaves everything else as it is.
     *
     * @throws io.github.crmkit.kernel.RuleViolationsException {@code lead-converted} when there is something to fill
     */
    public Filled<Lead> fillBlanks(
            @Nullable PersonName offeredPerson, ContactDetails offeredDetails, @Nullable Integer offeredScore) {
        Blanks blanks = new Blanks();
        PersonName newPerson = blanks.fill("person", person, offeredPerson, PersonName::display, PersonName::display);
        ContactDetails newDetails = details.fillBlanks(offeredDetails, blanks);
        Integer newScore = blanks.fill("score", score, offeredScore, String::valueOf, String::valueOf);
        Lead filled = new Lead(
                id,
                stamp,
                company,
                newPerson,
                newDetails,
                source,
                status,
                statusReason,
                newScore,
                owner,
                reference,
                convertedAt);
        return new Filled<>(changeTo(filled, new LeadEvent.Filled()), blanks.dropped());
    }

    /**
     * Gives it to another user.
     *
     * @throws io.github.crmkit.kernel.RuleViolationsException {@code lead-converted}
     */
    public Change<Lead> assign(UserId to) {
        Lead assigned = new Lead(
                id, stamp, company, person, details, source, status, statusReason, score, to, reference, convertedAt);
        return changeTo(assigned, new LeadEvent.Assigned(owner, to));
    }

    /**
     * Makes it converted, for good.
     *
     * @param at when, in microseconds
     * @param became what it became: account, contact, deal; at least one
     * @throws io.github.crmkit.kernel.RuleViolationsException {@code lead-not-qualified} or {@code lead-converted}
     */
    public Change<Lead> convert(Instant at, List<EntityRef> became) {
        LeadRules.requireConvertible(this);
        if (became.isEmpty()) {
            throw new IllegalArgumentException("a lead is converted into something");
        }
        Lead converted = new Lead(
                id, stamp, company, person, details, source, status, statusReason, score, owner, reference, at);
        return Change.of(this, converted, new LeadEvent.Converted(at, became));
    }

    Lead withStamp(Stamp next) {
        return new Lead(
                id, next, company, person, details, source, status, statusReason, score, owner, reference, convertedAt);
    }

    private Change<Lead> changeTo(Lead after, LeadEvent event) {
        if (Objects.equals(this, after)) {
            return Change.none(this);
        }
        LeadRules.requireOpen(this);
        return Change.of(this, after, event);
    }
}
