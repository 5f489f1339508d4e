package io.github.crmkit.lead;

import io.github.crmkit.access.Action;
import io.github.crmkit.access.Desk;
import io.github.crmkit.access.Work;
import io.github.crmkit.command.Command;
import io.github.crmkit.kernel.Caller;
import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.PlainText;
import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.lifecycle.Option;
import io.github.crmkit.person.ContactDetails;
import io.github.crmkit.person.EmailAddress;
import io.github.crmkit.person.PersonName;
import io.github.crmkit.person.PhoneNumber;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.Page;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.storage.StaleVersionException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The door to leads, for one caller. Every method is one unit of work. A lead that the caller does not see is not found.
 */
public final class LeadService {

    /**
     * Asks for a new lead. Only the company is required.
     *
     * @param source OTHER unless given
     * @param owner the caller unless given
     */
    public record NewLead(
            @NotNull @PlainText(max = Lead.MAX_COMPANY) String company,
            @Nullable String givenName,
            @Nullable String familyName,
            @Nullable String email,
            @Nullable String phone,
            @NotNull LeadSource source,
            @Min(0) @Max(Lead.MAX_SCORE) @Nullable Integer score,
            @PlainText(max = Lead.MAX_REFERENCE) @Nullable String reference,
            @Nullable UserId owner)
            implements Command {

        /** A lead of this company. */
        public static NewLead of(String company) {
            return new NewLead(company, null, null, null, null, LeadSource.OTHER, null, null, null);
        }

        /** With this person to talk to; a person with a single name has no given name. */
        public NewLead person(@Nullable String given, String family) {
            return new NewLead(company, given, family, email, phone, source, score, reference, owner);
        }

        /** With this e-mail address. */
        public NewLead email(@Nullable String address) {
            return new NewLead(company, givenName, familyName, address, phone, source, score, reference, owner);
        }

        /** With this phone number. */
        public NewLead phone(@Nullable String number) {
            return new NewLead(company, givenName, familyName, email, number, source, score, reference, owner);
        }

        /** From this source. */
        public NewLead source(LeadSource from) {
            return new NewLead(company, givenName, familyName, email, phone, from, score, reference, owner);
        }

        /** With this score, 0 to 100. */
        public NewLead score(@Nullable Integer points) {
            return new NewLead(company, givenName, familyName, email, phone, source, points, reference, owner);
        }

        /** With this key in another system, unique within the tenant. */
        public NewLead reference(@Nullable String key) {
            return new NewLead(company, givenName, familyName, email, phone, source, score, key, owner);
        }

        /** Looked after by this user. */
        public NewLead owner(@Nullable UserId user) {
            return new NewLead(company, givenName, familyName, email, phone, source, score, reference, user);
        }

        @Override
        public void check(Violations problems) {
            checkReach(givenName, familyName, email, phone, problems);
        }

        private Change<Lead> decide(LeadId id, Stamp stamp, Caller caller) {
            return Lead.captured(new Lead(
                    id,
                    stamp,
                    company,
                    personOf(givenName, familyName),
                    ContactDetails.of(email, phone),
                    source,
                    LeadStatus.NEW,
                    null,
                    score,
                    owner == null ? caller.user() : owner,
                    reference,
                    null));
        }
    }

    /**
     * Asks for other knowledge about a lead, all of it at once: start from the lead as it was shown, change what is to be
     * changed, and hand in null to clear.
     *
     * @param version the version that was shown; when it is no longer the current one, nothing is overwritten
     */
    public record EditLead(
            @NotNull LeadId id,
            long version,
            @NotNull @PlainText(max = Lead.MAX_COMPANY) String company,
            @Nullable String givenName,
            @Nullable String familyName,
            @Nullable String email,
            @Nullable String phone,
            @NotNull LeadSource source,
            @Min(0) @Max(Lead.MAX_SCORE) @Nullable Integer score,
            @PlainText(max = Lead.MAX_REFERENCE) @Nullable String reference)
            implements Command {

        /** Everything as it is. */
        public static EditLead of(Lead lead) {
            PersonName name = lead.person();
            EmailAddress address = lead.details().email();
            PhoneNumber number = lead.details().phone();
            return new EditLead(
                    lead.id(),
                    lead.stamp().version(),
                    lead.company(),
                    name == null ? null : name.givenName(),
                    name == null ? null : name.familyName(),
                    address == null ? null : address.value(),
                    number == null ? null : number.raw(),
                    lead.source(),
                    lead.score(),
                    lead.reference());
        }

        /** Of this company. */
        public EditLead company(String name) {
            return new EditLead(id, version, name, givenName, familyName, email, phone, source, score, reference);
        }

        /** With this person to talk to; a person with a single name has no given name, nobody has neither. */
        public EditLead person(@Nullable String given, @Nullable String family) {
            return new EditLead(id, version, company, given, family, email, phone, source, score, reference);
        }

        /** With this e-mail address. */
        public EditLead email(@Nullable String address) {
            return new EditLead(id, version, company, givenName, familyName, address, phone, source, score, reference);
        }

        /** With this phone number. */
        public EditLead phone(@Nullable String number) {
            return new EditLead(id, version, company, givenName, familyName, email, number, source, score, reference);
        }

        /** From this source. */
        public EditLead source(LeadSource from) {
            return new EditLead(id, version, company, givenName, familyName, email, phone, from, score, reference);
        }

        /** With this score, 0 to 100. */
        public EditLead score(@Nullable Integer points) {
            return new EditLead(id, version, company, givenName, familyName, email, phone, source, points, reference);
        }

        /** With this key in another system, unique within the tenant. */
        public EditLead reference(@Nullable String key) {
            return new EditLead(id, version, company, givenName, familyName, email, phone, source, score, key);
        }

        @Override
        public void check(Violations problems) {
            checkReach(givenName, familyName, email, phone, problems);
        }

        private Change<Lead> decide(Lead lead) {
            PersonName person = personOf(givenName, familyName);
            return lead.edit(company, person, ContactDetails.of(email, phone), source, score, reference);
        }
    }

    private final Desk desk;

    public LeadService(Desk desk) {
        this.desk = desk;
    }

    /**
     * Takes in a new lead.
     *
     * @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with the command
     * @throws io.github.crmkit.storage.DuplicateKeyException when another lead has the reference
     */
    public Lead capture(NewLead command) {
        return desk.run(command, work -> work.save(Leads.TYPE, Action.CREATE, decide(command, work)));
    }

    /**
     * Takes in many new leads, all or none.
     *
     * @return the leads in the order of the commands
     * @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with any of the commands, at
     *     paths such as {@code [3].company}
     * @throws io.github.crmkit.storage.DuplicateKeyException when another lead has one of the references
     * @throws io.github.crmkit.kernel.LimitExceededException for more than 10,000 commands
     */
    public List<Lead> captureAll(List<NewLead> commands) {
        desk.commandCheck()
                .inspectAll(commands)
                .distinct(commands, "reference", NewLead::reference)
                .throwIfAny("new leads");
        return desk.run(work -> work.saveAllNew(
                Leads.TYPE,
                commands.stream().map(command -> decide(command, work)).toList()));
    }

    /**
     * The lead with this id.
     *
     * @throws io.github.crmkit.kernel.NotFoundException when there is none that the caller sees
     */
    public Lead get(LeadId id) {
        return desk.run(work -> work.get(Leads.TYPE, id));
    }

    /** The lead with this key of another system. */
    public Optional<Lead> byReference(String reference) {
        return desk.run(work -> Leads.in(work).byReference(reference));
    }

    /** One page of the leads that satisfy the filter. */
    public Page<Lead> find(Criteria<Lead> where, Sort<Lead> sort, PageRequest request) {
        return desk.run(work -> work.page(Leads.TYPE, where, sort, request));
    }

    /** How many leads satisfy the filter. */
    public long count(Criteria<Lead> where) {
        return desk.run(work -> Leads.in(work).count(where));
    }

    /** Gives the lead another status; refused as {@link Lead#move(LeadStatus)} says. */
    public Lead move(LeadId id, LeadStatus to) {
        return change(id, Action.UPDATE, lead -> lead.move(to));
    }

    /** Gives the lead another status for a reason; refused as {@link Lead#move(LeadStatus, String)} says. */
    public Lead move(LeadId id, LeadStatus to, @Nullable String reason) {
        return change(id, Action.UPDATE, lead -> lead.move(to, reason));
    }

    /**
     * Replaces what is known about a lead; refused as {@link Lead#edit} says.
     *
     * @throws StaleVersionException when the lead is no longer as it was shown; carries the lead as it is
     */
    public Lead edit(EditLead command) {
        return desk.run(command, work -> {
            Lead lead = work.get(Leads.TYPE, command.id());
            if (lead.stamp().version() != command.version()) {
                throw new StaleVersionException(Leads.TYPE.refOf(lead), command.version(), lead);
            }
            return work.save(Leads.TYPE, Action.UPDATE, command.decide(lead));
        });
    }

    /** Gives the lead to another user; refused as {@link Lead#assign} says. */
    public Lead assign(LeadId id, UserId to) {
        return change(id, Action.ASSIGN, lead -> lead.assign(to));
    }

    /** What the lead may become next, and why not the rest, as long as no reason is given. */
    public List<Option<LeadStatus>> options(LeadId id) {
        return get(id).options();
    }

    /** What happened to the lead, oldest first. */
    public List<HistoryEntry> history(LeadId id) {
        return desk.run(work -> work.historyOf(Leads.TYPE.refOf(work.get(Leads.TYPE, id))));
    }

    private Lead change(LeadId id, Action action, Function<Lead, Change<Lead>> decision) {
        return desk.run(work -> work.save(Leads.TYPE, action, decision.apply(work.get(Leads.TYPE, id))));
    }

    private static Change<Lead> decide(NewLead command, Work work) {
        return command.decide(new LeadId(work.newId()), work.firstStamp(), work.caller());
    }

    private static void checkReach(
            @Nullable String givenName,
            @Nullable String familyName,
            @Nullable String email,
            @Nullable String phone,
            Violations problems) {
        if (givenName != null || familyName != null) {
            PersonName.check(givenName, familyName, "", problems);
        }
        ContactDetails.check(email, phone, problems);
    }

    private static @Nullable PersonName personOf(@Nullable String givenName, @Nullable String familyName) {
        return familyName == null ? null : new PersonName(givenName, familyName);
    }
}
