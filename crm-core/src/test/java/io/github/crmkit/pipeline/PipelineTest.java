package io.github.crmkit.pipeline;

import static io.github.crmkit.pipeline.ForecastCategory.BEST_CASE;
import static io.github.crmkit.pipeline.ForecastCategory.CLOSED;
import static io.github.crmkit.pipeline.ForecastCategory.COMMIT;
import static io.github.crmkit.pipeline.ForecastCategory.OMITTED;
import static io.github.crmkit.pipeline.ForecastCategory.PIPELINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.kernel.Violation;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.money.Percent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PipelineTest {

    private static final Stamp STAMP = Stamp.first(Instant.parse("2026-03-02T02:00:00Z"), new UserId(new UUID(1, 1)));
    private static final PipelineId ID = new PipelineId(new UUID(6, 1));
    private static final NewStage OPEN = NewStage.open("Talking", Percent.of(10), PIPELINE);
    private static final NewStage WON = NewStage.won("Won");
    private static final NewStage LOST = NewStage.lost("Lost");

    @Test
    void the_shipped_one_has_the_six_stages() {
        int[] last = {0};
        Pipeline shipped = Pipeline.shipped(ID, STAMP, () -> new StageId(new UUID(7, ++last[0])));

        assertThat(shipped.isDefault()).isTrue();
        assertThat(shipped.stages())
                .extracting(Stage::name, s -> s.probability().toString(), Stage::category, Stage::outcome)
                .containsExactly(
                        tuple("Qualification", "10 %", PIPELINE, Outcome.OPEN),
                        tuple("Needs Analysis", "25 %", PIPELINE, Outcome.OPEN),
                        tuple("Proposal", "50 %", BEST_CASE, Outcome.OPEN),
                        tuple("Negotiation", "75 %", COMMIT, Outcome.OPEN),
                        tuple("Closed Won", "100 %", CLOSED, Outcome.WON),
                        tuple("Closed Lost", "0 %", OMITTED, Outcome.LOST));
        assertThat(shipped.start().name()).isEqualTo("Qualification");
        assertThat(shipped.first(Outcome.WON).name()).isEqualTo("Closed Won");
        assertThat(shipped.first(Outcome.LOST).name()).isEqualTo("Closed Lost");
    }

    @Test
    void everything_that_is_wrong_with_a_definition_is_said_at_once() {
        assertRefused(
                List.of(
                        stage("Won", Percent.HUNDRED, OMITTED, Outcome.WON).inactive(),
                        stage(" won ", Percent.of(101), PIPELINE, Outcome.WON),
                        stage("Later", Percent.of(-1), CLOSED, Outcome.OPEN),
                        stage(" ", Percent.ZERO, PIPELINE, Outcome.LOST).inactive()),
                "stages[1].probability stage-probability",
                "stages[1].category stage-category",
                "stages[1].name stage-name-taken",
                "stages[2].probability stage-probability",
                "stages[2].category stage-category",
                "stages[3].name plain-text",
                "stages[3].category stage-category",
                "stages no-lost-stage",
                "stages start-not-open");
    }

    @Test
    void it_needs_a_start_a_way_to_win_and_a_way_to_lose_that_are_active() {
        assertRefused(List.of(), "stages no-open-stage", "stages no-won-stage", "stages no-lost-stage");
        assertRefused(List.of(OPEN, WON), "stages no-lost-stage");
        assertRefused(List.of(OPEN, LOST), "stages no-won-stage");
        assertRefused(List.of(WON, LOST), "stages no-open-stage");
        assertRefused(List.of(OPEN.inactive(), WON, LOST), "stages no-open-stage");
        assertRefused(List.of(OPEN, WON.inactive(), LOST), "stages no-won-stage");
        assertRefused(List.of(OPEN, WON, LOST.inactive()), "stages no-lost-stage");
        assertThat(pipeline(List.of(OPEN, WON, LOST)).stages()).hasSize(3);
    }

    @Test
    void the_first_active_stage_is_where_deals_start() {
        NewStage old = NewStage.open("Old start", Percent.of(5), PIPELINE).inactive();

        assertThat(pipeline(List.of(old, OPEN, WON, LOST)).start().name()).isEqualTo("Talking");
    }

    @Test
    void it_has_fifty_stages_at_most() {
        List<NewStage> many = new ArrayList<>(List.of(OPEN, WON, LOST));
        for (int i = 3; i < 50; i++) {
            many.add(NewStage.open("Stage " + i, Percent.of(20), PIPELINE));
        }
        assertThat(pipeline(many).stages()).hasSize(50);
        many.add(NewStage.open("One more", Percent.of(20), PIPELINE));
        assertRefused(many, "stages too-many-stages");
    }

    @Test
    void a_stage_stands_in_it_once() {
        Stage twice = Stage.of(new StageId(new UUID(7, 1)), OPEN);
        Stage renamed = Stage.of(twice.id(), NewStage.open("Other", twice.probability(), PIPELINE));
        List<Stage> stages = List.of(
                twice,
                renamed,
                Stage.of(new StageId(new UUID(7, 2)), WON),
                Stage.of(new StageId(new UUID(7, 3)), LOST));

        RuleViolationsException refused = catchThrowableOfType(
                RuleViolationsException.class, () -> new Pipeline(ID, STAMP, "Sales", null, stages, false, true));

        assertThat(refused.violations()).extracting(Violation::code).containsExactly("stage-id-taken");
    }

    @Test
    void the_default_is_active() {
        List<Stage> stages = pipeline(List.of(OPEN, WON, LOST)).stages();

        RuleViolationsException refused = catchThrowableOfType(
                RuleViolationsException.class, () -> new Pipeline(ID, STAMP, "Sales", null, stages, true, false));

        assertThat(refused.violations()).extracting(Violation::code).containsExactly("default-inactive");
    }

    @Test
    void zero_and_a_hundred_percent_are_fine_for_open_stages() {
        NewStage sure = NewStage.open("Sure", Percent.HUNDRED, COMMIT);
        NewStage hopeless = NewStage.open("Hopeless", Percent.ZERO, OMITTED);

        assertThat(pipeline(List.of(hopeless, sure, WON, LOST)).stages())
                .extracting(Stage::outcome)
                .startsWith(Outcome.OPEN, Outcome.OPEN);
    }

    @Test
    void stages_are_found_by_id_and_by_name_in_any_case() {
        Pipeline pipeline = pipeline(List.of(OPEN, WON, LOST));
        Stage won = pipeline.stages().get(1);

        assertThat(pipeline.stage(won.id())).contains(won);
        assertThat(pipeline.stage(" wON ")).contains(won);
        assertThat(pipeline.stage("Lose")).isEmpty();
        assertThat(pipeline.stage(new StageId(new UUID(1, 1)))).isEmpty();
        assertThat(pipeline.position(won.id())).isEqualTo(1);
        assertThat(pipeline.position(new StageId(new UUID(1, 1)))).isEqualTo(-1);
        assertThat(StageChoice.start().in(pipeline)).contains(pipeline.start());
        assertThat(StageChoice.named("won").in(pipeline)).contains(won);
        assertThat(StageChoice.of(won.id()).in(pipeline)).contains(won);
        assertThat(StageChoice.first(Outcome.WON).in(pipeline)).contains(won);
        assertThat(StageChoice.named("nowhere").in(pipeline)).isEmpty();
    }

    @Test
    void to_be_the_default_already_is_no_change() {
        Pipeline pipeline = pipeline(List.of(OPEN, WON, LOST));

        assertThat(pipeline.asDefault(false).isNone()).isTrue();
        assertThat(pipeline.asDefault(true).state().isDefault()).isTrue();
        assertThat(pipeline.asDefault(true).events()).containsExactly(new PipelineEvent.BecameDefault());
        assertThat(pipeline.asDefault(true).state().asDefault(false).events())
                .containsExactly(new PipelineEvent.LeftDefault());
    }

    @Test
    void a_definition_with_holes_is_refused_and_not_a_crash() {
        assertThat(inspect(Collections.singletonList(
                        new NewStage(null, null, null, null, true, Map.of(), null, List.of(), Set.of()))))
                .contains("stages[0] not-null");
    }

    @Test
    void the_table_of_outcomes_is_this_one() {
        assertThat(Outcome.LIFECYCLE.toText()).isEqualTo("""
                       OPEN WON LOST
                > OPEN .    x   x
                > WON  x    .   .
                > LOST x    .   .
                """);
    }

    private static NewStage stage(String name, Percent probability, ForecastCategory category, Outcome outcome) {
        return new NewStage(name, probability, category, outcome, true, Map.of(), null, List.of(), Set.of());
    }

    private static Pipeline pipeline(List<NewStage> asked) {
        List<Stage> stages = new ArrayList<>();
        for (NewStage one : asked) {
            stages.add(Stage.of(new StageId(new UUID(7, stages.size() + 1L)), one));
        }
        return new Pipeline(ID, STAMP, "Sales", null, stages, false, true);
    }

    private static void assertRefused(List<NewStage> stages, String... problems) {
        RuleViolationsException refused = catchThrowableOfType(RuleViolationsException.class, () -> pipeline(stages));
        assertThat(words(refused.violations())).containsExactly(problems);
        assertThat(inspect(stages)).containsExactly(problems);
    }

    private static List<String> inspect(List<NewStage> stages) {
        Violations problems = new Violations();
        new DefinePipeline("Sales", null, stages, false).check(problems);
        return words(problems.list());
    }

    private static List<String> words(List<Violation> violations) {
        return violations.stream().map(v -> v.path() + " " + v.code()).toList();
    }
}
