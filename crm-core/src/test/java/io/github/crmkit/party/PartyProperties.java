package io.github.crmkit.party;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.access.TestOffice;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.Violation;
import io.github.crmkit.merge.Filled;
import io.github.crmkit.party.AccountService.NewAccount;
import io.github.crmkit.party.ContactService.Affiliate;
import io.github.crmkit.party.ContactService.NewContact;
import io.github.crmkit.person.ContactDetails;
import io.github.crmkit.person.PersonName;
import io.github.crmkit.time.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Affiliations against a model of single days, and filling blanks against what it promises. */
class PartyProperties {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 20;
    private static final List<String> ROLES = List.of("Buyer", "buyer", "Owner");

    /** Either records an affiliation, or ends the one that was recorded as number {@code from}, on day {@code to}. */
    record Ask(boolean end, int account, int role, int from, int to) {

        DateRange period() {
            return DateRange.ofDays(FIRST.plusDays(Math.min(from, to)), FIRST.plusDays(Math.max(from, to)));
        }
    }

    @Property(tries = 300)
    void no_role_is_had_twice_on_one_day_and_every_day_is_answered(@ForAll("asks") List<Ask> asks) {
        TestOffice office = TestOffice.open();
        AccountService accounts = new AccountService(office.deskOf(TestOffice.SOMCHAI));
        ContactService contacts = new ContactService(office.deskOf(TestOffice.SOMCHAI));
        ContactId contact = contacts.create(NewContact.single("Anong")).id();
        List<AccountId> places = List.of(
                accounts.create(NewAccount.of("Tiles")).id(),
                accounts.create(NewAccount.of("Paints")).id());
        Map<AffiliationId, Set<Integer>> model = new HashMap<>();
        List<Affiliation> recorded = new ArrayList<>();
        for (Ask ask : asks) {
            if (ask.end()) {
                end(contacts, model, recorded, ask);
            } else {
                record(contacts, contact, places.get(ask.account()), model, recorded, ask);
            }
        }
        for (int day = 0; day < DAYS; day++) {
            int today = day;
            assertThat(contacts.accountsOf(contact, FIRST.plusDays(day)))
                    .extracting(Account::id)
                    .containsExactlyInAnyOrderElementsOf(recorded.stream()
                            .filter(a -> daysOf(model, a).contains(today))
                            .map(Affiliation::account)
                            .distinct()
                            .toList());
        }
    }

    @Property
    void filling_blanks_overwrites_nothing_and_loses_nothing(
            @ForAll("texts") @Nullable String title,
            @ForAll("texts") @Nullable String offeredTitle,
            @ForAll("emails") @Nullable String email,
            @ForAll("emails") @Nullable String offeredEmail) {
        Contact contact = SampleContact.aContact()
                .title(title)
                .details(ContactDetails.of(email, null))
                .contact();
        PersonName sameName = contact.name();

        Filled<Contact> filled = contact.fillBlanks(sameName, ContactDetails.of(offeredEmail, null), offeredTitle);

        Contact after = filled.change().state();
        assertThat(after.title()).isEqualTo(title == null ? offeredTitle : title);
        assertThat(after.details()).isEqualTo(ContactDetails.of(email == null ? offeredEmail : email, null));
        assertThat(filled.change().isNone()).isEqualTo(after.equals(contact));
        int expected = dropped(title, offeredTitle) + dropped(email, offeredEmail);
        assertThat(filled.dropped()).hasSize(expected);
        Filled<Contact> again = after.fillBlanks(sameName, ContactDetails.of(offeredEmail, null), offeredTitle);
        assertThat(again.change().isNone()).isTrue();
        assertThat(again.dropped()).isEqualTo(filled.dropped());
    }

    @Provide
    Arbitrary<List<Ask>> asks() {
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(3, Arbitraries.just(false)), Tuple.of(1, Arbitraries.just(true))),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, ROLES.size() - 1),
                        Arbitraries.integers().between(0, DAYS - 1),
                        Arbitraries.integers().between(0, DAYS - 1))
                .as(Ask::new)
                .list()
                .ofMaxSize(25);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("Buyer", "Owner", "ผู้จัดการ").injectNull(0.4);
    }

    @Provide
    Arbitrary<String> emails() {
        return Arbitraries.of("a@tiles.example", "b@tiles.example").injectNull(0.4);
    }

    private static void record(
            ContactService contacts,
            ContactId contact,
            AccountId account,
            Map<AffiliationId, Set<Integer>> model,
            List<Affiliation> recorded,
            Ask ask) {
        Set<Integer> days = days(ask);
        String role = ROLES.get(ask.role());
        boolean taken = recorded.stream()
                .filter(a -> a.account().equals(account)
                        && Objects.requireNonNull(a.role()).equalsIgnoreCase(role))
                .anyMatch(a -> daysOf(model, a).stream().anyMatch(days::contains));
        try {
            Affiliation made = contacts.affiliate(
                    Affiliate.of(contact, account, FIRST).as(role).during(ask.period()));
            assertThat(taken).as("%s was recorded", ask).isFalse();
            recorded.add(made);
            model.put(made.id(), days);
        } catch (RuleViolationsException refused) {
            assertThat(taken).as("%s was refused", ask).isTrue();
            assertThat(refused.violations()).extracting(Violation::code).containsExactly("affiliation-overlaps");
        }
    }

    private static void end(
            ContactService contacts, Map<AffiliationId, Set<Integer>> model, List<Affiliation> recorded, Ask ask) {
        if (recorded.isEmpty()) {
            return;
        }
        AffiliationId id = recorded.get(ask.from() % recorded.size()).id();
        TreeSet<Integer> days = (TreeSet<Integer>) Objects.requireNonNull(model.get(id));
        boolean possible = ask.to() >= days.first() && ask.to() <= days.last();
        try {
            contacts.endAffiliation(id, FIRST.plusDays(ask.to()));
            assertThat(possible).as("%s was ended", ask).isTrue();
            days.tailSet(ask.to(), false).clear();
        } catch (RuleViolationsException refused) {
            assertThat(possible).as("%s was refused", ask).isFalse();
        }
    }

    private static Set<Integer> daysOf(Map<AffiliationId, Set<Integer>> model, Affiliation affiliation) {
        return Objects.requireNonNull(model.get(affiliation.id()));
    }

    private static Set<Integer> days(Ask ask) {
        Set<Integer> days = new TreeSet<>();
        for (int day = Math.min(ask.from(), ask.to()); day <= Math.max(ask.from(), ask.to()); day++) {
            days.add(day);
        }
        return days;
    }

    private static int dropped(@Nullable String present, @Nullable String offered) {
        return present != null && offered != null && !present.equals(offered) ? 1 : 0;
    }
}
