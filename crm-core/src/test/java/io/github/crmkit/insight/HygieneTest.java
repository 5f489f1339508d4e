package io.github.crmkit.insight;

import static io.github.crmkit.insight.SampleHistory.BANGKOK;
import static io.github.crmkit.opportunity.SampleOpportunity.BOOKS;
import static io.github.crmkit.opportunity.SampleOpportunity.OPENED_AT;
import static io.github.crmkit.opportunity.SampleOpportunity.SALES;
import static io.github.crmkit.opportunity.SampleOpportunity.anOpportunity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.deal.NextStep;
import io.github.crmkit.insight.Finding.Kind;
import io.github.crmkit.opportunity.Closure;
import io.github.crmkit.opportunity.EditOpportunity;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.opportunity.SampleOpportunity;
import io.github.crmkit.pipeline.NewStage;
import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.pipeline.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class HygieneTest {

    private static final LocalDate OPENED = BANGKOK.dateOf(OPENED_AT);

    /** The shipped pipeline with a first stage that is as given. */
    private static Hygiene on(LocalDate today, UnaryOperator<NewStage> first) {
        List<Stage> stages = SALES.stages().stream()
                .map(stage ->
                        stage.equals(SALES.start()) ? Stage.of(stage.id(), first.apply(stage.definition())) : stage)
                .toList();
        Pipeline changed = new Pipeline(SALES.id(), SALES.stamp(), "Sales", null, stages, true, true);
        return Hygiene.on(today, BANGKOK, 14, List.of(changed));
    }

    private static Hygiene on(LocalDate today) {
        return on(today, UnaryOperator.identity());
    }

    private static SampleOpportunity fresh() {
        return planned(anOpportunity().closingOn(null));
    }

    private static SampleOpportunity planned(SampleOpportunity sample) {
        Opportunity deal = sample.opportunity();
        EditOpportunity edit = EditOpportunity.of(deal).nextStep(NextStep.of("call"));
        return new SampleOpportunity(deal.edit(edit, BOOKS).state());
    }

    private static Instant after(int days) {
        return OPENED_AT.plus(Duration.ofDays(days));
    }

    private static List<Kind> kinds(List<Finding> found) {
        return found.stream().map(Finding::kind).toList();
    }

    @Test
    void a_deal_is_past_its_day_from_the_day_after() {
        Opportunity deal = planned(anOpportunity().closingOn(OPENED)).opportunity();

        assertThat(on(OPENED).inspect(deal, null)).isEmpty();
        List<Finding> found = on(OPENED.plusDays(1)).inspect(deal, null);
        assertThat(found).containsExactly(new Finding(deal.id(), Kind.PAST_CLOSE_DATE, 1L));
        assertThat(found.get(0).code()).isEqualTo("past-close-date");
        assertThat(found.get(0).days()).hasValue(1);
        assertThat(found.get(0).explain()).isEqualTo("should have been decided by now, 1 day");
    }

    @Test
    void a_deal_without_an_amount_says_so_and_zero_is_an_amount() {
        Opportunity without = fresh().amount(null).opportunity();
        Opportunity zero = fresh().amount(Money.parse("THB 0.00")).opportunity();

        assertThat(on(OPENED).inspect(without, null)).containsExactly(new Finding(without.id(), Kind.NO_AMOUNT, null));
        assertThat(on(OPENED).inspect(without, null).get(0).days()).isEmpty();
        assertThat(on(OPENED).inspect(without, null).get(0).explain()).isEqualTo("has no amount");
        assertThat(on(OPENED).inspect(zero, null)).isEmpty();
    }

    @Test
    void a_deal_without_a_next_step_says_so() {
        Opportunity deal = anOpportunity().closingOn(null).opportunity();

        assertThat(on(OPENED).inspect(deal, null)).containsExactly(new Finding(deal.id(), Kind.NO_NEXT_STEP, null));
        assertThat(on(OPENED).inspect(fresh().opportunity(), null)).isEmpty();
    }

    @Test
    void a_deal_is_neglected_after_more_days_than_allowed_since_the_last_activity() {
        Opportunity deal = fresh().opportunity();

        assertThat(on(OPENED.plusDays(14)).inspect(deal, null)).isEmpty();
        assertThat(on(OPENED.plusDays(15)).inspect(deal, null))
                .containsExactly(new Finding(deal.id(), Kind.NO_ACTIVITY, 15L));
        assertThat(on(OPENED.plusDays(15)).inspect(deal, after(1))).isEmpty();
        assertThat(on(OPENED.plusDays(16)).inspect(deal, after(1)))
                .containsExactly(new Finding(deal.id(), Kind.NO_ACTIVITY, 15L));
    }

    @Test
    void a_deal_is_stuck_since_it_entered_its_stage_or_somebody_did_something_and_never_since_creation() {
        Opportunity deal = fresh().opportunity();
        Opportunity moved = deal.move(
                        SALES,
                        SALES.stage("Proposal").orElseThrow(),
                        new Closure(OPENED, null),
                        after(10),
                        SampleOpportunity.TERMS)
                .state();
        Opportunity back = moved.move(
                        SALES, SALES.start(), new Closure(OPENED, null), after(11), SampleOpportunity.TERMS)
                .state();
        LocalDate today = OPENED.plusDays(13);
        UnaryOperator<NewStage> rotting = stage -> stage.rottingAfter(3);

        assertThat(on(today, rotting).inspect(deal, null)).containsExactly(new Finding(deal.id(), Kind.STUCK, 13L));
        assertThat(on(today, rotting).inspect(deal, after(9))).containsExactly(new Finding(deal.id(), Kind.STUCK, 4L));
        assertThat(on(today, rotting).inspect(deal, after(10))).isEmpty();
        assertThat(on(today, rotting).inspect(back, null)).isEmpty();
        assertThat(on(today, rotting).inspect(moved, null)).isEmpty();
        assertThat(on(today).inspect(deal, null)).isEmpty();
    }

    @Test
    void a_deal_in_a_stage_that_is_switched_off_is_found() {
        Opportunity deal = fresh().opportunity();

        assertThat(on(OPENED, NewStage::inactive).inspect(deal, null))
                .containsExactly(new Finding(deal.id(), Kind.STAGE_INACTIVE, null));
    }

    @Test
    void everything_that_is_amiss_is_told_and_nothing_of_a_closed_deal() {
        Opportunity bad = anOpportunity().amount(null).closingOn(OPENED).opportunity();
        Hygiene strict = on(OPENED.plusDays(30), stage -> stage.rottingAfter(1).inactive());

        assertThat(kinds(strict.inspect(bad, null))).containsExactly(Kind.values());
        assertThat(strict.inspect(anOpportunity().lost().opportunity(), null)).isEmpty();
        assertThat(strict.inspect(anOpportunity().won().opportunity(), null)).isEmpty();
    }

    @Test
    void candidates_hold_every_deal_with_a_finding_and_no_other_where_they_are_exact() {
        Hygiene hygiene =
                on(OPENED.plusDays(20), stage -> stage.rottingAfter(16).inactive());
        List<Opportunity> deals = List.of(
                fresh().opportunity(),
                fresh().amount(null).opportunity(),
                fresh().in("Proposal").opportunity(),
                anOpportunity().closingOn(OPENED).opportunity(),
                anOpportunity().closingOn(OPENED.plusDays(20)).opportunity(),
                anOpportunity().won().opportunity());

        for (Opportunity deal : deals) {
            for (Kind kind : Kind.values()) {
                assertThat(hygiene.candidates(kind).matches(deal))
                        .as(kind.code())
                        .isEqualTo(kinds(hygiene.inspect(deal, null)).contains(kind));
                boolean found = kinds(hygiene.inspect(deal, after(19))).contains(kind);
                assertThat(found)
                        .as(kind.code())
                        .isEqualTo(Hygiene.isExact(kind)
                                && hygiene.candidates(kind).matches(deal));
            }
        }
    }

    @Test
    void without_a_stage_that_rots_or_is_switched_off_there_are_no_candidates() {
        Opportunity deal = fresh().opportunity();

        assertThat(on(OPENED.plusDays(99)).candidates(Kind.STUCK).matches(deal)).isFalse();
        assertThat(on(OPENED.plusDays(99)).candidates(Kind.STAGE_INACTIVE).matches(deal))
                .isFalse();
        assertThatThrownBy(() -> Hygiene.on(OPENED, BANGKOK, 0, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
