package io.github.crmkit.opportunity;

import static io.github.crmkit.access.TestOffice.MALEE;
import static io.github.crmkit.access.TestOffice.OPENING;
import static io.github.crmkit.access.TestOffice.OTHER_TENANT;
import static io.github.crmkit.access.TestOffice.SOMCHAI;
import static io.github.crmkit.opportunity.OpportunityDoor.assertRefused;
import static io.github.crmkit.opportunity.OpportunityDoor.at;
import static io.github.crmkit.opportunity.OpportunityFields.CLOSED_ON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.access.AccessPolicy;
import io.github.crmkit.access.Desk;
import io.github.crmkit.access.TestOffice;
import io.github.crmkit.catalog.CountingStorage;
import io.github.crmkit.kernel.LimitExceededException;
import io.github.crmkit.memory.MemoryStorage;
import io.github.crmkit.money.Percent;
import io.github.crmkit.party.Account;
import io.github.crmkit.party.AccountService;
import io.github.crmkit.party.AccountService.NewAccount;
import io.github.crmkit.pipeline.DefinePipeline;
import io.github.crmkit.pipeline.ForecastCategory;
import io.github.crmkit.pipeline.NewStage;
import io.github.crmkit.pipeline.Outcome;
import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.pipeline.PipelineService;
import io.github.crmkit.pipeline.Stage;
import io.github.crmkit.pipeline.StageId;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.DuplicateKeyException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** How deals come into being, one by one and many at once. */
class OpportunityOpeningTest {

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
        assertThat(deals.byReference(" D-1 ")).contains(deal);
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
        assertThat(storage.writes())
                .containsExactly("insertAll opportunity", "insertAll history", "insertAll standing");
    }

    @Test
    void a_batch_has_ten_thousand_commands_at_most() {
        List<NewOpportunity> many = Collections.nCopies(10_001, NewOpportunity.of("Deal"));

        assertThatThrownBy(() -> deals.openAll(many)).isInstanceOf(LimitExceededException.class);
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
    void an_old_deal_may_have_ended_in_a_stage_that_is_switched_off_by_now() {
        Pipeline tenders = pipelines.define(DefinePipeline.named("Tenders")
                .stage(NewStage.open("Bid", Percent.of(20), ForecastCategory.PIPELINE))
                .stage(NewStage.won("Awarded"))
                .stage(NewStage.lost("Not awarded"))
                .stage(NewStage.lost("Withdrawn").inactive()));

        Opportunity old = deals.open(
                NewOpportunity.of("Old").in(tenders.id()).stage("Withdrawn").closed(TODAY, "no staff"));

        assertThat(old.outcome()).isEqualTo(Outcome.LOST);
    }

    @Test
    void a_batch_may_have_more_than_a_thousand_buyers() {
        CountingStorage storage = new CountingStorage(new MemoryStorage());
        Desk desk = new TestOffice(storage, AccessPolicy.allowAll()).deskOf(SOMCHAI);
        List<NewAccount> buyers = IntStream.rangeClosed(1, 1_001)
                .mapToObj(i -> NewAccount.of("Buyer " + i))
                .toList();
        List<NewOpportunity> asked = new AccountService(desk)
                .createAll(buyers).stream()
                        .map(buyer -> NewOpportunity.of(buyer.name()).account(buyer.id()))
                        .toList();
        storage.reads();

        assertThat(at(desk).openAll(asked)).hasSize(1_001);

        assertThat(storage.reads())
                .containsOnlyOnce("page pipeline")
                .containsSequence("findAll account", "findAll account");
    }

    @Test
    void who_loses_the_race_for_the_first_pipeline_opens_the_deal_all_the_same() {
        OutrunStorage storage = new OutrunStorage(office.storage(), true, "pipeline");

        Opportunity deal = at(office.deskOf(SOMCHAI).over(storage)).open(NewOpportunity.of("a"));

        assertThat(deals.get(deal.id())).isEqualTo(deal);
        assertThat(storage.units()).isEqualTo(2);
    }

    @Test
    void in_a_transaction_of_the_hosts_a_lost_race_is_the_hosts_to_decide() {
        OutrunStorage joined = new OutrunStorage(office.storage(), false, "pipeline");

        assertThatThrownBy(() -> at(office.deskOf(SOMCHAI).over(joined)).open(NewOpportunity.of("a")))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(joined.units()).isEqualTo(1);
    }

    @Test
    void a_reference_that_is_taken_is_not_tried_again() {
        OutrunStorage storage = new OutrunStorage(office.storage(), true, "opportunity");

        assertThatThrownBy(() -> at(office.deskOf(SOMCHAI).over(storage)).open(NewOpportunity.of("a")))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(storage.units()).isEqualTo(1);
    }

    @Test
    void a_deal_that_names_its_pipeline_installs_no_other_one() {
        PipelineService fresh = new PipelineService(office.deskOf(OTHER_TENANT, SOMCHAI));
        Pipeline tenders = fresh.define(DefinePipeline.named("Tenders")
                .stage(NewStage.open("Bid", Percent.of(20), ForecastCategory.PIPELINE))
                .stage(NewStage.won("Awarded"))
                .stage(NewStage.lost("Not awarded")));

        at(office.deskOf(OTHER_TENANT, SOMCHAI))
                .open(NewOpportunity.of("Tender").in(tenders.id()));

        assertThat(fresh.theDefault()).isEmpty();
    }

    private Stage stage(String name) {
        return sales.stage(name).orElseThrow();
    }
}
