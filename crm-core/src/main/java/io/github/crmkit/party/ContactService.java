package io.github.crmkit.party;

import io.github.crmkit.access.Action;
import io.github.crmkit.access.Desk;
import io.github.crmkit.access.Work;
import io.github.crmkit.command.Command;
import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.kernel.PlainText;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.kernel.Violations;
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
import io.github.crmkit.time.DateRange;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The door to contacts and to where they belong, for one caller. Every method is one unit of work. A contact that the
 * caller does not see is not found, and an affiliation is seen by those who see both its contact and its account.
 */
public final class ContactService {

    /**
     * Asks for a new contact. Only the family name is required.
     *
     * @param owner the caller unless given
     */
    public record NewContact(
            @Nullable String givenName,
            String familyName,
            @Nullable String email,
            @Nullable String phone,
            @PlainText(max = Contact.MAX_TITLE) @Nullable String title,

            @PlainText(max = Contact.MAX_REFERENCE) @Nullable
            String reference,

            @Nullable UserId owner)
            implements Command {

        /** A person with a given name and a family name. */
        public static NewContact of(String givenName, String familyName) {
            return new NewContact(givenName, familyName, null, null, null, null, null);
        }

        /** A person with a single name. */
        public static NewContact single(String name) {
            return new NewContact(null, name, null, null, null, null, null);
        }

        /** With this e-mail address. */
        public NewContact email(@Nullable String address) {
            return new NewContact(givenName, familyName, address, phone, title, reference, owner);
        }

        /** With this phone number. */
        public NewContact phone(@Nullable String number) {
            return new NewContact(givenName, familyName, email, number, title, reference, owner);
        }

        /** With this title. */
        public NewContact title(@Nullable String text) {
            return new NewContact(givenName, familyName, email, phone, text, reference, owner);
        }

        /** With this key in another system, unique within the tenant. */
        public NewContact reference(@Nullable String key) {
            return new NewContact(givenName, familyName, email, phone, title, key, owner);
        }

        /** Looked after by this user. */
        public NewContact owner(@Nullable UserId user) {
            return new NewContact(givenName, familyName, email, phone, title, reference, user);
        }

        @Override
        public void check(Violations problems) {
            PersonName.check(givenName, familyName, "", problems);
            ContactDetails.check(email, phone, problems);
        }

        private Change<Contact> decide(Work work) {
            return Contact.created(new Contact(
                    new ContactId(work.newId()),
                    work.firstStamp(),
                    new PersonName(givenName, familyName),
                    ContactDetails.of(email, phone),
                    title,
                    owner == null ? work.caller().user() : owner,
                    reference));
        }
    }

    /**
     * Asks for other knowledge about a contact, all of it at once: start from the contact as it was shown, change what is
     * to be changed, and hand in null to clear.
     *
     * @param version the version that was shown; when it is no longer the current one, nothing is overwritten
     */
    public record EditContact(
            @NotNull ContactId id,
            long version,
            @Nullable String givenName,
            String familyName,
            @Nullable String email,
            @Nullable String phone,
            @PlainText(max = Contact.MAX_TITLE) @Nullable String title,

            @PlainText(max = Contact.MAX_REFERENCE) @Nullable
            String reference)
            implements Command {

        /** Everything as it is. */
        public static EditContact of(Contact contact) {
            EmailAddress address = contact.details().email();
            PhoneNumber number = contact.details().phone();
            return new EditContact(
                    contact.id(),
                    contact.stamp().version(),
                    contact.name().givenName(),
                    contact.name().familyName(),
                    address == null ? null : address.value(),
                    number == null ? null : number.raw(),
                    contact.title(),
                    contact.reference());
        }

        /** Called this; a person with a single name has no given name. */
        public EditContact name(@Nullable String given, String family) {
            return new EditContact(id, version, given, family, email, phone, title, reference);
        }

        /** With this e-mail address. */
        public EditContact email(@Nullable String address) {
            return new EditContact(id, version, givenName, familyName, address, phone, title, reference);
        }

        /** With this phone number. */
        public EditContact phone(@Nullable String number) {
            return new EditContact(id, version, givenName, familyName, email, number, title, reference);
        }

        /** With this title. */
        public EditContact title(@Nullable String text) {
            return new EditContact(id, version, givenName, familyName, email, phone, text, reference);
        }

        /** With this key in another system, unique within the tenant. */
        public EditContact reference(@Nullable String key) {
            return new EditContact(id, version, givenName, familyName, email, phone, title, key);
        }

        @Override
        public void check(Violations problems) {
            PersonName.check(givenName, familyName, "", problems);
            ContactDetails.check(email, phone, problems);
        }

        private Change<Contact> decide(Contact contact) {
            if (contact.stamp().version() != version) {
                throw new StaleVersionException(Contacts.TYPE.refOf(contact), version, contact);
            }
            PersonName name = new PersonName(givenName, familyName);
            return contact.edit(name, ContactDetails.of(email, phone), title, reference);
        }
    }

    /**
     * Asks for a contact to belong to an account, without an end unless one is given.
     *
     * @param role null where nobody said
     */
    public record Affiliate(
            @NotNull ContactId contact,
            @NotNull AccountId account,
            @PlainText(max = Affiliation.MAX_ROLE) @Nullable String role,
            @NotNull DateRange period)
            implements Command {

        /** From this day on, inclusive. */
        public static Affiliate of(ContactId contact, AccountId account, LocalDate firstDay) {
            return new Affiliate(contact, account, null, DateRange.startingOn(firstDay));
        }

        /** In this role. */
        public Affiliate as(@Nullable String newRole) {
            return new Affiliate(contact, account, newRole, period);
        }

        /** During these days. */
        public Affiliate during(DateRange days) {
            return new Affiliate(contact, account, role, days);
        }

        @Override
        public void check(Violations problems) {
            // its own constraint notes a missing period
            if (period != null) {
                Affiliation.checkPeriod(period, problems);
            }
        }

        private Change<Affiliation> decide(Work work) {
            AffiliationId id = new AffiliationId(work.newId());
            return Affiliation.recorded(new Affiliation(id, work.firstStamp(), contact, account, role, period));
        }
    }

    private final Desk desk;

    public ContactService(Desk desk) {
        this.desk = desk;
    }

    /**
     * Makes a new contact.
     *
     * @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with the command
     * @throws io.github.crmkit.storage.DuplicateKeyException when another contact has the reference
     */
    public Contact create(NewContact command) {
        return desk.run(command, work -> work.save(Contacts.TYPE, Action.CREATE, command.decide(work)));
    }

    /**
     * Makes many new contacts, all or none.
     *
     * @return the contacts in the order of the commands
     * @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with any of the commands, at
     *     paths such as {@code [3].familyName}
     * @throws io.github.crmkit.storage.DuplicateKeyException when another contact has one of the references
     * @throws io.github.crmkit.kernel.LimitExceededException for more than 10,000 commands
     */
    public List<Contact> createAll(List<NewContact> commands) {
        desk.commandCheck()
                .inspectAll(commands)
                .distinct(commands, "reference", NewContact::reference)
                .throwIfAny("new contacts");
        return desk.run(work -> work.saveAllNew(
                Contacts.TYPE,
                commands.stream().map(command -> command.decide(work)).toList()));
    }

    /**
     * The contact with this id.
     *
     * @throws NotFoundException when there is none that the caller sees
     */
    public Contact get(ContactId id) {
        return desk.run(work -> work.get(Contacts.TYPE, id));
    }

    /** The contact with this key of another system. */
    public Optional<Contact> byReference(String reference) {
        return desk.run(work -> Contacts.in(work).byReference(reference));
    }

    /** One page of the contacts that satisfy the filter. */
    public Page<Contact> find(Criteria<Contact> where, Sort<Contact> sort, PageRequest request) {
        return desk.run(work -> work.page(Contacts.TYPE, where, sort, request));
    }

    /** How many contacts satisfy the filter. */
    public long count(Criteria<Contact> where) {
        return desk.run(work -> Contacts.in(work).count(where));
    }

    /**
     * Replaces what is known about a contact; refused as {@link Contact#edit} says.
     *
     * @throws StaleVersionException when the contact is no longer as it was shown; carries the contact as it is
     */
    public Contact edit(EditContact command) {
        return desk.run(
                command,
                work -> work.save(Contacts.TYPE, Action.UPDATE, command.decide(work.get(Contacts.TYPE, command.id()))));
    }

    /** Gives the contact to another user. */
    public Contact assign(ContactId id, UserId to) {
        return desk.run(work -> work.save(
                Contacts.TYPE, Action.ASSIGN, work.get(Contacts.TYPE, id).assign(to)));
    }

    /** What happened to the contact, oldest first. */
    public List<HistoryEntry> history(ContactId id) {
        return desk.run(work -> work.historyOf(Contacts.TYPE.refOf(work.get(Contacts.TYPE, id))));
    }

    /**
     * Records that a contact belongs to an account.
     *
     * @throws NotFoundException when the caller does not see the contact or the account
     * @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with the command, or
     *     {@code affiliation-overlaps} when the contact has the same role there on one of the days already
     */
    public Affiliation affiliate(Affiliate command) {
        return desk.run(command, work -> affiliate(work, command));
    }

    /** As {@link #affiliate(Affiliate)}, as part of an open unit of work and for a command that was checked. */
    public static Affiliation affiliate(Work work, Affiliate command) {
        return new AffiliationWork(work).record(command.decide(work));
    }

    /**
     * Ends an affiliation; refused as {@link Affiliation#end} says.
     *
     * @param lastDay the last day that belongs to it, inclusive
     * @throws NotFoundException when the caller does not see the affiliation
     */
    public Affiliation endAffiliation(AffiliationId id, LocalDate lastDay) {
        return desk.run(work -> new AffiliationWork(work).end(id, lastDay));
    }

    /** The accounts that a contact belongs to on this day, those the caller sees, each once. */
    public List<Account> accountsOf(ContactId contact, LocalDate on) {
        return desk.run(work -> new AffiliationWork(work).accountsOf(contact, on));
    }

    /** The contacts that belong to an account on this day, those the caller sees, each once. */
    public List<Contact> contactsOf(AccountId account, LocalDate on) {
        return desk.run(work -> new AffiliationWork(work).contactsOf(account, on));
    }

    /** Where a contact belongs and belonged, as far as the caller sees the accounts, oldest record first. */
    public List<Affiliation> affiliationsOf(ContactId contact) {
        return desk.run(work -> new AffiliationWork(work).affiliationsOf(contact));
    }

    /** Who belongs and belonged to an account, as far as the caller sees the contacts, oldest record first. */
    public List<Affiliation> affiliationsOf(AccountId account) {
        return desk.run(work -> new AffiliationWork(work).affiliationsOf(account));
    }
}
