package io.github.crmkit.opportunity;

import static io.github.crmkit.access.TestOffice.MALEE;
import static io.github.crmkit.access.TestOffice.SOMCHAI;
import static io.github.crmkit.opportunity.OpportunityDoor.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.crmkit.access.TestOffice;
import io.github.crmkit.deal.Answer;
import io.github.crmkit.deal.ChecklistItem;
import io.github.crmkit.deal.NextStep;
import io.github.crmkit.kernel.Violation;
import io.github.crmkit.lifecycle.IllegalTransitionException;
import io.github.crmkit.money.Percent;
import io.github.crmkit.pipeline.DefinePipeline;
import io.github.crmkit.pipeline.ExitQuestion;
import io.github.crmkit.pipeline.ForecastCategory;
import io.github.crmkit.pipeline.NewStage;
import io.github.crmkit.pipeline.Outcome;
import io.github.crmkit.pipeline.PipelineService;
import io.github.crmkit.pipeline.Stage;
import io.github.crmkit.pipeline.StageOption;
import io.github.crmkit.storage.HistoryEntry;
import java.util.List;
import java.util.concurrent.Callable;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ExitCriteriaTest {

    private final TestOffice office = TestOffice.open();
    private final PipelineService pipelines = new PipelineService(office.deskOf(SOMCHAI));
    private final OpportunityService deals = at(office.deskOf(SOMCHAI));

    private static List<String> refusals(Callable<?> call) {
        IllegalTransitionException refused = catchThrowableOfType(IllegalTransitionException.class, call::call);
        return refused.reasons().stream().map(v -> v.path() + " " + v.code()).toList();
    }

    private void answerAll(Opportunity deal) {
        for (ChecklistItem item : deals.checklist(deal.id())) {
            deals.answer(deal.id(), item.question().key(), "yes");
        }
    }

    @Test
    void the_shipped_pipeline_lets_nobody_on_with_open_questions_and_names_them_all() {
        Opportunity deal = deals.open(NewOpportunity.of("Tiles"));

        assertThat(refusals(() -> deals.move(deal.id(), "Needs Analysis")))
                .containsExactly(
                        "answers.interest question-open",
                        "answers.business question-open",
                        "answers.problem question-open",
                        "answers.timing question-open",
                        "answers.budget question-open");
        assertThat(refusals(() -> deals.win(deal.id()))).hasSize(5);
        assertThat(deals.get(deal.id())).isEqualTo(deal);

        deals.answer(deal.id(), "budget", "two million baht");
        assertThat(refusals(() -> deals.move(deal.id(), "Proposal"))).hasSize(4);
        answerAll(deal);
        assertThat(deals.move(deal.id(), "Needs Analysis").stage()).isNotEqualTo(deal.stage());
        assertThat(refusals(() -> deals.move(deal.id(), "Proposal")))
                .containsExactly("answers.real-need question-open", "answers.our-fit question-open");
    }

    @Test
    void every_stage_of_the_shipped_pipeline_can_be_left_once_its_questions_are_answered() {
        Opportunity deal = deals.open(NewOpportunity.of("Tiles"));
        for (String next : List.of("Needs Analysis", "Proposal", "Negotiation", "Closed Won")) {
            assertThat(refusals(() -> deals.move(deal.id(), next))).isNotEmpty();
            answerAll(deal);
            deals.move(deal.id(), next);
        }

        assertThat(deals.get(deal.id()).outcome()).isEqualTo(Outcome.WON);
        assertThat(deals.get(deal.id()).dossier().answers()).hasSize(13);
    }

    @Test
    void questions_hold_no_deal_back_that_is_lost_or_returns() {
        Opportunity deal = deals.open(NewOpportunity.of("Tiles").stage("Proposal"));

        assertThat(deals.move(deal.id(), "Qualification").isOpen()).isTrue();
        assertThat(deals.lose(deal.id(), "no budget").outcome()).isEqualTo(Outcome.LOST);
        assertThat(deals.reopen(deal.id(), "budget came back").isOpen()).isTrue();
    }

    @Test
    void a_checklist_says_who_answered_what_and_when() {
        Opportunity deal = deals.open(NewOpportunity.of("Tiles"));
        at(office.deskOf(MALEE)).answer(deal.id(), "budget", "two million baht");

        List<ChecklistItem> checklist = deals.checklist(deal.id());

        assertThat(checklist).hasSize(5).allMatch(item -> item.question().required());
        assertThat(checklist).filteredOn(item -> !item.isOpen()).singleElement().satisfies(item -> {
            Answer answer = item.answered().orElseThrow();
            assertThat(answer.text()).isEqualTo("two million baht");
            assertThat(answer.by()).isEqualTo(MALEE);
            assertThat(answer.at()).isEqualTo(office.now());
            assertThat(answer.stage()).isEqualTo(deal.stage());
        });
        assertThat(deals.history(deal.id())).extracting(HistoryEntry::code).contains("opportunity.answered");
    }

    @Test
    void an_optional_question_is_shown_and_holds_nobody_back() {
        pipelines.define(DefinePipeline.named("Tenders")
                .stage(NewStage.open("Talk", Percent.of(10), ForecastCategory.PIPELINE)
                        .asking(ExitQuestion.of("hobby", "What do they like?").optional()))
                .stage(NewStage.won("Won"))
                .stage(NewStage.lost("Lost"))
                .asDefault());
        Opportunity deal = deals.open(NewOpportunity.of("Tiles"));

        assertThat(deals.checklist(deal.id()))
                .singleElement()
                .satisfies(item -> assertThat(item.isOpen()).isFalse());
        assertThat(deals.win(deal.id()).outcome()).isEqualTo(Outcome.WON);
    }

    @Test
    void a_stage_may_require_facts_to_be_known_and_names_each_that_is_missing() {
        pipelines.define(DefinePipeline.named("Tenders")
                .stage(NewStage.open("Talk", Percent.of(10), ForecastCategory.PIPELINE)
                        .requiring(Stage.Fact.values()))
                .stage(NewStage.won("Won"))
                .stage(NewStage.lost("Lost"))
                .asDefault());
        Opportunity deal = deals.open(NewOpportunity.of("Tiles"));

        assertThat(refusals(() -> deals.win(deal.id())))
                .containsExactly(
                        "account fact-missing",
                        "contact fact-missing",
                        "contactRoles fact-missing",
                        "amount fact-missing",
                        "closeDate fact-missing",
                        "nextStep fact-missing",
                        "lines fact-missing",
                        "competitors fact-missing",
                        "revenue fact-missing");
        deals.edit(EditOpportunity.of(deal)
                .amount(Money.parse("THB 100.00"))
                .closingOn(OpportunityDoor.BANGKOK.dateOf(office.now()))
                .nextStep(new NextStep("call", null)));
        assertThat(refusals(() -> deals.win(deal.id())))
                .hasSize(6)
                .doesNotContain("amount fact-missing", "closeDate fact-missing", "nextStep fact-missing");
    }

    @Test
    void what_a_deal_may_do_next_tells_of_open_questions() {
        Opportunity deal = deals.open(NewOpportunity.of("Tiles"));

        List<StageOption> options = deals.options(deal.id());

        assertThat(options).noneMatch(StageOption::isAllowed);
        assertThat(options.get(0).reasons()).extracting(Violation::code).containsOnly("question-open");
        answerAll(deal);
        assertThat(deals.options(deal.id()))
                .filteredOn(option -> !option.isAllowed())
                .extracting(option -> option.stage().name())
                .containsExactly("Closed Lost");
    }
}
