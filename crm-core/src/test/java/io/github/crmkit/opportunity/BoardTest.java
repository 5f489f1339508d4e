package io.github.crmkit.opportunity;

import static io.github.crmkit.access.TestOffice.SOMCHAI;
import static io.github.crmkit.opportunity.OpportunityDoor.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.access.TestOffice;
import io.github.crmkit.money.MoneyBag;
import io.github.crmkit.money.Percent;
import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.pipeline.PipelineService;
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
}
