package io.github.crmkit.opportunity;

import static io.github.crmkit.access.TestOffice.SOMCHAI;
import static io.github.crmkit.opportunity.OpportunityDoor.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.access.AccessPolicy;
import io.github.crmkit.access.Desk;
import io.github.crmkit.access.TestOffice;
import io.github.crmkit.catalog.CountingStorage;
import io.github.crmkit.memory.MemoryStorage;
import io.github.crmkit.money.MoneyBag;
import io.github.crmkit.money.Percent;
import io.github.crmkit.pipeline.DefinePipeline;
import io.github.crmkit.pipeline.ForecastCategory;
import io.github.crmkit.pipeline.NewStage;
import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.pipeline.PipelineService;
import java.util.Collections;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class BoardTest {

    private final TestOffice office = TestOffice.open();
    private final PipelineService pipelines = new PipelineService(office.deskOf(SOMCHAI));
    private final Pipeline sales = pipelines.installDefault();
    private final OpportunityService deals = at(office.deskOf(SOMCHAI));

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
    void a_board_reads_the_deals_of_its_own_pipeline_and_no_others() {
        CountingStorage storage = new CountingStorage(new MemoryStorage());
        Desk desk = new TestOffice(storage, AccessPolicy.allowAll()).deskOf(SOMCHAI);
        Pipeline tenders = new PipelineService(desk)
                .define(DefinePipeline.named("Tenders")
                        .stage(NewStage.open("Bid", Percent.of(20), ForecastCategory.PIPELINE))
                        .stage(NewStage.won("Awarded"))
                        .stage(NewStage.lost("Not awarded")));
        at(desk).open(NewOpportunity.of("Tender").in(tenders.id()));
        at(desk).openAll(Collections.nCopies(501, NewOpportunity.of("Deal")));
        storage.reads();

        Board board = at(desk).board(tenders.id());

        assertThat(storage.reads()).containsExactly("find pipeline", "page opportunity");
        assertThat(board.columns()).extracting(Board.Column::deals).containsExactly(1L, 0L, 0L);
    }
}
