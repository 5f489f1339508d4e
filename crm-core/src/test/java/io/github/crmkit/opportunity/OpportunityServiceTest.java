package io.github.crmkit.opportunity;

import static io.github.crmkit.access.TestOffice.MALEE;
import static io.github.crmkit.access.TestOffice.OPENING;
import static io.github.crmkit.access.TestOffice.SOMCHAI;
import static io.github.crmkit.opportunity.OpportunityDoor.assertRefused;
import static io.github.crmkit.opportunity.OpportunityDoor.at;
import static io.github.crmkit.opportunity.OpportunityFields.AMOUNT;
import static io.github.crmkit.opportunity.OpportunityFields.CLOSED_ON;
import static io.github.crmkit.opportunity.OpportunityFields.CLOSE_REASON;
import static io.github.crmkit.opportunity.OpportunityFields.OUTCOME;
import static io.github.crmkit.opportunity.OpportunityFields.PROBABILITY;
import static io.github.crmkit.opportunity.OpportunityFields.STAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.crmkit.access.AccessPolicy;
import io.github.crmkit.access.Desk;
import io.github.crmkit.access.TestOffice;
import io.github.crmkit.catalog.CountingStorage;
import io.github.crmkit.lifecycle.IllegalTransitionException;
import io.github.crmkit.memory.MemoryStorage;
import io.github.crmkit.money.Percent;
import io.github.crmkit.pipeline.DefinePipeline;
import io.github.crmkit.pipeline.ForecastCategory;
import io.github.crmkit.pipeline.NewStage;
import io.github.crmkit.pipeline.Outcome;
import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.pipeline.PipelineService;
import io.github.crmkit.pipeline.Pipelines;
import io.github.crmkit.pipeline.SilentPipeline;
import io.github.crmkit.pipeline.Stage;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.FieldChange;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.storage.StaleVersionException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class OpportunityServiceTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Money AMOUNT_OF_DEAL = Money.parse("THB 57420.00");

    private final TestOffice office = TestOffice.open();
    private final PipelineService pipelines = new PipelineService(office.deskOf(SOMCHAI));
    private final Pipeline sales = SilentPipeline.install(pipelines);
    private final OpportunityService deals = at(office.deskOf(SOMCHAI));

    @Test
    void every_command_reads_the_deal_once_and_its_pipeline_once_at_most() {
        CountingStorage storage = new CountingStorage(new MemoryStorage());
        Desk desk = new TestOffice(storage, AccessPolicy.allowAll()).deskOf(SOMCHAI);
        SilentPipeline.install(desk);
        OpportunityService counted = at(desk);
        OpportunityId id = counted.open(NewOpportunity.of("Deal")).id();
        storage.reads();

        counted.move(id, "Proposal");
        assertThat(storage.reads()).containsExactly("find opportunity", "find pipeline");
        counted.win(id);
        assertThat(storage.reads()).containsExactly("find opportunity", "find pipeline");
        counted.reopen(id, "again");
        assertThat(storage.reads()).containsExactly("find opportunity", "find pipeline");
        counted.options(id);
        assertThat(storage.reads()).containsExactly("find opportunity", "find pipeline");
        counted.overrideProbability(id, Percent.of(5));
        assertThat(storage.reads()).containsExactly("find opportunity");
        counted.edit(EditOpportunity.of(counted.get(id)).amount(AMOUNT_OF_DEAL));
        assertThat(storage.reads()).containsExactly("find opportunity", "find opportunity");
        counted.assign(id, MALEE);
        assertThat(storage.reads()).containsExactly("find opportunity");
        storage.writes();
        counted.score(id, Percent.of(5));
        assertThat(storage.writes()).containsExactly("update opportunity", "insertAll history");
    }

    @Test
    void closing_takes_today_in_the_organisations_zone_unless_a_day_is_given() {
        // 18:30 in London is the next day in Bangkok
        office.pass(Duration.ofHours(16).plusMinutes(30));
        Opportunity won = deals.win(deals.open(NewOpportunity.of("a")).id());
        Opportunity lost = deals.move(
                MoveOpportunity.lost(deals.open(NewOpportunity.of("b")).id(), "too dear")
                        .on(LocalDate.of(2026, 2, 28)));

        assertThat(won.closedOn()).contains(TODAY.plusDays(1));
        assertThat(lost.closedOn()).contains(LocalDate.of(2026, 2, 28));
    }

    @Test
    void losing_without_a_reason_is_refused_and_nothing_changes() {
        Opportunity deal = deals.open(NewOpportunity.of("a"));

        assertThatThrownBy(() -> deals.move(deal.id(), "Closed Lost")).isInstanceOf(IllegalTransitionException.class);
        assertRefused(() -> deals.lose(deal.id(), " "), "reason plain-text");
        assertRefused(() -> deals.move(deal.id(), "Nowhere"), "to unknown-stage");
        assertThat(deals.get(deal.id())).isEqualTo(deal);
    }

    @Test
    void asking_for_the_stage_it_has_already_is_success_without_a_second_entry() {
        Opportunity deal = deals.open(NewOpportunity.of("a"));
        Opportunity first = deals.move(deal.id(), "Proposal");

        Opportunity again = deals.move(MoveOpportunity.to(deal.id(), "PROPOSAL").seen(1L));

        assertThat(again).isEqualTo(first);
        assertThat(deals.history(deal.id())).hasSize(2);
    }

    @Test
    void of_two_who_saw_the_same_deal_the_second_gets_it_as_it_is_now() {
        Opportunity shown = deals.open(NewOpportunity.of("a"));
        Opportunity moved = deals.move(
                MoveOpportunity.to(shown.id(), "Proposal").seen(shown.stamp().version()));

        StaleVersionException conflict = catchThrowableOfType(
                StaleVersionException.class,
                () -> deals.move(
                        MoveOpportunity.won(shown.id()).seen(shown.stamp().version())));

        assertThat(conflict.current()).contains(moved);
        StaleVersionException overwritten = catchThrowableOfType(
                StaleVersionException.class,
                () -> deals.edit(EditOpportunity.of(shown).name("b")));
        assertThat(overwritten.current()).contains(moved);
    }

    @Test
    void reopening_keeps_the_old_close_in_history() {
        Opportunity deal = deals.open(NewOpportunity.of("a").stage("Negotiation"));
        deals.lose(deal.id(), "too dear");

        Opportunity open = deals.reopen(deal.id(), "budget came back");

        assertThat(open.stage()).isEqualTo(stage("Negotiation").id());
        List<HistoryEntry> history = deals.history(deal.id());
        assertThat(history)
                .extracting(HistoryEntry::code)
                .containsExactly("opportunity.opened", "opportunity.lost", "opportunity.reopened");
        assertThat(history.get(1).reason()).contains("too dear");
        assertThat(history.get(2).reason()).contains("budget came back");
        assertThat(history.get(2).change(CLOSED_ON)).contains(new FieldChange("closedOn", TODAY.toString(), null));
        assertThat(history.get(2).change(CLOSE_REASON)).contains(new FieldChange("closeReason", "too dear", null));
        assertThat(history.get(2).change(OUTCOME)).contains(new FieldChange("outcome", "LOST", "OPEN"));
    }

    @Test
    void history_keeps_what_was_before_and_after() {
        Opportunity deal = deals.open(NewOpportunity.of("a").amount(Money.parse("JPY 1000")));
        deals.edit(EditOpportunity.of(deal).amount(Money.parse("KWD 1.005")));
        deals.move(deal.id(), "Proposal");

        List<HistoryEntry> history = deals.history(deal.id());

        assertThat(history.get(1).change(AMOUNT)).contains(new FieldChange("amount", "1000.000000", "1.005000"));
        assertThat(history.get(1).change(OpportunityFields.CURRENCY))
                .contains(new FieldChange("currency", "JPY", "KWD"));
        assertThat(history.get(2).change(STAGE))
                .contains(new FieldChange(
                        "stage",
                        stage("Qualification").id().text(),
                        stage("Proposal").id().text()));
        assertThat(history.get(2).change(PROBABILITY))
                .contains(new FieldChange("probability", "10.000000", "50.000000"));
    }

    @Test
    void an_edit_replaces_what_it_says_and_clears_with_null() {
        Opportunity deal =
                deals.open(NewOpportunity.of("a").amount(AMOUNT_OF_DEAL).closingOn(TODAY));

        Opportunity edited = deals.edit(EditOpportunity.of(deal)
                .name("b")
                .amount(null)
                .closingOn(TODAY.plusDays(7))
                .reference("R"));

        assertThat(edited.name()).isEqualTo("b");
        assertThat(edited.amount()).isEmpty();
        assertThat(edited.closeDate()).contains(TODAY.plusDays(7));
        assertThat(edited.externalReference()).contains("R");
        assertThat(deals.edit(EditOpportunity.of(edited))).isEqualTo(edited);
        assertThat(deals.history(deal.id())).hasSize(2);
        assertRefused(
                () -> deals.edit(EditOpportunity.of(edited).name("").amount(Money.parse("THB -1.00"))),
                "name plain-text",
                "amount amount-negative");
    }

    @Test
    void a_closed_deal_is_not_edited() {
        Opportunity won = deals.win(deals.open(NewOpportunity.of("a")).id());

        assertRefused(() -> deals.edit(EditOpportunity.of(won).name("b")), " deal-closed");
        assertRefused(() -> deals.overrideProbability(won.id(), Percent.of(5)), " deal-closed");
        assertThat(deals.assign(won.id(), MALEE).owner()).isEqualTo(MALEE);
    }

    @Test
    void an_override_says_who_and_when_and_is_taken_back() {
        OpportunityId id = deals.open(NewOpportunity.of("a")).id();
        office.pass(Duration.ofMinutes(5));

        Opportunity judged = at(office.deskOf(MALEE)).overrideProbability(id, Percent.of(90));

        assertThat(judged.probabilities().judgement()).hasValueSatisfying(said -> {
            assertThat(said.by()).isEqualTo(MALEE);
            assertThat(said.at()).isEqualTo(OPENING.plus(Duration.ofMinutes(5)));
        });
        assertThat(deals.withdrawOverride(id).probability()).isEqualTo(Percent.of(10));
        assertRefused(() -> deals.overrideProbability(id, Percent.of(101)), "probability probability");
    }

    @Test
    void a_deal_stays_in_its_own_pipeline() {
        Pipeline tenders = pipelines.define(DefinePipeline.named("Tenders")
                .stage(NewStage.open("Bid", Percent.of(20), ForecastCategory.PIPELINE))
                .stage(NewStage.open("Shelved", Percent.of(20), ForecastCategory.OMITTED)
                        .inactive())
                .stage(NewStage.won("Awarded"))
                .stage(NewStage.lost("Not awarded")));
        Opportunity deal = deals.open(NewOpportunity.of("Tender").in(tenders.id()));

        assertThat(deal.stage()).isEqualTo(tenders.start().id());
        assertRefused(() -> deals.move(deal.id(), "Proposal"), "to unknown-stage");
        assertRefused(() -> deals.move(deal.id(), stage("Proposal").id()), "to unknown-stage");
        assertThatThrownBy(() -> deals.move(deal.id(), "Shelved")).isInstanceOf(IllegalTransitionException.class);
        assertRefused(
                () -> deals.open(NewOpportunity.of("b").in(tenders.id()).stage("Shelved")), "stage stage-inactive");
        assertThat(deals.win(deal.id()).stage())
                .isEqualTo(tenders.first(Outcome.WON).id());
    }

    @Test
    void a_deal_may_be_asked_what_it_may_do_next() {
        OpportunityId id = deals.open(NewOpportunity.of("a")).id();

        assertThat(deals.options(id))
                .filteredOn(option -> !option.isAllowed())
                .extracting(option -> option.stage().name())
                .containsExactly("Closed Lost");
    }

    @Test
    void fields_tell_what_the_deal_holds() {
        Opportunity deal =
                deals.open(NewOpportunity.of("a").amount(AMOUNT_OF_DEAL).closingOn(TODAY));

        assertThat(deals.find(
                                Opportunities.overdueOn(TODAY.plusDays(1))
                                        .and(AMOUNT.greaterThan(AMOUNT_OF_DEAL.getAmount())),
                                Sort.byId(),
                                PageRequest.first(5))
                        .items())
                .isEmpty();
        assertThat(deals.find(Opportunities.overdueOn(TODAY.plusDays(1)), AMOUNT.desc(), PageRequest.first(5))
                        .items())
                .containsExactly(deal);
        assertThat(deals.count(Opportunities.overdueOn(TODAY))).isZero();
        assertThat(Opportunities.TYPE.fields()).hasSize(OpportunityFields.ALL.size());
        assertThat(Pipelines.TYPE.owner()).isEmpty();
    }

    @Test
    void what_is_decided_is_not_overdue_any_more() {
        Opportunity won = deals.open(NewOpportunity.of("a").closingOn(TODAY));
        Opportunity open = deals.open(NewOpportunity.of("b").closingOn(TODAY));
        deals.win(won.id());

        assertThat(deals.find(Opportunities.overdueOn(TODAY.plusDays(1)), Sort.byId(), PageRequest.first(5))
                        .items())
                .containsExactly(open);
    }

    @Test
    void what_is_said_about_a_move_is_kept_in_its_history() {
        OpportunityId id = deals.open(NewOpportunity.of("a")).id();
        deals.move(MoveOpportunity.to(id, "Proposal").because("they asked for a price"));
        deals.move(MoveOpportunity.won(id).because("signed on paper"));

        assertThat(deals.history(id))
                .extracting(entry -> entry.reason().orElse(""))
                .containsExactly("", "they asked for a price", "signed on paper");
        assertThat(deals.get(id).closure()).isEqualTo(new Closure(TODAY, "signed on paper"));
    }

    private Stage stage(String name) {
        return sales.stage(name).orElseThrow();
    }
}
