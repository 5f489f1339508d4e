package io.github.crmkit.track;

import static io.github.crmkit.track.SalesOffice.ANONG;
import static io.github.crmkit.track.SalesOffice.BOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.CrmSession;
import io.github.crmkit.access.AccessPolicy;
import io.github.crmkit.catalog.CountingStorage;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.memory.MemoryStorage;
import io.github.crmkit.money.MoneyBag;
import io.github.crmkit.money.Percent;
import io.github.crmkit.opportunity.NewOpportunity;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.pipeline.DefinePipeline;
import io.github.crmkit.pipeline.ForecastCategory;
import io.github.crmkit.pipeline.NewStage;
import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.pipeline.PipelineId;
import io.github.crmkit.pipeline.SilentPipeline;
import java.util.Collections;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BoardTest {

    private final CountingStorage storage = new CountingStorage(new MemoryStorage());
    private final SalesOffice office = new SalesOffice(storage);
    private final CrmSession session = office.as(ANONG);

    @BeforeEach
    void stages_ask_nothing() {
        SilentPipeline.install(session.pipelines());
        storage.reads();
    }

    private Opportunity open(String name, String amount) {
        return session.opportunities().open(NewOpportunity.of(name).amount(Money.parse(amount)));
    }

    @Test
    void the_board_shows_every_stage_with_exact_totals() {
        for (int i = 0; i < 10; i++) {
            session.opportunities()
                    .overrideProbability(open("Deal " + i, "USD 10.01").id(), Percent.of(5));
        }
        session.opportunities().open(NewOpportunity.of("without"));
        open("baht", "THB 100.00");
        Opportunity won = session.opportunities().win(open("won", "USD 7.00").id());

        Board board = session.track().board();

        assertThat(board.columns()).extracting(c -> c.stage().name()).hasSize(6).startsWith("Qualification");
        Board.Column first = board.columns().get(0);
        assertThat(first.deals()).isEqualTo(12);
        assertThat(first.withoutAmount()).isEqualTo(1);
        assertThat(first.amount()).isEqualTo(MoneyBag.of(Money.parse("USD 100.10"), Money.parse("THB 100.00")));
        assertThat(first.weighted()).isEqualTo(MoneyBag.of(Money.parse("USD 5.01"), Money.parse("THB 10.00")));
        Board.Column closed = board.columns().get(4);
        assertThat(closed.amount()).isEqualTo(MoneyBag.of(Money.parse("USD 7.00")));
        assertThat(closed.weighted()).isEqualTo(MoneyBag.empty());
        assertThat(session.track().board(won.position().pipeline())).isEqualTo(board);
    }

    @Test
    void the_board_of_then_shows_the_deals_where_they_stood() {
        Opportunity deal = open("a", "USD 10.00");
        PipelineId pipeline = deal.position().pipeline();
        Board before = session.track().board(pipeline);
        office.later();
        session.opportunities().win(deal.id());

        assertThat(session.track().board(pipeline, Viewpoint.asOf(SalesOffice.OPENING)))
                .isEqualTo(before);
        assertThat(session.track().board(pipeline, Viewpoint.asOf(office.now())))
                .isEqualTo(session.track().board(pipeline))
                .isNotEqualTo(before);
    }

    @Test
    void a_board_reads_the_deals_of_its_own_pipeline_and_no_others() {
        Pipeline tenders = session.pipelines()
                .define(DefinePipeline.named("Tenders")
                        .stage(NewStage.open("Bid", Percent.of(20), ForecastCategory.PIPELINE))
                        .stage(NewStage.won("Awarded"))
                        .stage(NewStage.lost("Not awarded")));
        session.opportunities().open(NewOpportunity.of("Tender").in(tenders.id()));
        session.opportunities().openAll(Collections.nCopies(501, NewOpportunity.of("Deal")));
        storage.reads();

        Board board = session.track().board(tenders.id());

        assertThat(storage.reads()).containsExactly("find pipeline", "page opportunity");
        assertThat(board.columns()).extracting(Board.Column::deals).containsExactly(1L, 0L, 0L);
    }

    @Test
    void the_first_board_installs_the_shipped_pipeline() {
        SalesOffice fresh = new SalesOffice(new MemoryStorage());

        assertThat(fresh.as(ANONG).track().board().columns())
                .hasSize(6)
                .allSatisfy(column -> assertThat(column.deals()).isZero());
    }

    @Test
    void a_board_shows_only_what_its_caller_sees() {
        open("mine", "USD 10.00");

        assertThat(office.under(AccessPolicy.ownRecords(), BOON).track().board().columns())
                .allSatisfy(column -> assertThat(column.deals()).isZero());
        assertThat(office.under(AccessPolicy.ownRecords(), ANONG)
                        .track()
                        .board()
                        .columns()
                        .get(0)
                        .deals())
                .isEqualTo(1);
        assertThatThrownBy(() -> session.track().board(new PipelineId(new UUID(7, 7))))
                .isInstanceOf(NotFoundException.class);
    }
}
