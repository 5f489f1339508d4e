package io.github.crmkit.opportunity;

import static io.github.crmkit.opportunity.SampleOpportunity.BOOKS;
import static io.github.crmkit.opportunity.SampleOpportunity.OPENED_AT;
import static io.github.crmkit.opportunity.SampleOpportunity.OWNER;
import static io.github.crmkit.opportunity.SampleOpportunity.SALES;
import static io.github.crmkit.opportunity.SampleOpportunity.TERMS;
import static io.github.crmkit.opportunity.SampleOpportunity.anOpportunity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.crmkit.deal.Dossier;
import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.kernel.Violation;
import io.github.crmkit.lifecycle.IllegalTransitionException;
import io.github.crmkit.money.Percent;
import io.github.crmkit.pipeline.ForecastCategory;
import io.github.crmkit.pipeline.NewStage;
import io.github.crmkit.pipeline.Outcome;
import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.pipeline.Position;
import io.github.crmkit.pipeline.Probabilities;
import io.github.crmkit.pipeline.Stage;
import io.github.crmkit.pipeline.StageId;
import io.github.crmkit.pipeline.StageOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class OpportunityTest {

    private static final Instant LATER = OPENED_AT.plusSeconds(3600);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 20);
    private static final UserId MALEE = new UserId(new UUID(2, 2));

    @Test
    void entering_a_stage_takes_over_its_probability_category_and_outcome() {
        Change<Opportunity> change =
                anOpportunity().opportunity().move(SALES, stage("Proposal"), new Closure(DAY, null), LATER, TERMS);

        Opportunity moved = change.state();
        assertThat(moved.stage()).isEqualTo(stage("Proposal").id());
        assertThat(moved.category()).isEqualTo(ForecastCategory.BEST_CASE);
        assertThat(moved.outcome()).isEqualTo(Outcome.OPEN);
        assertThat(moved.probability()).isEqualTo(Percent.of(50));
        assertThat(moved.position().enteredAt()).isEqualTo(LATER);
        assertThat(moved.closedOn()).isEmpty();
        assertThat(change.events())
                .containsExactly(new OpportunityEvent.Moved(
                        stage("Qualification").id(), stage("Proposal").id(), null));
    }

    @Test
    void asking_for_the_stage_it_is_in_is_no_change() {
        Opportunity deal = anOpportunity().in("Proposal").judged(90).opportunity();

        assertThat(deal.move(SALES, stage("Proposal"), new Closure(DAY, "because"), LATER, TERMS)
                        .isNone())
                .isTrue();
        assertThat(anOpportunity()
                        .won()
                        .opportunity()
                        .move(SALES, stage("Closed Won"), new Closure(DAY, null), LATER, TERMS)
                        .isNone())
                .isTrue();
    }

    @Test
    void it_moves_back_and_skips_stages_in_one_real_step() {
        Opportunity far = anOpportunity().in("Negotiation").opportunity();

        assertThat(far.move(SALES, stage("Qualification"), new Closure(DAY, null), LATER, TERMS)
                        .events())
                .hasSize(1);
    }

    @Test
    void winning_needs_no_reason_and_losing_does() {
        Opportunity deal = anOpportunity().in("Negotiation").opportunity();

        Change<Opportunity> won = deal.move(SALES, stage("Closed Won"), new Closure(DAY, null), LATER, TERMS);
        assertThat(won.state().outcome()).isEqualTo(Outcome.WON);
        assertThat(won.state().closure()).isEqualTo(new Closure(DAY, null));
        assertThat(won.events())
                .containsExactly(new OpportunityEvent.Won(stage("Negotiation").id(), null));
        assertRefused(
                () -> deal.move(SALES, stage("Closed Lost"), new Closure(DAY, null), LATER, TERMS), "reason-required");
        Change<Opportunity> lost = deal.move(SALES, stage("Closed Lost"), new Closure(DAY, " too dear "), LATER, TERMS);
        assertThat(lost.state().closure()).isEqualTo(new Closure(DAY, "too dear"));
        assertThat(lost.events().get(0).reason()).contains("too dear");
    }

    @Test
    void from_won_to_lost_leads_only_the_way_through_open() {
        Opportunity won = anOpportunity().won().opportunity();

        assertRefused(
                () -> won.move(SALES, stage("Closed Lost"), new Closure(DAY, "because"), LATER, TERMS),
                "no-transition");
        assertRefused(
                () -> won.move(SALES, stage("Proposal"), new Closure(DAY, "because"), LATER, TERMS), "deal-closed");
        assertThat(won.reopen(SALES, "signed by mistake", LATER, TERMS)
                        .state()
                        .move(SALES, stage("Closed Lost"), new Closure(DAY, "because"), LATER, TERMS)
                        .state()
                        .outcome())
                .isEqualTo(Outcome.LOST);
    }

    @Test
    void a_refusal_names_both_stages_and_all_reasons() {
        Pipeline closed = withInactive("Closed Lost");
        Opportunity deal = anOpportunity().opportunity();

        IllegalTransitionException refused = catchThrowableOfType(
                IllegalTransitionException.class,
                () -> deal.move(
                        closed, closed.stage("Closed Lost").orElseThrow(), new Closure(DAY, null), LATER, TERMS));

        assertThat(refused.from()).isEqualTo("Qualification");
        assertThat(refused.to()).isEqualTo("Closed Lost");
        assertThat(refused.reasons()).extracting(Violation::code).containsExactly("reason-required", "stage-inactive");
    }

    @Test
    void a_stage_of_another_pipeline_is_refused() {
        Pipeline other = Pipeline.shipped(SALES.id(), SALES.stamp(), () -> new StageId(UUID.randomUUID()));

        assertRefused(
                () -> anOpportunity().opportunity().move(SALES, other.start(), new Closure(DAY, null), LATER, TERMS),
                "unknown-stage");
    }

    @Test
    void a_stage_that_is_switched_off_lets_out_and_not_in() {
        Pipeline pipeline = withInactive("Proposal");
        Opportunity inside = anOpportunity().in("Proposal").opportunity();

        assertThat(inside.move(pipeline, stage("Negotiation"), new Closure(DAY, null), LATER, TERMS)
                        .isNone())
                .isFalse();
        assertRefused(
                () -> anOpportunity()
                        .opportunity()
                        .move(pipeline, pipeline.stage("Proposal").orElseThrow(), new Closure(DAY, null), LATER, TERMS),
                "stage-inactive");
    }

    @Test
    void reopening_restores_the_last_open_stage_and_drops_the_close() {
        Opportunity lost = anOpportunity().in("Negotiation").lost().opportunity();

        Change<Opportunity> change = lost.reopen(SALES, "budget came back", LATER, TERMS);

        Opportunity open = change.state();
        assertThat(open.stage()).isEqualTo(stage("Negotiation").id());
        assertThat(open.outcome()).isEqualTo(Outcome.OPEN);
        assertThat(open.closure()).isNull();
        assertThat(open.probability()).isEqualTo(Percent.of(75));
        assertThat(open.position().enteredAt()).isEqualTo(LATER);
        assertThat(change.events())
                .containsExactly(new OpportunityEvent.Reopened(
                        stage("Closed Lost").id(),
                        stage("Negotiation").id(),
                        new Closure(DAY, "no budget"),
                        "budget came back"));
    }

    @Test
    void reopening_needs_a_reason_and_what_is_open_stays_as_it_is() {
        Opportunity won = anOpportunity().won().opportunity();

        assertRefused(() -> won.reopen(SALES, null, LATER, TERMS), "reason-required");
        assertViolations(() -> won.reopen(SALES, "  ", LATER, TERMS), "plain-text");
        assertThat(anOpportunity()
                        .opportunity()
                        .reopen(SALES, null, LATER, TERMS)
                        .isNone())
                .isTrue();
    }

    @Test
    void a_deal_that_came_in_closed_reopens_in_the_first_stage() {
        Opportunity imported = imported(stage("Closed Won"), new Closure(DAY, null));

        assertThat(imported.reopen(SALES, "to be checked", LATER, TERMS).state().stage())
                .isEqualTo(SALES.start().id());
    }

    @Test
    void where_the_last_open_stage_is_switched_off_it_reopens_in_the_first_one() {
        Opportunity lost = anOpportunity().in("Proposal").lost().opportunity();

        assertThat(lost.reopen(withInactive("Proposal"), "again", LATER, TERMS)
                        .state()
                        .stage())
                .isEqualTo(SALES.start().id());
    }

    @Test
    void the_judgement_counts_before_the_model_and_the_model_before_the_stage() {
        Opportunity deal = anOpportunity().in("Proposal").opportunity();
        assertThat(deal.probability()).isEqualTo(Percent.of(50));

        Opportunity scored = deal.score(Percent.of("12.5")).state();
        assertThat(scored.probability()).isEqualTo(Percent.of("12.5"));

        Opportunity judged =
                scored.overrideProbability(Percent.of(90), MALEE, LATER).state();
        assertThat(judged.probability()).isEqualTo(Percent.of(90));
        assertThat(judged.probabilities())
                .isEqualTo(new Probabilities(
                        Percent.of(50), Percent.of("12.5"), new Probabilities.Judgement(Percent.of(90), MALEE, LATER)));

        assertThat(judged.overrideProbability(null, MALEE, LATER).state()).isEqualTo(scored);
        assertThat(scored.score(null).state()).isEqualTo(deal);
    }

    @Test
    void a_judgement_is_cleared_by_a_change_of_stage_and_by_nothing_else() {
        Opportunity judged = anOpportunity().judged(90).opportunity();

        Opportunity edited = judged.edit(
                        EditOpportunity.of(judged)
                                .name("Other name")
                                .amount(null)
                                .closingOn(null)
                                .reference("R-1"),
                        BOOKS)
                .state();
        assertThat(edited.probability()).isEqualTo(Percent.of(90));
        assertThat(judged.assign(MALEE).state().probability()).isEqualTo(Percent.of(90));
        assertThat(judged.score(Percent.of(3)).state().probability()).isEqualTo(Percent.of(90));
        Opportunity moved = judged.move(SALES, stage("Needs Analysis"), new Closure(DAY, null), LATER, TERMS)
                .state();
        assertThat(moved.probability()).isEqualTo(Percent.of(25));
        assertThat(moved.probabilities().judgement()).isEmpty();
    }

    @Test
    void a_decided_deal_is_not_predicted_any_more() {
        Opportunity scored = anOpportunity().opportunity().score(Percent.of(40)).state();

        assertThat(scored.move(SALES, stage("Proposal"), new Closure(DAY, null), LATER, TERMS)
                        .state()
                        .probability())
                .isEqualTo(Percent.of(40));
        assertThat(scored.move(SALES, stage("Closed Won"), new Closure(DAY, null), LATER, TERMS)
                        .state()
                        .probability())
                .isEqualTo(Percent.HUNDRED);
    }

    @Test
    void neither_0_nor_100_percent_decides_a_deal() {
        assertThat(anOpportunity().judged(100).opportunity().outcome()).isEqualTo(Outcome.OPEN);
        assertThat(anOpportunity().judged(0).opportunity().outcome()).isEqualTo(Outcome.OPEN);
        assertThat(anOpportunity().judged(0).opportunity().probability()).isEqualTo(Percent.ZERO);
    }

    @Test
    void a_probability_lies_between_0_and_100() {
        Opportunity deal = anOpportunity().opportunity();

        assertViolations(() -> deal.overrideProbability(Percent.of("100.000001"), MALEE, LATER), "probability");
        assertViolations(() -> deal.overrideProbability(Percent.of(-1), MALEE, LATER), "probability");
        assertViolations(() -> deal.score(Percent.of(101)), "probability");
    }

    @Test
    void saying_the_same_judgement_again_is_no_change_whoever_says_it() {
        assertThat(anOpportunity()
                        .judged(90)
                        .opportunity()
                        .overrideProbability(Percent.of(90), MALEE, LATER)
                        .isNone())
                .isTrue();
    }

    @Test
    void a_closed_deal_changes_its_owner_and_nothing_else() {
        Opportunity won = anOpportunity().won().opportunity();

        assertViolations(() -> won.edit(EditOpportunity.of(won).name("Other"), BOOKS), "deal-closed");
        assertViolations(() -> won.edit(EditOpportunity.of(won).amount(null), BOOKS), "deal-closed");
        assertViolations(() -> won.overrideProbability(Percent.of(50), MALEE, LATER), "deal-closed");
        assertViolations(() -> won.score(Percent.of(50)), "deal-closed");
        assertThat(won.edit(EditOpportunity.of(won), BOOKS).isNone()).isTrue();
        assertThat(won.assign(MALEE).state().owner()).isEqualTo(MALEE);
        assertThat(won.assign(OWNER).isNone()).isTrue();
    }

    @Test
    void an_unknown_amount_is_not_zero_and_an_unknown_date_is_not_today() {
        Opportunity deal = anOpportunity().amount(null).closingOn(null).opportunity();

        assertThat(deal.amount()).isEmpty();
        assertThat(deal.closeDate()).isEmpty();
        assertThat(anOpportunity().amount(Money.parse("THB 0.00")).opportunity().amount())
                .contains(Money.parse("THB 0.00"));
    }

    @Test
    void states_that_cannot_be_are_refused() {
        assertViolations(() -> imported(stage("Closed Won"), null), "closure");
        assertViolations(() -> imported(stage("Closed Lost"), new Closure(DAY, null)), "reason-required");
        assertViolations(() -> imported(stage("Proposal"), new Closure(DAY, null)), "closure");
        assertViolations(() -> new Closure(LocalDate.of(999, 1, 1), "x".repeat(501)), "date-range", "plain-text");
    }

    @Test
    void what_it_may_do_next_and_why_not_the_rest() {
        assertThat(options(anOpportunity().in("Proposal").opportunity()))
                .containsExactly(
                        "Qualification []",
                        "Needs Analysis []",
                        "Negotiation []",
                        "Closed Won []",
                        "Closed Lost [reason-required]");
        assertThat(options(anOpportunity().won().opportunity()))
                .containsExactly(
                        "Qualification [deal-closed, reason-required]",
                        "Needs Analysis [deal-closed, reason-required]",
                        "Proposal [deal-closed, reason-required]",
                        "Negotiation [deal-closed, reason-required]",
                        "Closed Lost [no-transition]");
    }

    @Test
    void from_one_lost_stage_to_another_leads_only_the_way_through_open() {
        Pipeline pipeline = withInactive("Proposal");
        Stage givenUp = pipeline.stage("Given up").orElseThrow();
        Opportunity lost = anOpportunity().lost().opportunity();

        assertRefused(() -> lost.move(pipeline, givenUp, new Closure(DAY, "because"), LATER, TERMS), "deal-closed");
        assertThat(lost.reopen(pipeline, "again", LATER, TERMS)
                        .state()
                        .move(pipeline, givenUp, new Closure(DAY, "because"), LATER, TERMS)
                        .state()
                        .stage())
                .isEqualTo(givenUp.id());
    }

    private static List<String> options(Opportunity deal) {
        return deal.options(SALES, TERMS).stream().map(OpportunityTest::word).toList();
    }

    private static String word(StageOption option) {
        return option.stage().name() + " "
                + option.reasons().stream().map(Violation::code).toList();
    }

    private static Opportunity imported(Stage stage, Closure closure) {
        Opportunity deal = anOpportunity().opportunity();
        return new Opportunity(
                deal.id(),
                deal.stamp(),
                deal.name(),
                deal.owner(),
                deal.customer(),
                Position.startingIn(SALES.id(), stage, LATER),
                Probabilities.of(stage),
                deal.expectation(),
                closure,
                Dossier.empty(),
                null,
                null);
    }

    private static Pipeline withInactive(String name) {
        List<Stage> stages = SALES.stages().stream()
                .map(s ->
                        s.name().equals(name) ? Stage.of(s.id(), s.definition().inactive()) : s)
                .toList();
        List<Stage> all = new ArrayList<>(stages);
        all.add(Stage.of(new StageId(new UUID(7, 99)), NewStage.lost("Given up")));
        return new Pipeline(SALES.id(), SALES.stamp(), SALES.name(), null, all, true, true);
    }

    private static Stage stage(String name) {
        return SALES.stage(name).orElseThrow();
    }

    private static void assertRefused(Runnable decision, String... codes) {
        IllegalTransitionException refused = catchThrowableOfType(IllegalTransitionException.class, decision::run);
        assertThat(refused.reasons()).extracting(Violation::code).containsExactly(codes);
    }

    private static void assertViolations(Runnable decision, String... codes) {
        RuleViolationsException refused = catchThrowableOfType(RuleViolationsException.class, decision::run);
        assertThat(refused.violations()).extracting(Violation::code).containsExactly(codes);
    }
}
