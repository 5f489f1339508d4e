package io.github.crmkit.pipeline;

import static io.github.crmkit.access.TestOffice.MALEE;
import static io.github.crmkit.access.TestOffice.OTHER_TENANT;
import static io.github.crmkit.access.TestOffice.SOMCHAI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.crmkit.access.AccessDeniedException;
import io.github.crmkit.access.Action;
import io.github.crmkit.access.Denying;
import io.github.crmkit.access.TestOffice;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.money.Percent;
import io.github.crmkit.pipeline.PipelineService.RedefinePipeline;
import io.github.crmkit.pipeline.PipelineService.RedefinePipeline.StageEdit;
import io.github.crmkit.storage.DuplicateKeyException;
import io.github.crmkit.storage.FieldChange;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.storage.StaleVersionException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PipelineRedefinitionTest {

    private static final NewStage BID = NewStage.open("Bid", Percent.of(20), ForecastCategory.PIPELINE);
    private static final NewStage TALK = NewStage.open("Talk", Percent.of(40), ForecastCategory.BEST_CASE);

    private final TestOffice office = TestOffice.open();
    private final PipelineService pipelines = new PipelineService(office.deskOf(SOMCHAI));
    private final Pipeline tenders = pipelines.define(DefinePipeline.named("Tenders")
            .reference("T")
            .stage(BID)
            .stage(TALK)
            .stage(NewStage.won("Awarded"))
            .stage(NewStage.lost("Not awarded")));
    private final RedefinePipeline asItIs = RedefinePipeline.of(tenders);

    @Test
    void its_name_and_reference_change_and_history_says_from_what_to_what() {
        Pipeline renamed = pipelines.redefine(asItIs.name("Public tenders").reference(null));

        assertThat(renamed.name()).isEqualTo("Public tenders");
        assertThat(renamed.reference()).isNull();
        assertThat(renamed.stages()).isEqualTo(tenders.stages());
        assertThat(renamed.stamp().version()).isEqualTo(2);
        assertThat(pipelines.get(tenders.id())).isEqualTo(renamed);
        HistoryEntry last = news().get(0);
        assertThat(last.code()).isEqualTo("pipeline.edited");
        assertThat(last.changes())
                .containsExactly(
                        new FieldChange("name", "Tenders", "Public tenders"), new FieldChange("reference", "T", null));
    }

    @Test
    void a_stage_keeps_its_identity_whatever_else_is_edited() {
        NewStage edited = BID.name("Offer")
                .probability(Percent.of(25))
                .category(ForecastCategory.COMMIT)
                .label("th", "ข้อเสนอ")
                .rottingAfter(30)
                .asking("budget", "Is there a budget?");

        Pipeline changed = pipelines.redefine(asItIs.stage(idOf("Bid"), edited));

        assertThat(changed.stages().get(0)).isEqualTo(Stage.of(idOf("Bid"), edited));
        assertThat(changed.stages().subList(1, 4)).isEqualTo(tenders.stages().subList(1, 4));
        assertThat(newsOfStages()).containsExactly("pipeline.stage-edited Offer");
    }

    @Test
    void labels_and_questions_are_taken_away_again() {
        NewStage rich = BID.label("th", "ข้อเสนอ").rottingAfter(30).asking("budget", "Is there a budget?");
        Pipeline changed = pipelines.redefine(asItIs.stage(idOf("Bid"), rich));

        Pipeline plain = pipelines.redefine(RedefinePipeline.of(changed)
                .stage(idOf("Bid"), rich.labels(Map.of()).rottingAfter(null).questions(List.of())));

        assertThat(plain.stages()).isEqualTo(tenders.stages());
    }

    @Test
    void stages_are_switched_off_and_on() {
        Pipeline off = pipelines.redefine(asItIs.stage(idOf("Bid"), BID.inactive()));

        assertThat(off.start().name()).isEqualTo("Talk");
        assertThat(newsOfStages()).containsExactly("pipeline.stage-switched-off Bid");

        Pipeline on = pipelines.redefine(RedefinePipeline.of(off)
                .stage(idOf("Bid"), off.stages().get(0).definition().reactivated()));

        assertThat(on.stages()).isEqualTo(tenders.stages());
        assertThat(newsOfStages()).containsExactly("pipeline.stage-switched-off Bid", "pipeline.stage-switched-on Bid");
    }

    @Test
    void stages_change_their_order() {
        List<StageEdit> order = new ArrayList<>(asItIs.stages());
        Collections.swap(order, 0, 1);

        Pipeline changed = pipelines.redefine(asItIs.stages(order));

        assertThat(changed.stages()).extracting(Stage::name).containsExactly("Talk", "Bid", "Awarded", "Not awarded");
        assertThat(changed.stages()).containsExactlyInAnyOrderElementsOf(tenders.stages());
        assertThat(newsOfStages()).containsExactly("pipeline.stages-reordered ");
    }

    @Test
    void a_new_stage_gets_an_identity_and_does_not_count_as_another_order() {
        Pipeline changed = pipelines.redefine(
                asItIs.insert(1, NewStage.open("Clarify", Percent.of(30), ForecastCategory.PIPELINE)));

        assertThat(changed.stages())
                .extracting(Stage::name)
                .containsExactly("Bid", "Clarify", "Talk", "Awarded", "Not awarded");
        assertThat(tenders.position(changed.stages().get(1).id())).isEqualTo(-1);
        assertThat(newsOfStages()).containsExactly("pipeline.stage-added Clarify");
    }

    @Test
    void history_tells_everything_that_one_redefinition_did() {
        List<StageEdit> order = new ArrayList<>(asItIs.stages());
        Collections.swap(order, 2, 3);

        pipelines.redefine(asItIs.name("Offers")
                .stages(order)
                .stage(idOf("Bid"), BID.rottingAfter(14).inactive())
                .insert(4, NewStage.lost("Withdrawn")));

        assertThat(newsOfStages())
                .containsExactlyInAnyOrder(
                        "pipeline.edited ",
                        "pipeline.stage-edited Bid",
                        "pipeline.stage-switched-off Bid",
                        "pipeline.stage-added Withdrawn",
                        "pipeline.stages-reordered ");
        assertThat(news()).extracting(HistoryEntry::version).containsOnly(2L);
    }

    @Test
    void a_definition_that_changes_nothing_writes_nothing() {
        assertThat(pipelines.redefine(asItIs)).isEqualTo(tenders);
        assertThat(pipelines.redefine(asItIs.stage(idOf("Bid"), BID.probability(Percent.of("20.000")))))
                .isEqualTo(tenders);
        assertThat(pipelines.get(tenders.id()).stamp()).isEqualTo(tenders.stamp());
        assertThat(news()).isEmpty();
    }

    @Test
    void a_stage_is_not_left_out_and_not_even_where_nothing_stands_in_it() {
        assertRefused(asItIs.stages(asItIs.stages().subList(1, 4)), "stages stage-missing");
    }

    @Test
    void a_stage_keeps_its_outcome() {
        StageId talk = idOf("Talk");

        assertRefused(asItIs.stage(talk, NewStage.won("Talk")), "stages[1].outcome stage-outcome");
        assertRefused(
                asItIs.stage(idOf("Not awarded"), NewStage.won("Not awarded")).insert(4, NewStage.lost("Lost")),
                "stages[3].outcome stage-outcome");
    }

    @Test
    void a_stage_of_another_pipeline_is_refused() {
        Stage foreign = pipelines.installDefault().start();

        assertRefused(asItIs.stage(foreign.id(), foreign.definition()), "stages[4].id stage-unknown");
        assertRefused(asItIs.stage(new StageId(new UUID(9, 9)), BID.name("Other")), "stages[4].id stage-unknown");
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        List<StageEdit> wrong = List.of(
                new StageEdit(idOf("Bid"), NewStage.lost("Bid")),
                new StageEdit(idOf("Talk"), TALK.rottingAfter(0).label("TH", "x")),
                new StageEdit(idOf("Talk"), TALK),
                new StageEdit(new StageId(new UUID(9, 9)), BID.name("")),
                new StageEdit(null, NewStage.won("Awarded").inactive()));

        assertRefused(
                asItIs.name(" ").reference("x".repeat(101)).stages(wrong),
                "name plain-text",
                "reference plain-text",
                "stages[1].rottingDays stage-rotting",
                "stages[1].labels language-tag",
                "stages[2].name stage-name-taken",
                "stages[3].name plain-text",
                "stages no-won-stage",
                "stages start-not-open",
                "stages stage-id-taken",
                "stages[0].outcome stage-outcome",
                "stages[3].id stage-unknown",
                "stages stage-missing");
    }

    @Test
    void the_rules_of_a_definition_hold_afterwards() {
        assertRefused(asItIs.stage(idOf("Awarded"), NewStage.won("Awarded").inactive()), "stages no-won-stage");
        assertRefused(
                asItIs.stage(idOf("Bid"), BID.inactive()).stage(idOf("Talk"), TALK.inactive()), "stages no-open-stage");
        assertRefused(asItIs.stage(idOf("Talk"), TALK.name(" bID ")), "stages[1].name stage-name-taken");
        List<StageEdit> wonFirst = new ArrayList<>(asItIs.stages());
        Collections.rotate(wonFirst, 2);
        assertRefused(asItIs.stages(wonFirst), "stages start-not-open");
    }

    @Test
    void a_command_without_a_pipeline_is_refused_and_not_a_crash() {
        RedefinePipeline nowhere = new RedefinePipeline(null, 1, null, null, List.of());

        RuleViolationsException refused =
                catchThrowableOfType(RuleViolationsException.class, () -> pipelines.redefine(nowhere));

        assertThat(refused.violations()).extracting(v -> v.path()).contains("id", "name");
    }

    @Test
    void the_decision_refuses_by_itself_what_does_not_keep_the_stages() {
        RedefinePipeline wrong = asItIs.stages(asItIs.stages().subList(0, 3)).insert(3, NewStage.lost("Lost"));

        RuleViolationsException refused = catchThrowableOfType(
                RuleViolationsException.class, () -> tenders.redefine(wrong, () -> new StageId(new UUID(9, 9))));

        assertThat(refused.violations()).extracting(v -> v.code()).containsExactly("stage-missing");
    }

    @Test
    void who_saw_an_older_version_is_told_and_overwrites_nothing() {
        Pipeline faster = new PipelineService(office.deskOf(MALEE)).redefine(asItIs.name("Faster"));

        StaleVersionException stale =
                catchThrowableOfType(StaleVersionException.class, () -> pipelines.redefine(asItIs.name("Slower")));

        assertThat(stale.current()).contains(faster);
        assertThat(pipelines.get(tenders.id())).isEqualTo(faster);
    }

    @Test
    void names_and_references_stay_unique() {
        Pipeline shipped = pipelines.installDefault();

        assertThatThrownBy(() -> pipelines.redefine(asItIs.name(shipped.name())))
                .isInstanceOfSatisfying(
                        DuplicateKeyException.class, e -> assertThat(e.key()).isEqualTo("name"));
        assertThatThrownBy(() -> pipelines.redefine(RedefinePipeline.of(shipped).reference("T")))
                .isInstanceOfSatisfying(
                        DuplicateKeyException.class, e -> assertThat(e.key()).isEqualTo("reference"));
        assertThat(pipelines.get(tenders.id())).isEqualTo(tenders);
    }

    @Test
    void the_default_and_a_retired_one_are_redefined_too() {
        Pipeline shipped = pipelines.installDefault();
        Pipeline renamed = pipelines.redefine(RedefinePipeline.of(shipped).name("Selling"));
        Pipeline retired = pipelines.retire(tenders.id());

        assertThat(pipelines.theDefault()).contains(renamed);
        assertThat(pipelines
                        .redefine(RedefinePipeline.of(retired).name("Old tenders"))
                        .active())
                .isFalse();
    }

    @Test
    void who_may_not_update_is_denied_and_another_tenant_finds_nothing() {
        PipelineService changesNone =
                new PipelineService(office.under(Denying.of(Action.UPDATE)).deskOf(SOMCHAI));
        PipelineService theirs = new PipelineService(office.deskOf(OTHER_TENANT, SOMCHAI));

        AccessDeniedException denied =
                catchThrowableOfType(AccessDeniedException.class, () -> changesNone.redefine(asItIs.name("Mine")));
        assertThat(denied.action()).isEqualTo("update");
        assertThatThrownBy(() -> theirs.redefine(asItIs.name("Mine"))).isInstanceOf(NotFoundException.class);
        assertThat(pipelines.get(tenders.id())).isEqualTo(tenders);
    }

    private StageId idOf(String stage) {
        return tenders.stage(stage).orElseThrow().id();
    }

    private void assertRefused(RedefinePipeline command, String... problems) {
        RuleViolationsException refused =
                catchThrowableOfType(RuleViolationsException.class, () -> pipelines.redefine(command));
        assertThat(refused.violations())
                .extracting(v -> v.path() + " " + v.code())
                .containsExactly(problems);
        assertThat(pipelines.get(tenders.id())).isEqualTo(tenders);
        assertThat(news()).isEmpty();
    }

    /** What history tells since the pipeline was defined. */
    private List<HistoryEntry> news() {
        List<HistoryEntry> entries = pipelines.history(tenders.id());
        return entries.subList(1, entries.size());
    }

    /** The code of each entry and the name of the stage that it points at. */
    private List<String> newsOfStages() {
        Pipeline current = pipelines.get(tenders.id());
        return news().stream()
                .map(entry -> entry.code() + " "
                        + entry.related().stream()
                                .map(ref -> current.stage(new StageId(ref.id())).orElseThrow())
                                .map(Stage::name)
                                .findFirst()
                                .orElse(""))
                .toList();
    }
}
