package io.github.crmkit.opportunity;

import static io.github.crmkit.opportunity.ConversionOffice.fullLead;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.crmkit.lead.Lead;
import io.github.crmkit.party.Account;
import io.github.crmkit.party.AccountService.NewAccount;
import io.github.crmkit.party.Contact;
import io.github.crmkit.party.ContactService.Affiliate;
import io.github.crmkit.party.ContactService.NewContact;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Conversion into an account and a contact that were there before. */
class ConversionIntoExistingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final ConversionOffice firm = ConversionOffice.open();
    private final OpportunityService deals = firm.deals();

    @Test
    void into_an_account_and_a_contact_only_blanks_are_filled_and_the_rest_is_listed() {
        Account account = firm.accounts().create(NewAccount.of("Siam Tiles Co., Ltd."));
        Contact contact = firm.contacts()
                .create(NewContact.of("Anong", "Srisai").phone("081 234 5678").title("Buyer"));
        Lead lead = firm.qualified(fullLead());

        Conversion made =
                deals.convert(ConvertLead.of(lead.id()).into(account.id()).withContact(contact.id()));

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

        deals.convert(ConvertLead.of(lead.id()).into(account.id()).withContact(contact.id()));

        assertThat(firm.affiliations()).hasSize(1);
    }
}
