package io.github.crmkit.conversion;

import static io.github.crmkit.access.TestOffice.MALEE;
import static io.github.crmkit.access.TestOffice.SOMCHAI;
import static io.github.crmkit.conversion.ConversionOffice.at;
import static io.github.crmkit.conversion.ConversionOffice.fullLead;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.access.AccessPolicy;
import io.github.crmkit.access.TestOffice;
import io.github.crmkit.catalog.CountingStorage;
import io.github.crmkit.lead.Lead;
import io.github.crmkit.lead.LeadService;
import io.github.crmkit.lead.LeadService.NewLead;
import io.github.crmkit.lead.LeadStatus;
import io.github.crmkit.lead.Leads;
import io.github.crmkit.memory.MemoryStorage;
import io.github.crmkit.opportunity.NewOpportunity;
import io.github.crmkit.opportunity.Opportunities;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.opportunity.OpportunityService;
import io.github.crmkit.party.Account;
import io.github.crmkit.party.Accounts;
import io.github.crmkit.party.Contact;
import io.github.crmkit.party.Contacts;
import io.github.crmkit.pipeline.PipelineService;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.HistoryEntry;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What a qualified lead becomes. */
class ConversionTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Money AMOUNT = Money.parse("THB 57420.00");

    private final ConversionOffice firm = ConversionOffice.open();
    private final ConversionService conversions = firm.conversions();
    private final OpportunityService deals = firm.deals();

    @Test
    void a_lead_becomes_an_account_a_contact_and_a_deal() {
        Lead lead = firm.qualified(fullLead());

        Conversion made = conversions.convert(ConvertLead.of(lead.id())
                .named("500 boxes of tiles")
                .closingOn(LocalDate.of(2026, 12, 20))
                .amount(AMOUNT));

        Opportunity deal = deals.get(made.opportunity());
        assertThat(deal.name()).isEqualTo("500 boxes of tiles");
        assertThat(deal.lead()).isEqualTo(lead.id());
        assertThat(deal.account()).contains(made.account());
        assertThat(deal.contact()).isEqualTo(made.person());
        assertThat(deal.amount()).contains(AMOUNT);
        assertThat(deal.closeDate()).contains(LocalDate.of(2026, 12, 20));
        assertThat(deal.owner()).isEqualTo(lead.owner());
        assertThat(deal.stage())
                .isEqualTo(firm.pipelines().installDefault().start().id());
        Account account = firm.accounts().get(made.account());
        assertThat(account.name()).isEqualTo("Siam Tiles");
        assertThat(account.phone()).isNull();
        Contact contact = firm.contacts().get(made.person().orElseThrow());
        assertThat(contact.name().display()).isEqualTo("Anong Srisai");
        assertThat(contact.details()).isEqualTo(lead.details());
        assertThat(firm.affiliations()).singleElement().satisfies(a -> {
            assertThat(a.account()).isEqualTo(account.id());
            assertThat(a.contact()).isEqualTo(contact.id());
            assertThat(a.period().from()).isEqualTo(TODAY);
            assertThat(a.period().until()).isNull();
        });
        assertThat(firm.leads().get(lead.id()).isConverted()).isTrue();
        assertThat(made.isRepeated()).isFalse();
    }

    @Test
    void everything_happens_in_one_unit_and_is_in_the_history() {
        Lead lead = firm.qualified(fullLead());

        Conversion made = conversions.convert(ConvertLead.of(lead.id()));

        assertThat(firm.leads().history(lead.id())).last().satisfies(entry -> {
            assertThat(entry.code()).isEqualTo("lead.converted");
            assertThat(entry.related())
                    .containsExactly(
                            Accounts.TYPE.refTo(made.account()),
                            Contacts.TYPE.refTo(made.person().orElseThrow()),
                            Opportunities.TYPE.refTo(made.opportunity()));
        });
        assertThat(deals.history(made.opportunity())).singleElement().satisfies(entry -> {
            assertThat(entry.code()).isEqualTo("opportunity.opened");
            assertThat(entry.related()).containsExactly(Leads.TYPE.refTo(lead.id()));
        });
        assertThat(firm.contacts().history(made.person().orElseThrow()))
                .extracting(HistoryEntry::code)
                .containsExactly("contact.created", "contact.affiliated");
    }

    @Test
    void a_deal_is_called_like_the_company_unless_it_gets_a_name() {
        Lead lead = firm.qualified(NewLead.of("Siam Tiles"));

        assertThat(deals.get(conversions.convert(ConvertLead.of(lead.id())).opportunity())
                        .name())
                .isEqualTo("Siam Tiles");
    }

    @Test
    void it_takes_two_reads_and_seven_writes() {
        CountingStorage storage = new CountingStorage(new MemoryStorage());
        TestOffice counted = new TestOffice(storage, AccessPolicy.allowAll());
        new PipelineService(counted.deskOf(SOMCHAI)).installDefault();
        LeadService intake = new LeadService(counted.deskOf(SOMCHAI));
        Lead lead = intake.move(intake.capture(fullLead()).id(), LeadStatus.QUALIFIED);
        storage.reads();
        storage.writes();

        at(counted.deskOf(SOMCHAI)).convert(ConvertLead.of(lead.id()));

        assertThat(storage.reads()).containsExactly("find lead", "page pipeline");
        assertThat(storage.writes())
                .containsExactly(
                        "update lead",
                        "insert account",
                        "insert contact",
                        "insert affiliation",
                        "insert opportunity",
                        "insertAll history",
                        "insertAll standing");
    }

    @Test
    void without_a_person_there_is_no_contact_and_the_phone_goes_to_the_account() {
        Lead lead = firm.qualified(NewLead.of("Siam Tiles").phone("02 123 4567").email("info@siamtiles.example"));

        Conversion made = conversions.convert(ConvertLead.of(lead.id()));

        assertThat(made.person()).isEmpty();
        assertThat(deals.get(made.opportunity()).contact()).isEmpty();
        assertThat(firm.accounts().get(made.account()).phone())
                .isEqualTo(lead.details().phone());
        assertThat(firm.affiliations()).isEmpty();
        assertThat(made.plan().leftBehind())
                .containsExactly(new Conversion.LeftBehind("lead.email", null, "info@siamtiles.example"));
    }

    @Test
    void what_is_made_belongs_to_the_owner_of_the_lead_whoever_converts_it() {
        Lead lead = firm.qualified(fullLead());

        Conversion made = at(firm.office().deskOf(MALEE)).convert(ConvertLead.of(lead.id()));

        assertThat(firm.accounts().get(made.account()).owner()).isEqualTo(SOMCHAI);
        assertThat(firm.contacts().get(made.person().orElseThrow()).owner()).isEqualTo(SOMCHAI);
        assertThat(deals.get(made.opportunity()).owner()).isEqualTo(SOMCHAI);
    }

    @Test
    void the_contact_belongs_to_the_account_from_today_on_in_the_organisations_zone() {
        Lead lead = firm.qualified(fullLead());
        // 18:30 in London is the next day in Bangkok
        firm.office().pass(Duration.ofHours(16).plusMinutes(30));

        conversions.convert(ConvertLead.of(lead.id()));

        assertThat(firm.affiliations())
                .singleElement()
                .satisfies(a -> assertThat(a.period().from()).isEqualTo(TODAY.plusDays(1)));
    }

    @Test
    void deals_are_found_by_the_lead_they_came_from_and_by_their_account() {
        Conversion first = conversions.convert(
                ConvertLead.of(firm.qualified(NewLead.of("Siam Tiles")).id()));
        Conversion second = conversions.convert(
                ConvertLead.of(firm.qualified(NewLead.of("Lanna Stone")).id()));
        deals.open(NewOpportunity.of("of no lead"));

        Optional<Opportunity> found = firm.office()
                .storage()
                .inUnit(
                        TestOffice.TENANT,
                        unit -> Opportunities.over(unit.repository(Opportunities.TYPE))
                                .fromLead(second.lead()));

        assertThat(found).contains(deals.get(second.opportunity()));
        assertThat(deals.find(Opportunities.of(first.account()), Sort.byId(), PageRequest.first(5))
                        .items())
                .containsExactly(deals.get(first.opportunity()));
    }
}
