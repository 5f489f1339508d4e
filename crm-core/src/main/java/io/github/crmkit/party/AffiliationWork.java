package io.github.crmkit.party;

import io.github.crmkit.access.Action;
import io.github.crmkit.access.Work;
import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.kernel.Violations;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What is done with affiliations within one unit of work: they are seen by those who see both their ends. */
record AffiliationWork(Work work) {

    Affiliation record(Change<Affiliation> change) {
        Affiliation wanted = change.state();
        Contact contact = work.get(Contacts.TYPE, wanted.contact());
        requireSeen(wanted.account());
        new Violations()
                .require(
                        !Affiliations.in(work).isRepeated(wanted),
                        "period",
                        "affiliation-overlaps",
                        "must not overlap with the same role there")
                .throwIfAny("affiliate");
        // the contact's version keeps two callers from recording overlapping days at once
        work.save(Contacts.TYPE, Action.UPDATE, contact.affiliated(wanted));
        return work.save(Affiliations.TYPE, Action.CREATE, change);
    }

    Affiliation end(AffiliationId id, LocalDate lastDay) {
        Affiliation affiliation = Affiliations.in(work).find(id).orElseThrow(() -> unknown(id));
        Contact contact = Contacts.in(work).find(affiliation.contact()).orElseThrow(() -> unknown(id));
        if (accountsIn(List.of(affiliation)).isEmpty()) {
            throw unknown(id);
        }
        Change<Affiliation> change = affiliation.end(lastDay);
        if (!change.isNone()) {
            work.save(Contacts.TYPE, Action.UPDATE, contact.affiliationEnded(affiliation));
        }
        return work.save(Affiliations.TYPE, Action.UPDATE, change);
    }

    List<Account> accountsOf(ContactId contact, LocalDate on) {
        requireSeen(contact);
        return accountsIn(Affiliations.in(work).all(Affiliations.of(contact).and(Affiliations.on(on))));
    }

    List<Contact> contactsOf(AccountId account, LocalDate on) {
        requireSeen(account);
        return contactsIn(Affiliations.in(work).all(Affiliations.of(account).and(Affiliations.on(on))));
    }

    List<Affiliation> affiliationsOf(ContactId contact) {
        requireSeen(contact);
        List<Affiliation> all = Affiliations.in(work).all(Affiliations.of(contact));
        Set<AccountId> seen = accountsIn(all).stream().map(Account::id).collect(Collectors.toSet());
        return all.stream().filter(a -> seen.contains(a.account())).toList();
    }

    List<Affiliation> affiliationsOf(AccountId account) {
        requireSeen(account);
        List<Affiliation> all = Affiliations.in(work).all(Affiliations.of(account));
        Set<ContactId> seen = contactsIn(all).stream().map(Contact::id).collect(Collectors.toSet());
        return all.stream().filter(a -> seen.contains(a.contact())).toList();
    }

    private void requireSeen(ContactId contact) {
        work.get(Contacts.TYPE, contact);
    }

    private void requireSeen(AccountId account) {
        work.get(Accounts.TYPE, account);
    }

    private List<Account> accountsIn(List<Affiliation> affiliations) {
        return Accounts.in(work)
                .findAll(affiliations.stream()
                        .map(Affiliation::account)
                        .distinct()
                        .toList());
    }

    private List<Contact> contactsIn(List<Affiliation> affiliations) {
        return Contacts.in(work)
                .findAll(affiliations.stream()
                        .map(Affiliation::contact)
                        .distinct()
                        .toList());
    }

    private static NotFoundException unknown(AffiliationId id) {
        return new NotFoundException(Affiliations.TYPE.refTo(id));
    }
}
