package io.github.crmkit.opportunity;

import static io.github.crmkit.access.TestOffice.MALEE;
import static io.github.crmkit.access.TestOffice.OPENING;
import static io.github.crmkit.access.TestOffice.OTHER_TENANT;
import static io.github.crmkit.access.TestOffice.SOMCHAI;
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
import io.github.crmkit.kernel.LimitExceededException;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.lifecycle.IllegalTransitionException;
import io.github.crmkit.memory.MemoryStorage;
import io.github.crmkit.money.MoneyBag;
import io.github.crmkit.money.Percent;
import io.github.crmkit.party.Account;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.party.AccountService;
import io.github.crmkit.party.AccountService.NewAccount;
import io.github.crmkit.party.ContactId;
import io.github.crmkit.pipeline.DefinePipeline;
import io.github.crmkit.pipeline.ForecastCategory;
import io.github.crmkit.pipeline.NewStage;
import io.github.crmkit.pipeline.Outcome;
import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.pipeline.PipelineId;
import io.github.crmkit.pipeline.PipelineService;
import io.github.crmkit.pipeline.Pipelines;
import io.github.crmkit.pipeline.Stage;
import io.github.crmkit.pipeline.StageId;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.DuplicateKeyException;
import io.github.crmkit.storage.FieldChange;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.storage.StaleVersionException;
import io.github.crmkit.time.OrganisationZone;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class OpportunityServiceTest {

    private static final OrganisationZone BANGKOK = new OrganisationZone(ZoneId.of("Asia/Bangkok"));
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Money AMOUNT_OF_DEAL = Money.parse("THB 57420.00");

    private final TestOffice office = TestOffice.open();
    private final PipelineService pipelines = new PipelineService(office.deskOf(SOMCHAI));
    private final Pipeline sales = pipelines.installDefault();
    private final OpportunityService deals = at(office.deskOf(SOMCHAI));

    @Test
    void a_deal_is_opened_in_the_first_stage_of_the_default_pipeline() {
        Opportunity deal = deals.open(NewOpportunity.of("500 boxes"));

        assertThat(deals.get(deal.id())).isEqualTo(deal);
        assertThat(deal.stage()).isEqualTo(sales.start().id());
        assertThat(deal.owner()).isEqualTo(SOMCHAI);
        assertThat(deal.amount()).isEmpty();
        assertThat(deal.closeDate()).isEmpty();
        assertThat(deal.position().enteredAt()).isEqualTo(OPENING);
        assertThat(deal.probability()).isEqualTo(Percent.of(10));
    }

    @Test
    void everything_may_be_said_when_it_is_opened() {
        Account account = new AccountService(office.deskOf(SOMCHAI)).create(NewAccount.of("Siam Tiles"));

        Opportunity deal = deals.open(NewOpportunity.of("500 boxes")
                .stage(" proposal ")
                .account(account.id())
                .amount(AMOUNT_OF_DEAL)
                .closingOn(LocalDate.of(2026, 12, 20))
                .owner(MALEE)
                .reference("D-1"));

        assertThat(deal.stage()).isEqualTo(stage("Proposal").id());
        assertThat(deal.account()).contains(account.id());
        assertThat(deal.amount()).contains(AMOUNT_OF_DEAL);
        assertThat(deal.closeDate()).contains(LocalDate.of(2026, 12, 20));
        assertThat(deal.owner()).isEqualTo(MALEE);
        assertThat(deals.byReference("D-1")).contains(deal);
    }

    @Test
    void the_first_deal_of_a_tenant_installs_the_default_pipeline() {
        OpportunityService fresh = at(office.deskOf(OTHER_TENANT, SOMCHAI));

        Opportunity deal = fresh.open(NewOpportunity.of("First"));

        assertThat(new PipelineService(office.deskOf(OTHER_TENANT, SOMCHAI)).theDefault())
                .hasValueSatisfying(
                        p -> assertThat(p.id()).isEqualTo(deal.position().pipeline()));
    }

    @Test
    void an_old_deal_comes_in_closed_with_its_day_and_its_reason() {
        LocalDate then = LocalDate.of(2017, 3, 1);

        Opportunity lost =
                deals.open(NewOpportunity.of("Old").stage("Closed Lost").closed(then, "too dear"));
        Opportunity won = deals.open(
                NewOpportunity.of("Older").stage(stage("Closed Won").id()).closed(then.minusDays(1), null));

        assertThat(lost.outcome()).isEqualTo(Outcome.LOST);
        assertThat(lost.closure()).isEqualTo(new Closure(then, "too dear"));
        assertThat(lost.position().lastOpenStage()).isEmpty();
        assertThat(won.outcome()).isEqualTo(Outcome.WON);
        assertThat(deals.find(CLOSED_ON.lessThan(then), Sort.byId(), PageRequest.first(10))
                        .items())
                .containsExactly(won);
    }

    @Test
    void everything_that_is_wrong_with_new_deals_is_said_at_once_and_with_its_place() {
        List<NewOpportunity> asked = List.of(
                NewOpportunity.of(" ").amount(Money.parse("THB -1.00")).reference("same"),
                NewOpportunity.of("Fine").reference("same"),
                NewOpportunity.of("x".repeat(201)).closed(null, " "));

        assertRefused(
                () -> deals.openAll(asked),
                "[0].name plain-text",
                "[0].amount amount-negative",
                "[2].closing.on not-null",
                "[2].closing.reason plain-text",
                "[2].name plain-text",
                "[1].reference duplicate");
        assertThat(deals.count(Criteria.all())).isZero();
    }

    @Test
    void stages_that_do_not_fit_are_refused_with_their_place() {
        List<NewOpportunity> asked = List.of(
                NewOpportunity.of("a").stage("Nowhere"),
                NewOpportunity.of("b").stage("Closed Won"),
                NewOpportunity.of("c").stage("Proposal").closed(TODAY, null),
                NewOpportunity.of("d").stage("Closed Lost").closed(TODAY, null),
                NewOpportunity.of("e").stage(new StageId(UUID.randomUUID())),
                NewOpportunity.of("f"));

        assertRefused(
                () -> deals.openAll(asked),
                "[0].stage unknown-stage",
                "[1].closing closing",
                "[2].closing closing",
                "[3].closing.reason reason-required",
                "[4].stage unknown-stage");
        assertRefused(() -> deals.open(asked.get(0)), "stage unknown-stage");
        assertThat(deals.count(Criteria.all())).isZero();
    }

    @Test
    void a_batch_is_opened_whole_with_one_look_up_of_each_kind() {
        CountingStorage storage = new CountingStorage(new MemoryStorage());
        Desk desk = new TestOffice(storage, AccessPolicy.allowAll()).deskOf(SOMCHAI);
        Account account = new AccountService(desk).create(NewAccount.of("Siam Tiles"));
        Pipeline pipeline = new PipelineService(desk).installDefault();
        List<NewOpportunity> asked = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            NewOpportunity one = NewOpportunity.of("Deal " + i).account(account.id());
            asked.add(i % 2 == 0 ? one : one.in(pipeline.id()));
        }
        storage.reads();
        storage.writes();

        List<Opportunity> opened = at(desk).openAll(asked);

        assertThat(opened)
                .extracting(Opportunity::name)
                .startsWith("Deal 0", "Deal 1")
                .hasSize(200);
        assertThat(storage.reads()).containsExactly("findAll pipeline", "page pipeline", "findAll account");
        assertThat(storage.writes()).containsExactly("insertAll opportunity", "insertAll history");
    }

    @Test
    void a_batch_has_ten_thousand_commands_at_most() {
        List<NewOpportunity> many = Collections.nCopies(10_001, NewOpportunity.of("Deal"));

        assertThatThrownBy(() -> deals.openAll(many)).isInstanceOf(LimitExceededException.class);
    }

    @Test
    void every_command_reads_the_deal_once_and_its_pipeline_once_at_most() {
        CountingStorage storage = new CountingStorage(new MemoryStorage());
        OpportunityService counted = at(new TestOffice(storage, AccessPolicy.allowAll()).deskOf(SOMCHAI));
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
    void references_are_unique_within_the_tenant() {
        deals.open(NewOpportunity.of("a").reference("D-1"));

        assertThatThrownBy(() -> deals.open(NewOpportunity.of("b").reference("D-1")))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(at(office.deskOf(OTHER_TENANT, SOMCHAI))
                        .open(NewOpportunity.of("c").reference("D-1"))
                        .externalReference())
                .contains("D-1");
        assertThat(deals.count(Criteria.all())).isEqualTo(1);
    }

    @Test
    void unknown_ids_and_those_of_another_tenant_are_not_found_alike() {
        Desk strange = office.deskOf(OTHER_TENANT, SOMCHAI);
        Opportunity theirs = at(strange).open(NewOpportunity.of("theirs"));
        AccountId theirAccount =
                new AccountService(strange).create(NewAccount.of("Theirs")).id();
        Opportunity ours = deals.open(NewOpportunity.of("ours"));
        OpportunityId nobody = new OpportunityId(new UUID(4, 4));

        for (OpportunityId id : List.of(theirs.id(), nobody)) {
            assertNotFound(() -> deals.get(id), id.value());
            assertNotFound(() -> deals.move(id, "Proposal"), id.value());
            assertNotFound(() -> deals.win(id), id.value());
            assertNotFound(() -> deals.reopen(id, "because"), id.value());
            assertNotFound(() -> deals.assign(id, MALEE), id.value());
            assertNotFound(() -> deals.overrideProbability(id, Percent.of(5)), id.value());
            assertNotFound(() -> deals.options(id), id.value());
            assertNotFound(() -> deals.history(id), id.value());
        }
        assertNotFound(() -> deals.open(NewOpportunity.of("a").account(theirAccount)), theirAccount.value());
        assertNotFound(() -> deals.open(NewOpportunity.of("a").contact(new ContactId(new UUID(4, 5)))), new UUID(4, 5));
        PipelineId theirPipeline = theirs.position().pipeline();
        assertNotFound(() -> deals.open(NewOpportunity.of("a").in(theirPipeline)), theirPipeline.value());
        assertNotFound(() -> deals.board(theirPipeline), theirPipeline.value());
        assertNotFound(() -> deals.edit(EditOpportunity.of(ours).account(theirAccount)), theirAccount.value());
        assertThat(deals.get(ours.id())).isEqualTo(ours);
    }

    @Test
    void callers_see_their_own_deals_under_that_policy() {
        TestOffice guarded = office.under(AccessPolicy.ownRecords());
        Opportunity deal =
                at(guarded.deskOf(SOMCHAI)).open(NewOpportunity.of("mine").amount(AMOUNT_OF_DEAL));
        OpportunityService malee = at(guarded.deskOf(MALEE));

        assertNotFound(() -> malee.win(deal.id()), deal.id().value());
        assertThat(malee.board().columns())
                .allSatisfy(c -> assertThat(c.deals()).isZero());
        assertThat(at(guarded.deskOf(SOMCHAI)).board().columns().get(0).deals()).isEqualTo(1);
    }

    @Test
    void the_board_shows_every_stage_with_exact_totals() {
        for (int i = 0; i < 10; i++) {
            Opportunity deal = deals.open(NewOpportunity.of("Deal " + i).amount(Money.parse("USD 10.01")));
            deals.overrideProbability(deal.id(), Percent.of(5));
        }
        deals.open(NewOpportunity.of("without"));
        deals.open(NewOpportunity.of("baht").amount(Money.parse("THB 100.00")));
        deals.win(deals.open(NewOpportunity.of("won").amount(Money.parse("USD 7.00")))
                .id());

        Board board = deals.board();

        assertThat(board.columns()).extracting(c -> c.stage().name()).hasSize(6).startsWith("Qualification");
        Board.Column first = board.columns().get(0);
        assertThat(first.deals()).isEqualTo(12);
        assertThat(first.withoutAmount()).isEqualTo(1);
        assertThat(first.amount()).isEqualTo(MoneyBag.of(Money.parse("USD 100.10"), Money.parse("THB 100.00")));
        assertThat(first.weighted()).isEqualTo(MoneyBag.of(Money.parse("USD 5.01"), Money.parse("THB 10.00")));
        Board.Column won = board.columns().get(4);
        assertThat(won.amount()).isEqualTo(MoneyBag.of(Money.parse("USD 7.00")));
        assertThat(won.weighted()).isEqualTo(MoneyBag.empty());
        assertThat(deals.board(sales.id())).isEqualTo(board);
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
        assertThat(deals.board(tenders.id()).columns()).hasSize(4);
    }

    @Test
    void a_retired_pipeline_takes_no_new_deals_and_lets_the_old_ones_go_on() {
        Pipeline tenders = pipelines.define(DefinePipeline.named("Tenders")
                .stage(NewStage.open("Bid", Percent.of(20), ForecastCategory.PIPELINE))
                .stage(NewStage.won("Awarded"))
                .stage(NewStage.lost("Not awarded")));
        Opportunity old = deals.open(NewOpportunity.of("Old").in(tenders.id()));
        pipelines.retire(tenders.id());

        assertRefused(() -> deals.open(NewOpportunity.of("New").in(tenders.id())), "pipeline pipeline-inactive");
        assertThat(deals.win(old.id()).outcome()).isEqualTo(Outcome.WON);
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

    private Stage stage(String name) {
        return sales.stage(name).orElseThrow();
    }

    private static OpportunityService at(Desk desk) {
        return new OpportunityService(desk, BANGKOK);
    }

    private static void assertNotFound(Callable<?> call, UUID id) {
        assertThatThrownBy(call::call)
                .isInstanceOf(NotFoundException.class)
                .hasMessageMatching("no [a-z]+ with id " + id);
    }

    private static void assertRefused(Callable<?> call, String... problems) {
        RuleViolationsException refused = catchThrowableOfType(RuleViolationsException.class, call::call);
        assertThat(refused.violations())
                .extracting(v -> v.path() + " " + v.code())
                .containsExactly(problems);
    }
}
