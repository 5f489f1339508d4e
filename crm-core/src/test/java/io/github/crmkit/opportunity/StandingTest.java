package io.github.crmkit.opportunity;

import static io.github.crmkit.access.TestOffice.MALEE;
import static io.github.crmkit.access.TestOffice.OPENING;
import static io.github.crmkit.access.TestOffice.SOMCHAI;
import static io.github.crmkit.opportunity.OpportunityDoor.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.crmkit.access.TestOffice;
import io.github.crmkit.money.Percent;
import io.github.crmkit.pipeline.Outcome;
import io.github.crmkit.pipeline.SilentPipeline;
import io.github.crmkit.query.Criteria;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final Money AMOUNT = Money.parse("THB 100.00");

    private final TestOffice office = TestOffice.open();
    private final OpportunityService deals = at(office.deskOf(SOMCHAI));

    @BeforeEach
    void stages_ask_nothing() {
        SilentPipeline.install(office.deskOf(SOMCHAI));
    }

    private List<Standing> rows() {
        return office.deskOf(SOMCHAI).run(work -> work.traces(Standing.TYPE, Criteria.all(), Standing.inOrder()));
    }

    private Instant later() {
        return office.pass(Duration.ofHours(1)).now();
    }

    @Test
    void every_change_of_what_is_counted_leaves_a_row() {
        Opportunity deal = deals.open(NewOpportunity.of("Tiles"));
        Instant edited = later();
        deal = deals.edit(EditOpportunity.of(deal).amount(AMOUNT).closingOn(LocalDate.of(2026, 4, 1)));
        Instant moved = later();
        deals.move(deal.id(), "Proposal");
        Instant judged = later();
        deals.overrideProbability(deal.id(), Percent.of(60));
        Instant given = later();
        deals.assign(deal.id(), MALEE);
        Instant won = later();
        Opportunity closed = deals.win(deal.id());
        Instant reopened = later();
        Opportunity open = deals.reopen(deal.id(), "not signed");

        assertThat(rows())
                .extracting(Standing::effective, Standing::version)
                .containsExactly(
                        tuple(OPENING, 1L),
                        tuple(edited, 2L),
                        tuple(moved, 3L),
                        tuple(judged, 4L),
                        tuple(given, 5L),
                        tuple(won, 6L),
                        tuple(reopened, 7L));
        assertThat(rows()).allSatisfy(row -> assertThat(row.recorded()).isEqualTo(row.effective()));
        assertThat(rows().get(1).state().amount()).isEqualTo(AMOUNT);
        assertThat(rows().get(3).state().probability()).isEqualTo(Percent.of(60));
        assertThat(rows().get(4).state().owner()).isEqualTo(MALEE);
        assertThat(rows().get(5).state()).isEqualTo(Standing.State.of(closed));
        assertThat(rows().get(5).state().outcome()).isEqualTo(Outcome.WON);
        assertThat(rows().get(6).state()).isEqualTo(Standing.State.of(open));
    }

    @Test
    void what_is_not_counted_leaves_none() {
        Opportunity deal = deals.open(NewOpportunity.of("Tiles"));
        deals.edit(EditOpportunity.of(deal).name("Tiles and grout").reference("D-1"));
        deals.move(deal.id(), deal.stage());

        assertThat(rows()).hasSize(1);
    }

    @Test
    void a_removed_deal_leaves_its_last_state_and_says_that_it_is_gone() {
        Opportunity deal = deals.open(NewOpportunity.of("Tiles").amount(AMOUNT));
        Instant gone = later();
        office.deskOf(MALEE).run(work -> {
            work.delete(Opportunities.TYPE, deal);
            return true;
        });

        assertThat(rows())
                .extracting(Standing::effective, Standing::version, Standing::removed, Standing::by)
                .containsExactly(tuple(OPENING, 1L, false, SOMCHAI), tuple(gone, 2L, true, MALEE));
        assertThat(rows().get(1).state()).isEqualTo(Standing.State.of(deal));
    }

    @Test
    void where_clocks_disagree_the_last_row_is_still_how_the_deal_stands() {
        Opportunity deal = deals.open(NewOpportunity.of("Tiles").amount(AMOUNT));
        Instant ahead = later();
        deals.assign(deal.id(), MALEE);
        office.pass(Duration.ofMinutes(-30));
        deals.overrideProbability(deal.id(), Percent.of(60));
        office.pass(Duration.ofMinutes(10));
        Opportunity moved = deals.move(deal.id(), "Proposal");
        office.pass(Duration.ofMinutes(-5));
        Opportunity won = deals.win(deal.id());

        assertThat(won.stamp().changedAt()).isEqualTo(ahead);
        assertThat(rows())
                .extracting(Standing::effective, Standing::recorded, Standing::version)
                .containsExactly(
                        tuple(OPENING, OPENING, 1L),
                        tuple(ahead, ahead, 2L),
                        tuple(ahead, ahead, 3L),
                        tuple(ahead, ahead, 4L),
                        tuple(ahead, ahead, 5L));
        assertThat(rows().get(3).state()).isEqualTo(Standing.State.of(moved));
        assertThat(rows().get(4).state()).isEqualTo(Standing.State.of(won));
    }

    @Test
    void nothing_is_kept_of_a_unit_that_fails() {
        assertThatThrownBy(() -> office.deskOf(SOMCHAI).run(work -> {
                    OpportunityService within =
                            at(office.deskOf(SOMCHAI).over(work.unit().asStorage()));
                    within.open(NewOpportunity.of("Tiles"));
                    throw new IllegalStateException("power cut");
                }))
                .hasMessage("power cut");

        assertThat(rows()).isEmpty();
    }

    @Test
    void rows_are_not_handed_out_past_the_deals_that_they_tell_of() {
        assertThatThrownBy(() -> office.deskOf(SOMCHAI).run(work -> work.repository(Standing.TYPE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("standing");
    }
}
