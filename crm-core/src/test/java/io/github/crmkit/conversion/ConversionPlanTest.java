package io.github.crmkit.conversion;

import static io.github.crmkit.conversion.ConversionOffice.fullLead;
import static io.github.crmkit.opportunity.OpportunityDoor.assertNotFound;
import static io.github.crmkit.opportunity.OpportunityDoor.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.kernel.Violation;
import io.github.crmkit.lead.Lead;
import io.github.crmkit.lead.LeadService.NewLead;
import io.github.crmkit.money.Percent;
import io.github.crmkit.party.Account;
import io.github.crmkit.party.AccountService.NewAccount;
import io.github.crmkit.party.Accounts;
import io.github.crmkit.party.Contact;
import io.github.crmkit.party.ContactService.NewContact;
import io.github.crmkit.party.Contacts;
import io.github.crmkit.pipeline.DefinePipeline;
import io.github.crmkit.pipeline.ForecastCategory;
import io.github.crmkit.pipeline.NewStage;
import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.pipeline.PipelineId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a conversion says before it is done. */
class ConversionPlanTest {

    private final ConversionOffice firm = ConversionOffice.open();
    private final ConversionService conversions = firm.conversions();

    @Test
    void the_plan_says_what_will_be_made_and_what_may_be_there_already_and_changes_nothing() {
        Account same = firm.accounts().create(NewAccount.of("SIAM TILES"));
        Contact known = firm.contacts().create(NewContact.of("A.", "Srisai").email("Anong@SiamTiles.example"));
        Lead lead = firm.qualified(fullLead());
        List<Object> before = firm.dump();

        Conversion.Plan plan = conversions.plan(ConvertLead.of(lead.id()).named("500 boxes"));

        assertThat(plan.isPossible()).isTrue();
        assertThat(plan.deal()).isEqualTo("500 boxes");
        assertThat(plan.account().isNew()).isTrue();
        assertThat(plan.account().taken()).containsExactly(new Conversion.Taken("name", "Siam Tiles"));
        assertThat(plan.person().orElseThrow().taken())
                .containsExactly(
                        new Conversion.Taken("name", "Anong Srisai"),
                        new Conversion.Taken("email", "anong@siamtiles.example"),
                        new Conversion.Taken("phone", "+66 2 123 4567"));
        assertThat(plan.matches())
                .containsExactly(
                        new Conversion.Match(Accounts.TYPE.refOf(same), "name", "SIAM TILES"),
                        new Conversion.Match(Contacts.TYPE.refOf(known), "email", "A. Srisai"));
        assertThat(plan.leftBehind())
                .extracting(Conversion.LeftBehind::field)
                .containsExactly("lead.source", "lead.score", "lead.reference");
        assertThat(firm.dump()).isEqualTo(before);
    }

    @Test
    void what_was_planned_is_what_is_done() {
        Lead lead = firm.qualified(fullLead());
        Conversion.Plan plan = conversions.plan(ConvertLead.of(lead.id()));

        assertThat(conversions.convert(ConvertLead.of(lead.id())).plan()).isEqualTo(plan);
    }

    @Test
    void the_plan_of_a_lead_that_cannot_be_converted_says_why() {
        Lead fresh = firm.leads().capture(NewLead.of("Siam Tiles"));

        Conversion.Plan plan = conversions.plan(ConvertLead.of(fresh.id()));

        assertThat(plan.isPossible()).isFalse();
        assertThat(plan.obstacles()).extracting(Violation::code).containsExactly("lead-not-qualified");
    }

    @Test
    void the_plan_names_twenty_accounts_that_may_be_the_same_and_no_more() {
        for (int i = 0; i < 21; i++) {
            firm.accounts().create(NewAccount.of("Siam Tiles"));
        }
        Lead lead = firm.qualified(NewLead.of("Siam Tiles"));

        assertThat(conversions.plan(ConvertLead.of(lead.id())).matches()).hasSize(20);
    }

    @Test
    void the_plan_of_a_lead_that_was_converted_says_so() {
        Lead lead = firm.qualified(fullLead());
        conversions.convert(ConvertLead.of(lead.id()));

        Conversion.Plan plan = conversions.plan(ConvertLead.of(lead.id()));

        assertThat(plan.isPossible()).isFalse();
        assertThat(plan.obstacles()).extracting(Violation::code).containsExactly("lead-converted");
    }

    @Test
    void the_plan_for_a_retired_pipeline_says_so_beside_everything_else_and_the_conversion_too() {
        Pipeline tenders = firm.pipelines()
                .define(DefinePipeline.named("Tenders")
                        .stage(NewStage.open("Bid", Percent.of(20), ForecastCategory.PIPELINE))
                        .stage(NewStage.won("Awarded"))
                        .stage(NewStage.lost("Not awarded")));
        firm.pipelines().retire(tenders.id());
        Lead fresh = firm.leads().capture(NewLead.of("Siam Tiles"));
        ConvertLead command = ConvertLead.of(fresh.id()).in(tenders.id());

        Conversion.Plan plan = conversions.plan(command);

        assertThat(plan.isPossible()).isFalse();
        assertThat(plan.obstacles())
                .extracting(Violation::code)
                .containsExactly("lead-not-qualified", "pipeline-inactive");
        assertRefused(() -> conversions.convert(command), "status lead-not-qualified", "pipeline pipeline-inactive");
    }

    @Test
    void the_plan_for_a_pipeline_that_is_not_there_is_refused_like_the_conversion() {
        Lead lead = firm.qualified(fullLead());
        PipelineId nowhere = new PipelineId(new UUID(4, 4));
        ConvertLead command = ConvertLead.of(lead.id()).in(nowhere);

        assertNotFound(() -> conversions.plan(command), nowhere.value());
        assertNotFound(() -> conversions.convert(command), nowhere.value());
    }
}
