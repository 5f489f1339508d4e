package io.github.crmkit.timeline;

import static io.github.crmkit.access.TestOffice.MALEE;
import static io.github.crmkit.access.TestOffice.SOMCHAI;
import static io.github.crmkit.timeline.StoryOffice.baht;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.access.Action;
import io.github.crmkit.access.Desk;
import io.github.crmkit.access.TestOffice;
import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.kernel.Event;
import io.github.crmkit.money.Percent;
import io.github.crmkit.opportunity.Closure;
import io.github.crmkit.opportunity.EditOpportunity;
import io.github.crmkit.opportunity.NewOpportunity;
import io.github.crmkit.opportunity.Opportunities;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.opportunity.OpportunityDoor;
import io.github.crmkit.opportunity.OpportunityService;
import io.github.crmkit.opportunity.SampleOpportunity;
import io.github.crmkit.party.Account;
import io.github.crmkit.party.AccountService;
import io.github.crmkit.party.AccountService.EditAccount;
import io.github.crmkit.party.AccountService.NewAccount;
import io.github.crmkit.party.Accounts;
import io.github.crmkit.party.Contact;
import io.github.crmkit.party.ContactService;
import io.github.crmkit.party.ContactService.Affiliate;
import io.github.crmkit.party.ContactService.EditContact;
import io.github.crmkit.party.ContactService.NewContact;
import io.github.crmkit.pipeline.DefinePipeline;
import io.github.crmkit.pipeline.ForecastCategory;
import io.github.crmkit.pipeline.NewStage;
import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.pipeline.PipelineService;
import io.github.crmkit.pipeline.Pipelines;
import io.github.crmkit.pipeline.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class SentenceTest {

    /** An event of a feature that this room has never heard of. */
    private record Surprise(String code, List<EntityRef> related) implements Event {
        @Override
        public Optional<String> reason() {
            return Optional.of("for a test");
        }
    }

    private final TestOffice office = TestOffice.open();
    private final Desk desk = office.deskOf(SOMCHAI);
    private final OpportunityService deals = OpportunityDoor.at(desk);
    private final AccountService accounts = new AccountService(desk);
    private final ContactService contacts = new ContactService(desk);
    private final TimelineService door = new TimelineService(desk, OpportunityDoor.BANGKOK).naming(StoryOffice::nameOf);

    private String last(Opportunity deal) {
        List<Timeline.Entry> entries = door.of(deal.id()).entries();
        return entries.get(entries.size() - 1).sentence();
    }

    private Opportunity edited(Opportunity deal, EditOpportunity command) {
        assertThat(command.id()).isEqualTo(deal.id());
        office.pass(Duration.ofMinutes(1));
        return deals.edit(command);
    }

    @Test
    void what_changed_is_told_field_by_field() {
        Opportunity deal = deals.open(NewOpportunity.of("Bathroom"));

        deal = edited(deal, EditOpportunity.of(deal).amount(baht("100.00")).closingOn(LocalDate.of(2026, 3, 1)));
        assertThat(last(deal)).isEqualTo("amount set to THB 100.00, close date set to 2026-03-01");
        deal = edited(deal, EditOpportunity.of(deal).closingOn(LocalDate.of(2026, 4, 15)));
        assertThat(last(deal)).isEqualTo("close date moved from 2026-03-01 to 2026-04-15");
        deal = edited(deal, EditOpportunity.of(deal).name("Big bathroom").reference("B-1"));
        assertThat(last(deal)).isEqualTo("name \"Bathroom\" to \"Big bathroom\", reference set to \"B-1\"");
        deal = edited(deal, EditOpportunity.of(deal).amount(null).closingOn(null));
        assertThat(last(deal)).isEqualTo("amount no longer THB 100.00, close date no longer 2026-04-15");
    }

    @Test
    void an_amount_never_stands_without_its_currency() {
        Opportunity deal = deals.open(NewOpportunity.of("Bathroom").amount(baht("100.00")));

        deal = edited(deal, EditOpportunity.of(deal).amount(baht("120.00")));
        assertThat(last(deal)).isEqualTo("amount THB 100.00 to THB 120.00");
        deal = edited(deal, EditOpportunity.of(deal).amount(Money.parse("USD 120.00")));
        assertThat(last(deal)).isEqualTo("amount THB 120.00 to USD 120.00");
        deal = edited(deal, EditOpportunity.of(deal).amount(Money.parse("JPY 5000")));
        assertThat(last(deal)).isEqualTo("amount USD 120.00 to JPY 5000");
        deal = edited(deal, EditOpportunity.of(deal).amount(Money.parse("KWD 0.125")));
        assertThat(last(deal)).isEqualTo("amount JPY 5000 to KWD 0.125");

        assertThat(door.of(deal.id()).entries())
                .extracting(Timeline.Entry::sentence)
                .contains(
                        "opened in Qualification, amount THB 100.00",
                        "amount THB 100.00 to THB 120.00",
                        "amount THB 120.00 to USD 120.00");
        assertThat(door.of(deal.id()).entries().get(2).changes())
                .containsExactly(new Timeline.Change("amount", "amount", "THB 120.00", "USD 120.00"));
    }

    @Test
    void probabilities_are_told_by_where_they_come_from() {
        Opportunity deal = deals.open(NewOpportunity.of("Bathroom"));

        deals.overrideProbability(deal.id(), Percent.of(80));
        assertThat(last(deal)).isEqualTo("probability set by hand to 80 %");
        deals.overrideProbability(deal.id(), Percent.of("62.5"));
        assertThat(last(deal)).isEqualTo("probability set by hand to 62.5 %, before that 80 %");
        deals.withdrawOverride(deal.id());
        assertThat(last(deal)).isEqualTo("probability no longer set by hand, now 10 %");
        deals.score(deal.id(), Percent.of(42));
        assertThat(last(deal)).isEqualTo("probability computed as 42 %");
        deals.score(deal.id(), null);
        assertThat(last(deal)).isEqualTo("no computed probability any more");
    }

    @Test
    void what_happens_to_account_and_contact_is_told_too() {
        Account account = accounts.create(NewAccount.of("Siam Tiles"));
        Contact contact = contacts.create(NewContact.of("Anong", "Srisai"));
        office.pass(Duration.ofMinutes(1));
        Opportunity deal =
                deals.open(NewOpportunity.of("Bathroom").account(account.id()).contact(contact.id()));

        office.pass(Duration.ofMinutes(1));
        accounts.edit(EditAccount.of(account).phone("+66 2 123 4567").industry("Tiles"));
        assertThat(last(deal)).isEqualTo("industry set to \"Tiles\", phone set to +6621234567");
        office.pass(Duration.ofMinutes(1));
        contacts.edit(EditContact.of(contact).name("Anong", "Jaidee").title("Buyer"));
        assertThat(last(deal)).isEqualTo("name \"Anong Srisai\" to \"Anong Jaidee\", title set to \"Buyer\"");
        office.pass(Duration.ofMinutes(1));
        LocalDate day = LocalDate.of(2026, 3, 2);
        var affiliation = contacts.affiliate(Affiliate.of(contact.id(), account.id(), day));
        assertThat(last(deal)).isEqualTo("affiliated with account Siam Tiles");
        office.pass(Duration.ofMinutes(1));
        contacts.endAffiliation(affiliation.id(), day);
        assertThat(last(deal)).isEqualTo("affiliation with account Siam Tiles ended");
        office.pass(Duration.ofMinutes(1));
        accounts.assign(account.id(), MALEE);
        assertThat(last(deal)).isEqualTo("passed from Somchai to Malee");
    }

    @Test
    void a_move_that_is_written_down_late_says_when_it_was() {
        new PipelineService(desk)
                .define(DefinePipeline.named("Short")
                        .stage(NewStage.open("First", Percent.of(10), ForecastCategory.PIPELINE))
                        .stage(NewStage.open("Second", Percent.of(50), ForecastCategory.PIPELINE))
                        .stage(NewStage.won("Won"))
                        .stage(NewStage.lost("Lost"))
                        .asDefault());
        Opportunity deal = deals.open(NewOpportunity.of("Bathroom"));
        Instant then = office.now().plus(Duration.ofHours(1));
        office.pass(Duration.ofDays(2));

        desk.run(work -> {
            Pipeline pipeline = work.get(Pipelines.TYPE, deal.position().pipeline());
            Stage second = pipeline.stage("Second").orElseThrow();
            Closure said = new Closure(LocalDate.of(2026, 3, 2), null);
            return work.save(
                    Opportunities.TYPE,
                    Action.UPDATE,
                    deal.move(pipeline, second, said, then, SampleOpportunity.TERMS));
        });

        assertThat(last(deal)).isEqualTo("moved from First to Second, as of 2026-03-02 10:00");
    }

    @Test
    void an_event_of_a_later_feature_is_told_by_its_code_and_what_it_changed() {
        Account account = accounts.create(NewAccount.of("Siam Tiles"));
        Opportunity deal = deals.open(NewOpportunity.of("Bathroom"));
        Opportunity renamed = deal.edit(EditOpportunity.of(deal).name("Kitchen"), SampleOpportunity.BOOKS)
                .state();
        EntityRef gone = EntityRef.of("campaign", deal.id());
        Surprise event =
                new Surprise("opportunity.much-later.feature-used", List.of(Accounts.TYPE.refOf(account), gone));

        office.pass(Duration.ofMinutes(1));
        desk.run(work -> work.save(Opportunities.TYPE, Action.UPDATE, Change.of(deal, renamed, event)));

        Timeline.Entry told = door.of(deal.id()).entries().get(1);
        assertThat(told.code()).isEqualTo(event.code());
        assertThat(told.sentence()).isEqualTo("much later feature used: name \"Bathroom\" to \"Kitchen\": for a test");
        assertThat(told.changes()).containsExactly(new Timeline.Change("name", "name", "Bathroom", "Kitchen"));
        assertThat(told.related()).containsExactly(Accounts.TYPE.refOf(account));
    }
}
