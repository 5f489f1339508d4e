package io.github.crmkit.conversion;

import io.github.crmkit.access.Action;
import io.github.crmkit.access.Work;
import io.github.crmkit.deal.Dossier;
import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.lead.Lead;
import io.github.crmkit.lead.LeadEvent;
import io.github.crmkit.lead.Leads;
import io.github.crmkit.opportunity.Expectation;
import io.github.crmkit.opportunity.Opportunities;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.opportunity.OpportunityId;
import io.github.crmkit.party.Account;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.party.Accounts;
import io.github.crmkit.party.Affiliation;
import io.github.crmkit.party.AffiliationId;
import io.github.crmkit.party.Affiliations;
import io.github.crmkit.party.Contact;
import io.github.crmkit.party.ContactId;
import io.github.crmkit.party.Contacts;
import io.github.crmkit.person.EmailAddress;
import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.pipeline.PipelineId;
import io.github.crmkit.pipeline.PipelineService;
import io.github.crmkit.pipeline.Pipelines;
import io.github.crmkit.pipeline.Position;
import io.github.crmkit.pipeline.Probabilities;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.time.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns one lead into an account, a contact and a deal within one unit of work, or tells what it was turned into. */
final class LeadConversion {

    /** The most accounts and the most contacts that a preview reports as matches. */
    private static final int MOST_MATCHES = 20;

    private final Work work;
    private final ConvertLead command;
    private final Lead lead;
    private final @Nullable Account into;
    private final @Nullable Contact with;
    private final @Nullable Pipeline chosen;

    LeadConversion(Work work, ConvertLead command) {
        this.work = work;
        this.command = command;
        this.lead = work.get(Leads.TYPE, command.lead());
        boolean done = lead.isConverted();
        AccountId account = command.account();
        ContactId contact = command.contact();
        this.into = done || account == null ? null : work.get(Accounts.TYPE, account);
        this.with = done || contact == null ? null : work.get(Contacts.TYPE, contact);
        PipelineId pipeline = command.pipeline();
        this.chosen = done || pipeline == null ? null : work.get(Pipelines.TYPE, pipeline);
    }

    /** What would happen now; changes nothing. */
    Conversion.Plan plan() {
        return handover().plan().withMatches(matches());
    }

    /** @param today the first day of the contact's belonging to the account */
    Conversion run(LocalDate today) {
        return lead.isConverted() ? earlier() : convert(today);
    }

    private Handover handover() {
        return Handover.of(command, lead, into, with, chosen, work.now());
    }

    private Conversion convert(LocalDate today) {
        Handover handover = handover();
        handover.requirePossible();
        AccountId account = into == null ? new AccountId(work.newId()) : into.id();
        ContactId contact = with != null ? with.id() : handover.hasPerson() ? new ContactId(work.newId()) : null;
        OpportunityId deal = command.withDeal() ? new OpportunityId(work.newId()) : null;
        List<EntityRef> became = Stream.of(
                        Accounts.TYPE.refTo(account),
                        contact == null ? null : Contacts.TYPE.refTo(contact),
                        deal == null ? null : Opportunities.TYPE.refTo(deal))
                .filter(ref -> ref != null)
                .toList();
        // the lead goes first: of several callers at once, all but one stop here and have written nothing else
        work.save(Leads.TYPE, Action.CONVERT, lead.convert(work.now(), became));
        Change<Account> organisation = handover.account(account, work.firstStamp());
        work.save(Accounts.TYPE, organisation.before() == null ? Action.CREATE : Action.UPDATE, organisation);
        if (contact != null) {
            saveContact(handover.contact(contact, work.firstStamp()), account, today);
        }
        if (deal != null) {
            work.save(
                    Opportunities.TYPE,
                    Action.CREATE,
                    deal(deal, new Opportunity.Customer(account, contact), handover.dealName()));
        }
        return new Conversion(lead.id(), account, contact, deal, handover.plan());
    }

    private void saveContact(Change<Contact> person, AccountId account, LocalDate today) {
        Affiliation affiliation = new Affiliation(
                new AffiliationId(work.newId()),
                work.firstStamp(),
                person.state().id(),
                account,
                null,
                DateRange.startingOn(today));
        boolean known = into != null && with != null && belongs(with.id(), into.id(), today);
        Change<Contact> change = known ? person : person.then(contact -> contact.affiliated(affiliation));
        work.save(Contacts.TYPE, change.before() == null ? Action.CREATE : Action.UPDATE, change);
        if (!known) {
            work.save(Affiliations.TYPE, Action.CREATE, Affiliation.recorded(affiliation));
        }
    }

    private boolean belongs(ContactId contact, AccountId account, LocalDate today) {
        return Affiliations.in(work).all(Affiliations.of(contact).and(Affiliations.of(account))).stream()
                .anyMatch(affiliation -> !affiliation.period().endsBefore(today));
    }

    private Change<Opportunity> deal(OpportunityId id, Opportunity.Customer customer, String name) {
        Pipeline pipeline = chosen == null ? PipelineService.defaultOf(work) : chosen;
        return Opportunity.opened(new Opportunity(
                id,
                work.firstStamp(),
                name,
                lead.owner(),
                customer,
                Position.startingIn(pipeline.id(), pipeline.start(), work.now()),
                Probabilities.of(pipeline.start()),
                new Expectation(command.amount(), command.closeDate()),
                null,
                Dossier.empty(),
                lead.id(),
                null));
    }

    /** What the lead became is in its history, as the references of the event that converted it. */
    private Conversion earlier() {
        List<EntityRef> became = work.historyOf(Leads.TYPE.refOf(lead)).stream()
                .filter(entry -> entry.code().equals(LeadEvent.Converted.CODE))
                .findFirst()
                .map(HistoryEntry::related)
                .orElseThrow(() -> new IllegalStateException("a converted lead without its event"));
        AccountId account = new AccountId(idIn(became, Accounts.TYPE.name()).orElseThrow());
        ContactId contact =
                idIn(became, Contacts.TYPE.name()).map(ContactId::new).orElse(null);
        OpportunityId deal =
                idIn(became, Opportunities.TYPE.name()).map(OpportunityId::new).orElse(null);
        return new Conversion(lead.id(), account, contact, deal, null);
    }

    private static Optional<UUID> idIn(List<EntityRef> refs, String type) {
        return refs.stream()
                .filter(ref -> ref.type().equals(type))
                .map(EntityRef::id)
                .findFirst();
    }

    private List<Conversion.Match> matches() {
        List<Conversion.Match> found = new ArrayList<>();
        PageRequest few = PageRequest.first(MOST_MATCHES);
        Accounts.in(work)
                .page(Accounts.named(lead.company()), Sort.byId(), few)
                .forEach(a -> found.add(new Conversion.Match(Accounts.TYPE.refOf(a), "name", a.name())));
        EmailAddress email = lead.details().email();
        if (email != null) {
            Contacts.in(work)
                    .page(Contacts.reachedAt(email), Sort.byId(), few)
                    .forEach(c -> found.add(new Conversion.Match(
                            Contacts.TYPE.refOf(c), "email", c.name().display())));
        }
        return found;
    }
}
