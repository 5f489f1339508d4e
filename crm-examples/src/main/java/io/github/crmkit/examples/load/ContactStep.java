package io.github.crmkit.examples.load;

import io.github.crmkit.CrmSession;
import io.github.crmkit.examples.folder.CsvRow;
import io.github.crmkit.examples.folder.Source;
import io.github.crmkit.examples.rows.ContactRow;
import io.github.crmkit.examples.rows.PersonCells;
import io.github.crmkit.party.Account;
import io.github.crmkit.party.Contact;
import io.github.crmkit.party.ContactFields;
import io.github.crmkit.party.ContactService.Affiliate;
import io.github.crmkit.party.ContactService.NewContact;
import io.github.crmkit.person.EmailAddress;
import io.github.crmkit.person.PhoneNumber;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.time.DateRange;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Contacts, known by their reference; each is affiliated with its account, whose owner looks after both. */
final class ContactStep implements KeyedStep<ContactRow, Contact> {

    private final Lookup<Account> accounts;

    ContactStep(Lookup<Account> accounts) {
        this.accounts = accounts;
    }

    /** The contacts with these references. */
    static Map<String, Contact> find(CrmSession tx, Set<String> references) {
        return tx
                .contacts()
                .find(ContactFields.REFERENCE.in(references), Sort.byId(), PageRequest.first(references.size()))
                .items()
                .stream()
                .collect(Collectors.toMap(contact -> String.valueOf(contact.reference()), contact -> contact));
    }

    @Override
    public Source source() {
        return Source.CONTACTS;
    }

    @Override
    public ContactRow read(CsvRow row) {
        return ContactRow.from(row);
    }

    @Override
    public String key(ContactRow row) {
        return row.ref();
    }

    @Override
    public Map<String, Contact> stored(CrmSession tx, Set<String> keys) {
        return find(tx, keys);
    }

    @Override
    public void lookUp(CrmSession tx, List<ContactRow> rows) {
        accounts.fetch(tx, rows, ContactRow::accountRef);
    }

    @Override
    public Stream<String> problems(ContactRow row) {
        return Step.unknown("account_ref", row.accountRef(), accounts.get(row.accountRef()), Source.ACCOUNTS);
    }

    @Override
    public boolean agrees(ContactRow row, Contact stored) {
        PersonCells person = row.person();
        EmailAddress email = stored.details().email();
        PhoneNumber phone = stored.details().phone();
        return person.familyName().equals(stored.name().familyName())
                && Step.agree(person.givenName(), stored.name().givenName())
                && Step.agree(person.email(), email == null ? null : email.value())
                && Step.agree(person.phone(), phone == null ? null : phone.raw())
                && Step.agree(person.title(), stored.title());
    }

    @Override
    public void create(CrmSession tx, List<ContactRow> rows) {
        List<Contact> contacts =
                tx.contacts().createAll(rows.stream().map(this::command).toList());
        for (int i = 0; i < rows.size(); i++) {
            tx.contacts().affiliate(affiliation(rows.get(i), contacts.get(i)));
        }
    }

    @Override
    public Stream<String> unkept(ContactRow row) {
        return Step.present("local_name", row.person().localName());
    }

    private NewContact command(ContactRow row) {
        PersonCells person = row.person();
        return new NewContact(
                person.givenName(),
                person.familyName(),
                person.email(),
                person.phone(),
                person.title(),
                row.ref(),
                account(row).owner());
    }

    private Affiliate affiliation(ContactRow row, Contact contact) {
        LocalDate since = row.since();
        DateRange period = since == null ? DateRange.always() : DateRange.startingOn(since);
        return new Affiliate(contact.id(), account(row).id(), row.person().title(), period);
    }

    private Account account(ContactRow row) {
        return accounts.get(row.accountRef()).orElseThrow();
    }
}
