package io.github.crmkit.insight;

import static io.github.crmkit.access.TestOffice.MALEE;
import static io.github.crmkit.access.TestOffice.SOMCHAI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.insight.Finding.Kind;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.money.Percent;
import io.github.crmkit.opportunity.EditOpportunity;
import io.github.crmkit.opportunity.NewOpportunity;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.opportunity.OpportunityFields;
import io.github.crmkit.opportunity.OpportunityId;
import io.github.crmkit.opportunity.OpportunityService;
import io.github.crmkit.pipeline.PipelineService;
import io.github.crmkit.pipeline.PipelineService.RedefinePipeline;
import io.github.crmkit.pipeline.Stage;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.Page;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Findings of deals that went through the real services. */
class HygieneServiceTest {

    private final InsightDoor door = InsightDoor.open();
    private final OpportunityService deals = door.deals();
    private final InsightService insight = door.insight();

    private List<Kind> kinds(OpportunityId deal) {
        return insight.findings(deal).stream().map(Finding::kind).toList();
    }

    private Page<Finding> find(Kind kind, PageRequest request) {
        return insight.findings(kind, Criteria.all(), OpportunityFields.CREATED_AT.asc(), request);
    }

    private List<OpportunityId> all(Kind kind) {
        return find(kind, PageRequest.first(100)).items().stream()
                .map(Finding::deal)
                .toList();
    }

    @Test
    void what_a_model_computes_is_no_activity_and_what_a_person_does_is() {
        Opportunity scored = door.deal();
        Opportunity judged = door.deal();
        door.days(10);
        deals.score(scored.id(), Percent.of(40));
        deals.overrideProbability(judged.id(), Percent.of(40));
        door.days(5);

        assertThat(insight.findings(scored.id())).containsExactly(new Finding(scored.id(), Kind.NO_ACTIVITY, 15L));
        assertThat(insight.findings(judged.id())).isEmpty();
        assertThat(all(Kind.NO_ACTIVITY)).containsExactly(scored.id());
    }

    @Test
    void a_deal_is_stuck_when_its_stage_took_too_long() {
        Opportunity deal = door.deal();
        door.days(9);
        deals.move(deal.id(), "Second");
        door.days(5);
        assertThat(kinds(deal.id())).isEmpty();
        door.days(1);

        assertThat(insight.findings(deal.id())).containsExactly(new Finding(deal.id(), Kind.STUCK, 6L));
        assertThat(all(Kind.STUCK)).containsExactly(deal.id());

        deals.edit(EditOpportunity.of(deals.get(deal.id())).name("More tiles"));
        assertThat(kinds(deal.id())).isEmpty();
        assertThat(all(Kind.STUCK)).isEmpty();
    }

    @Test
    void a_feature_that_knows_of_calls_and_meetings_plugs_in() {
        Opportunity deal = door.deal();
        Opportunity other = door.deal();
        door.days(10);
        Instant called = door.office().now();
        door.days(5);
        LastActivity calls = (unit, asked) -> Map.of(deal.id(), called);

        InsightService informed = insight.withActivity(LastActivity.changes().or(calls));

        assertThat(informed.findings(deal.id())).isEmpty();
        assertThat(informed.findings(other.id())).hasSize(1);
        assertThat(informed.hygiene(Criteria.all()).of(Kind.NO_ACTIVITY)).isEqualTo(1);
        assertThat(informed.withQuietDays(4).hygiene(Criteria.all()).of(Kind.NO_ACTIVITY))
                .isEqualTo(2);
        assertThatThrownBy(() -> insight.withQuietDays(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void findings_are_counted_by_kind() {
        deals.open(NewOpportunity.of("A"));
        deals.open(NewOpportunity.of("B").closingOn(LocalDate.of(2026, 3, 1)));
        door.deal();
        deals.lose(deals.open(NewOpportunity.of("C")).id(), "too dear");

        Hygiene.Summary summary = insight.hygiene(Criteria.all());

        assertThat(summary.deals()).isEqualTo(3);
        assertThat(summary.concerned()).isEqualTo(2);
        assertThat(summary.of(Kind.NO_AMOUNT)).isEqualTo(2);
        assertThat(summary.of(Kind.PAST_CLOSE_DATE)).isEqualTo(1);
        assertThat(summary.of(Kind.NO_NEXT_STEP)).isEqualTo(2);
        assertThat(summary.of(Kind.STUCK)).isZero();
        assertThat(insight.hygiene(OpportunityFields.NAME.equalTo("A")).deals()).isEqualTo(1);
        assertThat(door.hers().hygiene(Criteria.all()).deals()).isZero();
    }

    @Test
    void a_stage_that_was_switched_off_is_found_with_its_deals() {
        Opportunity deal = door.deal();
        deals.move(deal.id(), "Second");
        PipelineService pipelines = new PipelineService(door.office().deskOf(SOMCHAI));
        Stage second = door.pipeline().stage("Second").orElseThrow();
        pipelines.redefine(RedefinePipeline.of(door.pipeline())
                .stage(second.id(), second.definition().inactive()));

        assertThat(kinds(deal.id())).containsExactly(Kind.STAGE_INACTIVE);
        assertThat(all(Kind.STAGE_INACTIVE)).containsExactly(deal.id());
    }

    @Test
    void pages_of_an_exact_kind_are_full() {
        List<NewOpportunity> asked = new ArrayList<>();
        IntStream.range(0, 25)
                .forEach(i ->
                        asked.add(NewOpportunity.of("Deal " + i).amount(i % 5 == 0 ? Money.parse("THB 1.00") : null)));
        deals.openAll(asked);

        Page<Finding> first = find(Kind.NO_AMOUNT, PageRequest.first(15));
        Page<Finding> second =
                find(Kind.NO_AMOUNT, PageRequest.after(first.next().orElseThrow(), 15));

        assertThat(first.items()).hasSize(15);
        assertThat(second.items()).hasSize(5).doesNotContainAnyElementsOf(first.items());
        assertThat(second.next()).isEmpty();
    }

    @Test
    void many_deals_are_looked_at_in_batches() {
        List<NewOpportunity> asked = new ArrayList<>();
        IntStream.range(0, 1_100).forEach(i -> asked.add(NewOpportunity.of("Deal " + i)));
        deals.openAll(asked);
        door.days(15);

        assertThat(insight.hygiene(Criteria.all()).of(Kind.NO_ACTIVITY)).isEqualTo(1_100);
        assertThat(find(Kind.NO_ACTIVITY, PageRequest.first(1_000)).items()).hasSize(1_000);
    }

    @Test
    void nobody_hears_of_deals_that_they_do_not_see() {
        Opportunity his = door.deal();
        Opportunity hers = door.deal(MALEE);
        door.days(20);

        assertThatThrownBy(() -> door.hers().findings(his.id())).isInstanceOf(NotFoundException.class);
        assertThat(door.hers()
                        .findings(Kind.NO_ACTIVITY, Criteria.all(), Sort.byId(), PageRequest.first(9))
                        .items())
                .extracting(Finding::deal)
                .containsExactly(hers.id());
    }
}
