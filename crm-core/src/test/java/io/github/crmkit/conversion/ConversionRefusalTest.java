package io.github.crmkit.conversion;

import static io.github.crmkit.access.TestOffice.MALEE;
import static io.github.crmkit.access.TestOffice.OTHER_TENANT;
import static io.github.crmkit.access.TestOffice.SOMCHAI;
import static io.github.crmkit.conversion.ConversionOffice.at;
import static io.github.crmkit.conversion.ConversionOffice.fullLead;
import static io.github.crmkit.opportunity.OpportunityDoor.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.crmkit.access.AccessDeniedException;
import io.github.crmkit.access.Action;
import io.github.crmkit.access.Denying;
import io.github.crmkit.access.TestOffice;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.lead.Lead;
import io.github.crmkit.lead.LeadId;
import io.github.crmkit.lead.LeadService.NewLead;
import io.github.crmkit.money.Percent;
import io.github.crmkit.opportunity.Opportunities;
import io.github.crmkit.opportunity.OpportunityService;
import io.github.crmkit.party.Account;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.party.AccountService;
import io.github.crmkit.party.AccountService.NewAccount;
import io.github.crmkit.party.Contact;
import io.github.crmkit.party.ContactId;
import io.github.crmkit.party.ContactService.NewContact;
import io.github.crmkit.pipeline.DefinePipeline;
import io.github.crmkit.pipeline.ForecastCategory;
import io.github.crmkit.pipeline.NewStage;
import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.pipeline.PipelineId;
import io.github.crmkit.pipeline.PipelineService;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Conversions that are refused leave everything as it was. */
class ConversionRefusalTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 20);
    private static final Money AMOUNT = Money.parse("THB 57420.00");

    private final ConversionOffice firm = ConversionOffice.open();
    private final ConversionService conversions = firm.conversions();
    private final OpportunityService deals = firm.deals();

    @Test
    void what_is_said_about_a_deal_that_is_not_made_is_refused() {
        Lead lead = firm.qualified(fullLead());
        ConvertLead without = ConvertLead.of(lead.id()).withoutOpportunity();
        PipelineId sales = firm.pipelines().installDefault().id();

        for (ConvertLead command :
                List.of(without.named("a"), without.closingOn(DAY), without.amount(AMOUNT), without.in(sales))) {
            assertRefused(() -> conversions.convert(command), "withDeal no-opportunity");
        }
    }

    @Test
    void the_deal_may_go_to_another_pipeline_but_not_to_a_retired_one() {
        PipelineService pipelines = firm.pipelines();
        Pipeline tenders = pipelines.define(DefinePipeline.named("Tenders")
                .stage(NewStage.open("Bid", Percent.of(20), ForecastCategory.PIPELINE))
                .stage(NewStage.won("Awarded"))
                .stage(NewStage.lost("Not awarded")));
        Lead lead = firm.qualified(fullLead());
        pipelines.retire(tenders.id());
        List<Object> before = firm.dump();

        assertRefused(
                () -> conversions.convert(ConvertLead.of(lead.id()).in(tenders.id())), "pipeline pipeline-inactive");

        assertThat(firm.dump()).isEqualTo(before);
        pipelines.restore(tenders.id());
        Conversion made = conversions.convert(ConvertLead.of(lead.id()).in(tenders.id()));
        assertThat(deals.get(made.opportunity()).stage())
                .isEqualTo(tenders.start().id());
    }

    @Test
    void a_lead_that_is_not_qualified_is_refused_and_nothing_is_left_behind() {
        Lead fresh = firm.leads().capture(NewLead.of("Siam Tiles"));
        List<Object> before = firm.dump();

        assertRefused(() -> conversions.convert(ConvertLead.of(fresh.id())), "status lead-not-qualified");

        assertThat(firm.dump()).isEqualTo(before);
    }

    @Test
    void everything_wrong_with_the_command_is_said_at_once() {
        assertRefused(
                () -> conversions.convert(ConvertLead.of(null)
                        .named(" ")
                        .amount(Money.parse("THB -1.00"))
                        .closingOn(LocalDate.of(10_000, 1, 1))),
                "lead not-null",
                "name plain-text",
                "closeDate date-range",
                "amount amount-negative");
    }

    @Test
    void unknown_ids_and_those_of_another_tenant_are_not_found_alike() {
        Lead lead = firm.qualified(fullLead());
        ConversionService strangers = at(firm.office().deskOf(OTHER_TENANT, SOMCHAI));
        Account theirs =
                new AccountService(firm.office().deskOf(OTHER_TENANT, SOMCHAI)).create(NewAccount.of("Theirs"));
        LeadId nobody = new LeadId(new UUID(4, 4));
        AccountId nowhere = new AccountId(new UUID(4, 5));

        assertNotFound(() -> conversions.convert(ConvertLead.of(nobody)), "no lead with id " + nobody.text());
        assertNotFound(
                () -> strangers.convert(ConvertLead.of(lead.id())),
                "no lead with id " + lead.id().text());
        assertNotFound(
                () -> conversions.convert(ConvertLead.of(lead.id()).into(nowhere)),
                "no account with id " + nowhere.text());
        assertNotFound(
                () -> conversions.convert(ConvertLead.of(lead.id()).into(theirs.id())),
                "no account with id " + theirs.id().text());
        assertNotFound(
                () -> conversions.convert(ConvertLead.of(lead.id()).withContact(new ContactId(new UUID(4, 6)))),
                "no contact with id " + new UUID(4, 6));
        assertThat(firm.leads().get(lead.id()).isConverted()).isFalse();
    }

    @Test
    void who_may_not_convert_is_denied_and_writes_nothing() {
        Lead lead = firm.qualified(fullLead());
        ConversionService denied =
                at(firm.office().under(Denying.of(Action.CONVERT)).deskOf(MALEE));
        List<Object> before = firm.dump();

        assertThatThrownBy(() -> denied.convert(ConvertLead.of(lead.id()))).isInstanceOf(AccessDeniedException.class);

        assertThat(firm.dump()).isEqualTo(before);
    }

    @Test
    void a_refusal_half_way_leaves_nothing_half() {
        Lead lead = firm.qualified(fullLead());
        ConversionService denied =
                at(firm.office().under(Denying.of(Opportunities.TYPE)).deskOf(SOMCHAI));
        List<Object> before = firm.dump();

        assertThatThrownBy(() -> denied.convert(ConvertLead.of(lead.id()))).isInstanceOf(AccessDeniedException.class);

        assertThat(firm.dump()).isEqualTo(before);
    }

    @Test
    void what_is_made_needs_the_right_to_create_and_what_is_filled_the_right_to_update() {
        Account account = firm.accounts().create(NewAccount.of("Siam Tiles"));
        Contact contact = firm.contacts().create(NewContact.of("Anong", "Srisai"));
        ConvertLead full = ConvertLead.of(firm.qualified(fullLead()).id());
        ConvertLead nobody = ConvertLead.of(
                firm.qualified(NewLead.of("Siam Tiles").phone("02 123 4567")).id());
        List<Object> before = firm.dump();

        assertDenied(Action.CREATE, "account", full.withContact(contact.id()));
        assertDenied(Action.CREATE, "contact", full.into(account.id()));
        assertDenied(Action.CREATE, "affiliation", full);
        assertDenied(Action.UPDATE, "account", nobody.into(account.id()));
        assertDenied(Action.UPDATE, "contact", full.withContact(contact.id()));

        assertThat(firm.dump()).isEqualTo(before);
    }

    @Test
    void a_refusal_leaves_the_unit_of_the_host_usable() {
        Lead fresh = firm.leads().capture(NewLead.of("Siam Tiles"));
        Lead lead = firm.qualified(fullLead());
        PipelineId nowhere = new PipelineId(new UUID(4, 4));

        Conversion made = firm.office().storage().inUnit(TestOffice.TENANT, unit -> {
            ConversionService joined = at(firm.office().deskOf(SOMCHAI).over(unit.asStorage()));
            assertRefused(() -> joined.convert(ConvertLead.of(fresh.id())), "status lead-not-qualified");
            assertThatThrownBy(() -> joined.convert(ConvertLead.of(lead.id()).in(nowhere)))
                    .isInstanceOf(NotFoundException.class);
            return joined.convert(ConvertLead.of(lead.id()));
        });

        assertThat(deals.get(made.opportunity()).lead()).isEqualTo(lead.id());
    }

    private void assertDenied(Action action, String type, ConvertLead command) {
        Denying policy = new Denying((asked, name) -> asked == action && name.equals(type));
        ConversionService denied = at(firm.office().under(policy).deskOf(SOMCHAI));
        AccessDeniedException refused =
                catchThrowableOfType(AccessDeniedException.class, () -> denied.convert(command));
        assertThat(refused.action()).isEqualTo(action.word());
        assertThat(refused.type()).isEqualTo(type);
    }

    private static void assertNotFound(Callable<?> call, String message) {
        assertThatThrownBy(call::call).isInstanceOf(NotFoundException.class).hasMessage(message);
    }
}
