package io.github.crmkit.track;

import static io.github.crmkit.track.SalesOffice.ANONG;
import static io.github.crmkit.track.SalesOffice.BOON;
import static io.github.crmkit.track.SalesOffice.OPENING;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.CrmSession;
import io.github.crmkit.access.AccessPolicy;
import io.github.crmkit.money.MoneyBag;
import io.github.crmkit.opportunity.EditOpportunity;
import io.github.crmkit.opportunity.NewOpportunity;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.opportunity.OpportunityFields;
import io.github.crmkit.opportunity.Standing;
import io.github.crmkit.pipeline.Outcome;
import io.github.crmkit.pipeline.StageId;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.time.DateRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class TrackServiceTest {

    private static final Money HUNDRED = Money.parse("THB 100.00");

    private final SalesOffice office = SalesOffice.open();
    private final CrmSession anong = office.as(ANONG);
    private final CrmSession boon = office.as(BOON);

    private Opportunity open(CrmSession session, String name, Money amount) {
        return session.opportunities().open(NewOpportunity.of(name).amount(amount));
    }

    @Test
    void the_cube_of_now_counts_by_stage_owner_and_month() {
        Opportunity dated = anong.opportunities()
                .open(NewOpportunity.of("a").amount(HUNDRED).closingOn(LocalDate.of(2026, 4, 30)));
        open(boon, "b", Money.parse("USD 10.01"));
        anong.opportunities().open(NewOpportunity.of("c"));
        Opportunity won = boon.opportunities().win(open(boon, "d", HUNDRED).id());

        PipelineCube cube = anong.track().now();

        assertThat(cube.total().count()).isEqualTo(4);
        assertThat(cube.total().withoutAmount()).isEqualTo(1);
        assertThat(cube.total().amount()).isEqualTo(MoneyBag.of(Money.parse("THB 200.00"), Money.parse("USD 10.01")));
        assertThat(cube.total().weightedAmount())
                .isEqualTo(MoneyBag.of(Money.parse("THB 10.00"), Money.parse("USD 1.00")));
        Map<StageId, PipelineCube.Cell> stages = cube.byStage();
        assertThat(stages.get(dated.stage()).count()).isEqualTo(3);
        assertThat(stages.get(won.stage()).weightedAmount()).isEqualTo(MoneyBag.empty());
        assertThat(cube.byOwner().get(BOON).count()).isEqualTo(2);
        assertThat(cube.byMonth()).containsOnlyKeys(YearMonth.of(2026, 4));
        assertThat(cube.undated().count()).isEqualTo(3);
        assertThat(cube.of(BOON).byStage().get(won.stage()).amount()).isEqualTo(MoneyBag.of(HUNDRED));
        assertThat(cube.byPipeline()).containsOnlyKeys(dated.position().pipeline());
        assertThat(anong.track().now(OpportunityFields.OUTCOME.equalTo(Outcome.WON)))
                .isEqualTo(cube.matching(key -> key.stage().equals(won.stage())));
        assertThat(cube).isEqualTo(anong.track().asOf(office.now()));
    }

    @Test
    void the_pipeline_of_then_is_as_it_was_then() {
        Opportunity deal = open(anong, "a", HUNDRED);
        PipelineCube before = anong.track().now();
        Instant edited = office.later();
        anong.opportunities().edit(EditOpportunity.of(deal).amount(Money.parse("THB 250.00")));
        PipelineCube after = anong.track().now();
        office.later();
        anong.opportunities().lose(deal.id(), "too dear");

        assertThat(anong.track().asOf(OPENING)).isEqualTo(before);
        assertThat(anong.track().asOf(edited.minusNanos(1000))).isEqualTo(before);
        assertThat(anong.track().asOf(edited)).isEqualTo(after);
        assertThat(anong.track().knownAt(edited)).isEqualTo(after);
        assertThat(anong.track().asOf(OPENING.minusNanos(1000))).isEqualTo(PipelineCube.empty());
        assertThat(anong.track().stateOf(deal.id(), Viewpoint.asOf(edited)).flatMap(Standing.State::value))
                .contains(Money.parse("THB 250.00"));
    }

    @Test
    void a_statement_tells_what_moved_within_the_days() {
        DateRange april = DateRange.ofDays(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 30));
        Opportunity deal = anong.opportunities()
                .open(NewOpportunity.of("a").amount(HUNDRED).closingOn(LocalDate.of(2026, 4, 30)));
        Instant end = office.later();
        anong.opportunities().edit(EditOpportunity.of(deal).closingOn(LocalDate.of(2026, 5, 1)));

        MovementLine line = anong.track()
                .movement(MovementBetween.of(OPENING, end).due(april))
                .total();

        assertThat(line.start().deals()).isEqualTo(1);
        assertThat(line.flow(MovementTerm.PUSHED_OUT)).isEqualTo(new Flow(1, MoneyBag.of(HUNDRED)));
        assertThat(line.end()).isEqualTo(Flow.none());
        assertThat(anong.track().movement(OPENING, end).total().end().deals()).isEqualTo(1);
    }

    @Test
    void who_sees_some_deals_sees_their_whole_past_and_nothing_of_others() {
        Opportunity given = open(anong, "given", HUNDRED);
        open(anong, "kept", Money.parse("THB 7.00"));
        Instant end = office.later();
        anong.opportunities().assign(given.id(), BOON);
        CrmSession guarded = office.under(AccessPolicy.ownRecords(), BOON);

        assertThat(guarded.track().asOf(OPENING).total().amount()).isEqualTo(MoneyBag.of(HUNDRED));
        Movement movement = guarded.track().movement(OPENING, end);
        assertThat(movement.of(ANONG).flow(MovementTerm.TRANSFERRED_OUT).deals())
                .isEqualTo(1);
        assertThat(movement.total().start().amount()).isEqualTo(MoneyBag.of(HUNDRED));
        assertThat(guarded.track().now().total().count()).isEqualTo(1);
    }

    @Test
    void nothing_known_is_nothing_and_no_error() {
        assertThat(anong.track().now()).isEqualTo(PipelineCube.empty());
        assertThat(anong.track().asOf(OPENING)).isEqualTo(PipelineCube.empty());
        assertThat(anong.track()
                        .movement(OPENING, office.pass(Duration.ofDays(1)))
                        .total())
                .isEqualTo(MovementLine.empty());
    }

    @Test
    void a_unit_sees_what_it_wrote_itself() {
        PipelineCube seen = anong.compute(tx -> {
            tx.opportunities().open(NewOpportunity.of("a").amount(HUNDRED));
            assertThat(tx.track().asOf(OPENING)).isEqualTo(tx.track().now());
            return tx.track().now();
        });

        assertThat(seen.total().count()).isEqualTo(1);
    }

    @Test
    void the_paths_of_many_deals_are_read_in_batches_with_and_without_a_filter() {
        List<NewOpportunity> many = new ArrayList<>();
        for (int i = 0; i < 1_203; i++) {
            many.add(NewOpportunity.of("deal " + i).amount(HUNDRED));
        }
        anong.opportunities().openAll(many);
        boon.opportunities().openAll(many.subList(0, 501));

        assertThat(paths(Criteria.all())).hasSize(1_704);
        assertThat(paths(OpportunityFields.OWNER.equalTo(ANONG))).hasSize(1_203).isSubsetOf(paths(Criteria.all()));
        assertThat(paths(Criteria.none())).isEmpty();
        assertThat(office.under(AccessPolicy.ownRecords(), BOON)
                        .track()
                        .asOf(OPENING)
                        .total()
                        .count())
                .isEqualTo(501);
    }

    private List<DealPath> paths(Criteria<Opportunity> visible) {
        return office.inUnit(unit -> {
            List<DealPath> paths = new ArrayList<>();
            DealPaths.each(unit, visible, null, paths::add);
            return paths;
        });
    }
}
