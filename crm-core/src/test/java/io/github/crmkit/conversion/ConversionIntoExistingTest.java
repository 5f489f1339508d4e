package io.github.crmkit.conversion;

import static io.github.crmkit.conversion.ConversionOffice.fullLead;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.crmkit.lead.Lead;
import io.github.crmkit.lead.LeadService.NewLead;
import io.github.crmkit.opportunity.OpportunityService;
import io.github.crmkit.party.Account;
import io.github.crmkit.party.AccountService.NewAccount;
import io.github.crmkit.party.Accounts;
import io.github.crmkit.party.Affiliation;
import io.github.crmkit.party.Contact;
import io.github.crmkit.party.ContactService.Affiliate;
import io.github.crmkit.party.ContactService.NewContact;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Conversion into an account and a contact that were there before. */
class ConversionIntoExistingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final ConversionOffice firm = ConversionOffice.open();
    private final ConversionService conversions = firm.conversions();
    private final OpportunityService deals = firm.deals();

    @Test
    void into_an_account_and_a_contact_only_blanks_are_filled_and_the_rest_is_listed() {
        Account account = firm.accounts().create(NewAccount.of("Siam Tiles Co., Ltd."));
        Contact contact = firm.contacts()
                .create(NewContact.of("Anong", "Srisai").phone("081 234 5678").title("Buyer"));
        Lead lead = firm.qualified(fullLead());

        Conversion made =
                conversions.convert(ConvertLead.of(lead.id()).into(account.id()).withContact(contact.id()));

        assertThat(made.account()).isEqualTo(account.id());
        assertThat(made.person()).contains(contact.id());
        assertThat(firm.accounts().get(account.id())).isEqualTo(account);
        Contact filled = firm.contacts().get(contact.id());
        assertThat(filled.details().email()).isEqualTo(lead.details().email());
        assertThat(filled.details().phone()).isEqualTo(contact.details().phone());
        assertThat(filled.title()).isEqualTo("Buyer");
        assertThat(made.plan().contact().taken())
                .containsExactly(new Conversion.Taken("email", "anong@siamtiles.example"));
        assertThat(made.plan().leftBehind())
                .extracting(Conversion.LeftBehind::field, Conversion.LeftBehind::kept, Conversion.LeftBehind::value)
                .containsExactly(
                        tuple("account.name", "Siam Tiles Co., Ltd.", "Siam Tiles"),
                        tuple("contact.phone", "081 234 5678", "+66 2 123 4567"),
                        tuple("lead.source", null, "TRADE_FAIR"),
                        tuple("lead.score", null, "80"),
                        tuple("lead.reference", null, "L-1"));
        assertThat(firm.affiliations()).hasSize(1);
    }

    @Test
    void a_contact_who_belongs_to_the_account_already_is_not_affiliated_twice() {
        Account account = firm.accounts().create(NewAccount.of("Siam Tiles"));
        Contact contact = firm.contacts().create(NewContact.of("Anong", "Srisai"));
        firm.contacts()
                .affiliate(Affiliate.of(contact.id(), account.id(), TODAY.minusYears(1))
                        .as("Buyer"));
        Lead lead = firm.qualified(fullLead());

        conversions.convert(ConvertLead.of(lead.id()).into(account.id()).withContact(contact.id()));

        assertThat(firm.affiliations()).hasSize(1);
    }

    @Test
    void a_contact_who_left_the_account_belongs_to_it_again_from_today() {
        Account account = firm.accounts().create(NewAccount.of("Siam Tiles"));
        Contact contact = firm.contacts().create(NewContact.of("Anong", "Srisai"));
        Affiliation past = firm.contacts().affiliate(Affiliate.of(contact.id(), account.id(), TODAY.minusYears(1)));
        firm.contacts().endAffiliation(past.id(), TODAY.minusDays(1));
        Lead lead = firm.qualified(fullLead());

        conversions.convert(ConvertLead.of(lead.id()).into(account.id()).withContact(contact.id()));

        assertThat(firm.affiliations())
                .extracting(affiliation -> affiliation.period().from())
                .containsExactlyInAnyOrder(TODAY.minusYears(1), TODAY);
    }

    @Test
    void a_contact_whose_last_day_is_today_still_belongs_to_the_account() {
        Account account = firm.accounts().create(NewAccount.of("Siam Tiles"));
        Contact contact = firm.contacts().create(NewContact.of("Anong", "Srisai"));
        Affiliation ending = firm.contacts().affiliate(Affiliate.of(contact.id(), account.id(), TODAY.minusYears(1)));
        firm.contacts().endAffiliation(ending.id(), TODAY);
        Lead lead = firm.qualified(fullLead());

        conversions.convert(ConvertLead.of(lead.id()).into(account.id()).withContact(contact.id()));

        assertThat(firm.affiliations()).hasSize(1);
    }

    @Test
    void a_contact_of_another_account_belongs_to_both_from_today() {
        Account other = firm.accounts().create(NewAccount.of("Other"));
        Account account = firm.accounts().create(NewAccount.of("Siam Tiles"));
        Contact contact = firm.contacts().create(NewContact.of("Anong", "Srisai"));
        firm.contacts().affiliate(Affiliate.of(contact.id(), other.id(), TODAY.minusYears(1)));
        Lead lead = firm.qualified(fullLead());

        conversions.convert(ConvertLead.of(lead.id()).into(account.id()).withContact(contact.id()));

        assertThat(firm.affiliations())
                .extracting(Affiliation::account)
                .containsExactlyInAnyOrder(other.id(), account.id());
    }

    @Test
    void the_phone_of_a_lead_without_a_person_fills_the_account_or_is_listed() {
        Account blank = firm.accounts().create(NewAccount.of("SIAM TILES"));
        Account reached = firm.accounts().create(NewAccount.of("siam tiles").phone("02 765 4321"));
        Lead lead = firm.qualified(NewLead.of("Siam Tiles").phone("02 123 4567"));

        Conversion.Plan listed = conversions.plan(ConvertLead.of(lead.id()).into(reached.id()));
        Conversion made = conversions.convert(ConvertLead.of(lead.id()).into(blank.id()));

        assertThat(listed.leftBehind())
                .containsExactly(new Conversion.LeftBehind("account.phone", "02 765 4321", "02 123 4567"));
        assertThat(listed.account()).isEqualTo(new Conversion.Share(Accounts.TYPE.refOf(reached), List.of()));
        assertThat(made.plan().leftBehind()).isEmpty();
        assertThat(made.plan().account())
                .isEqualTo(new Conversion.Share(
                        Accounts.TYPE.refOf(blank), List.of(new Conversion.Taken("phone", "02 123 4567"))));
        assertThat(firm.accounts().get(blank.id()).phone())
                .isEqualTo(lead.details().phone());
    }

    @Test
    void a_contact_that_is_given_takes_the_details_of_a_lead_without_a_person() {
        Contact contact = firm.contacts().create(NewContact.of("Anong", "Srisai"));
        Lead lead =
                firm.qualified(NewLead.of("Siam Tiles").phone("02 123 4567 x12").email("Info@SiamTiles.example"));

        Account account = firm.accounts().create(NewAccount.of("Siam Tiles"));
        assertThat(conversions
                        .plan(ConvertLead.of(lead.id()).into(account.id()).withContact(contact.id()))
                        .account()
                        .taken())
                .isEmpty();
        Conversion made = conversions.convert(ConvertLead.of(lead.id()).withContact(contact.id()));

        assertThat(made.person()).contains(contact.id());
        assertThat(deals.get(made.opportunity()).contact()).contains(contact.id());
        assertThat(firm.contacts().get(contact.id()).details()).isEqualTo(lead.details());
        assertThat(firm.accounts().get(made.account()).phone()).isNull();
        assertThat(made.plan().contact().taken())
                .containsExactly(
                        new Conversion.Taken("email", "Info@SiamTiles.example"),
                        new Conversion.Taken("phone", "02 123 4567 x12"));
        assertThat(made.plan().leftBehind()).isEmpty();
        assertThat(firm.affiliations()).hasSize(1);
    }
}
