package io.github.crmkit.pipeline;

import static io.github.crmkit.pipeline.ForecastCategory.PIPELINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.money.Percent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StageTest {

    private static final NewStage TALKING = NewStage.open("Talking", Percent.of(10), PIPELINE);
    private static final NewStage WON = NewStage.won("Won");
    private static final NewStage LOST = NewStage.lost("Lost");

    @Test
    void it_is_called_in_the_readers_language_and_by_its_name_where_that_is_missing() {
        Stage talking = stage(TALKING.label("th", "พูดคุย").label("de-CH", "Gspröch"));

        assertThat(talking.label(Locale.forLanguageTag("th"))).isEqualTo("พูดคุย");
        assertThat(talking.label(Locale.forLanguageTag("th-TH"))).isEqualTo("พูดคุย");
        assertThat(talking.label(Locale.forLanguageTag("th-TH-u-nu-thai"))).isEqualTo("พูดคุย");
        assertThat(talking.label(Locale.forLanguageTag("de-CH"))).isEqualTo("Gspröch");
        assertThat(talking.label(Locale.GERMAN)).isEqualTo("Talking");
        assertThat(talking.label(Locale.forLanguageTag("tr-TR"))).isEqualTo("Talking");
        assertThat(talking.label(Locale.ROOT)).isEqualTo("Talking");
        assertThat(stage(TALKING).label(Locale.forLanguageTag("th-TH"))).isEqualTo("Talking");
    }

    @Test
    void the_nearest_label_wins_and_a_script_is_told_from_the_country() {
        Stage talking = stage(TALKING.label("zh", "谈").label("zh-Hant", "談").label("zh-TW", "洽談"));

        assertThat(talking.label(Locale.forLanguageTag("zh-TW"))).isEqualTo("談");
        assertThat(talking.label(Locale.forLanguageTag("zh-CN"))).isEqualTo("谈");
        assertThat(talking.label(Locale.forLanguageTag("zh-HK"))).isEqualTo("談");
    }

    @Test
    void the_order_in_which_labels_were_given_does_not_matter() {
        NewStage one = TALKING.label("th", "พูดคุย").label("de", "Gespräch");
        NewStage other = TALKING.label("de", "Gerede").label("de", "Gespräch").label("th", "พูดคุย");

        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(one.labels().keySet()).containsExactly("de", "th");
        assertThat(stage(other).labels().keySet()).containsExactly("de", "th");
        assertThat(stage(one)).isEqualTo(stage(other));
    }

    @Test
    void required_facts_stand_in_one_order() {
        Stage one = stage(TALKING.requiring(Stage.Fact.AMOUNT, Stage.Fact.ACCOUNT));
        Stage other = stage(TALKING.requiring(Stage.Fact.ACCOUNT, Stage.Fact.AMOUNT));

        assertThat(one.required()).containsExactly(Stage.Fact.ACCOUNT, Stage.Fact.AMOUNT);
        assertThat(one.toString()).isEqualTo(other.toString());
        assertThat(stage(TALKING).required()).isEmpty();
        assertThatThrownBy(() -> one.required().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void a_question_holds_deals_back_unless_it_is_optional() {
        ExitQuestion budget = ExitQuestion.of("budget", "Is there a budget?");

        assertThat(budget.required()).isTrue();
        assertThat(budget.optional().required()).isFalse();
        assertThat(budget.optional().label("th", "งบ").required()).isFalse();
    }

    @Test
    void a_stage_that_is_won_or_lost_has_no_exit_criteria() {
        Violations problems = new Violations();
        PipelineRules.check(
                List.of(TALKING, WON.requiring(Stage.Fact.AMOUNT), LOST.asking("why", "Why was it lost?")), problems);

        assertThat(problems.list())
                .extracting(v -> v.path() + " " + v.code())
                .containsExactly("stages[1] stage-criteria", "stages[2] stage-criteria");
    }

    @Test
    void nobody_changes_it_from_outside() {
        Map<String, String> given = new LinkedHashMap<>(Map.of("th", "พูดคุย"));
        List<ExitQuestion> asked = new ArrayList<>(List.of(ExitQuestion.of("budget", "Is there a budget?")));
        NewStage asking =
                new NewStage("Talking", Percent.of(10), PIPELINE, Outcome.OPEN, true, given, null, asked, Set.of());
        Stage talking = stage(asking);
        given.put("de", "Gespräch");
        asked.clear();

        assertThat(talking.labels()).containsExactly(Map.entry("th", "พูดคุย"));
        assertThat(talking.questions()).hasSize(1);
        assertThatThrownBy(() -> talking.labels().put("de", "x")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> talking.questions().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void the_shortest_and_the_longest_of_everything_is_fine() {
        NewStage full = TALKING.rottingAfter(NewStage.MAX_ROTTING_DAYS)
                .label("sl-rozaj-biske", "x".repeat(NewStage.MAX_NAME))
                .label("es-419", "x")
                .label("zh-Hant-TW", "x")
                .asking("k".repeat(ExitQuestion.MAX_KEY), "x".repeat(ExitQuestion.MAX_TEXT))
                .asking("a1-2", "?");

        assertThat(problemsOf(full)).isEmpty();
        assertThat(problemsOf(TALKING.rottingAfter(1))).isEmpty();
        assertThat(stage(full).rottingAfter()).hasValue(3650);
        assertThat(stage(full.rottingAfter(null)).rottingAfter()).isEmpty();
        assertThat(stage(full).definition()).isEqualTo(full);
    }

    @Test
    void everything_that_is_wrong_with_it_is_said_at_once() {
        NewStage wrong = TALKING.rottingAfter(0)
                .label("TH", "x")
                .label("de", " ")
                .asking("Budget!", "")
                .asking(ExitQuestion.of("need", "What?")
                        .label("th", "x".repeat(ExitQuestion.MAX_TEXT + 1))
                        .label("not a tag", "x"))
                .asking("need", "Again?");

        assertThat(problemsOf(wrong))
                .containsExactly(
                        "stages[0].rottingDays stage-rotting",
                        "stages[0].labels language-tag",
                        "stages[0].labels[de] plain-text",
                        "stages[0].questions[0].key question-key",
                        "stages[0].questions[0].text plain-text",
                        "stages[0].questions[1].labels language-tag",
                        "stages[0].questions[1].labels[th] plain-text",
                        "stages[0].questions[2].key question-key-taken");
    }

    @Test
    void a_label_is_kept_by_a_language_tag_in_canonical_form() {
        for (String tag : List.of(
                "",
                "und",
                "TH",
                "th_TH",
                "th-th",
                "zh-hant",
                "iw",
                "i-klingon",
                "x-own",
                "th-u-nu-thai",
                "th-x-own",
                "englishlanguage",
                "th-",
                "ไทย",
                "th\u0000")) {
            assertThat(problemsOf(TALKING.label(tag, "x"))).as(tag).containsExactly("stages[0].labels language-tag");
        }
        for (String tag : List.of("th", "he", "fil", "zh-Hant", "sr-Latn-RS", "es-419", "ca-ES-valencia")) {
            assertThat(problemsOf(TALKING.label(tag, "x"))).as(tag).isEmpty();
        }
    }

    @Test
    void a_key_is_a_kebab_case_word() {
        for (String key : List.of("", "-", "a-", "-a", "a--b", "1a", "A", "a_b", "a b", "ı", "k".repeat(51))) {
            assertThat(problemsOf(TALKING.asking(key, "x")))
                    .as(key)
                    .containsExactly("stages[0].questions[0].key question-key");
        }
    }

    @Test
    void days_are_counted_for_open_stages_only() {
        assertThat(problemsOf(TALKING.rottingAfter(3651))).containsExactly("stages[0].rottingDays stage-rotting");
        assertThat(problemsOf(TALKING.rottingAfter(-1))).containsExactly("stages[0].rottingDays stage-rotting");
        assertThat(problemsOf(TALKING, WON.rottingAfter(30), LOST.rottingAfter(30)))
                .containsExactly("stages[1].rottingDays stage-rotting", "stages[2].rottingDays stage-rotting");
    }

    @Test
    void it_has_twenty_labels_and_twenty_questions_at_most() {
        NewStage full = TALKING;
        for (char c = 'a'; c < 'a' + 20; c++) {
            full = full.label("a" + c, "x").asking("q-" + c, "x");
        }

        assertThat(problemsOf(full)).isEmpty();
        assertThat(problemsOf(full.label("th", "x").asking("one-more", "x")))
                .containsExactly("stages[0].labels too-many-labels", "stages[0].questions too-many-questions");
    }

    @Test
    void holes_are_refused_and_not_a_crash() {
        assertThat(problemsOf(TALKING.label("th", null).asking(null, null)))
                .containsExactly(
                        "stages[0].labels[th] plain-text",
                        "stages[0].questions[0].key question-key",
                        "stages[0].questions[0].text plain-text");
    }

    @Test
    void a_question_is_put_in_the_readers_language() {
        ExitQuestion budget = ExitQuestion.of("budget", "Is there a budget?").label("th", "มีงบประมาณหรือไม่");

        assertThat(budget.label(Locale.forLanguageTag("th-TH"))).isEqualTo("มีงบประมาณหรือไม่");
        assertThat(budget.label(Locale.FRENCH)).isEqualTo("Is there a budget?");
    }

    @Test
    void the_shipped_open_stages_ask_their_questions() {
        Stamp stamp = Stamp.first(Instant.EPOCH, new UserId(new UUID(1, 1)));
        int[] last = {0};
        Pipeline shipped =
                Pipeline.shipped(new PipelineId(new UUID(6, 1)), stamp, () -> new StageId(new UUID(7, ++last[0])));

        assertThat(shipped.stages().stream()
                        .map(s -> s.name() + ": "
                                + s.questions().stream().map(ExitQuestion::key).toList()))
                .containsExactly(
                        "Qualification: [interest, business, problem, timing, budget]",
                        "Needs Analysis: [real-need, our-fit]",
                        "Proposal: [buying-window, purchase-order, decider, worth]",
                        "Negotiation: [informed-decider, concessions]",
                        "Closed Won: []",
                        "Closed Lost: []");
        assertThat(shipped.stages().stream().flatMap(s -> s.questions().stream()))
                .allSatisfy(q -> assertThat(q.text()).matches("[A-Z].{20,}\\?"));
    }

    private static Stage stage(NewStage as) {
        return Stage.of(new StageId(new UUID(7, 1)), as);
    }

    private static List<String> problemsOf(NewStage open) {
        return problemsOf(open, WON, LOST);
    }

    private static List<String> problemsOf(NewStage... stages) {
        Violations problems = new Violations();
        PipelineRules.check(Arrays.asList(stages), problems);
        return problems.list().stream().map(v -> v.path() + " " + v.code()).toList();
    }
}
