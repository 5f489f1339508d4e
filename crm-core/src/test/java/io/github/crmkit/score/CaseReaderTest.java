package io.github.crmkit.score;

import static io.github.crmkit.score.DealStory.READER;
import static io.github.crmkit.score.DealStory.begin;
import static io.github.crmkit.score.DealStory.stage;
import static io.github.crmkit.score.Samples.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.github.crmkit.score.Case.Snapshot;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CaseReaderTest {

    private static Case read(DealStory story) {
        return READER.caseOf(story.path()).orElseThrow();
    }

    @Test
    void a_deal_is_read_as_it_stood_each_time_it_entered_a_stage() {
        Case found = read(begin().on(1)
                .in(1)
                .on(3)
                .amount("THB 500")
                .on(4)
                .in(2)
                .on(6)
                .amount("THB 90000")
                .on(9)
                .won());

        assertThat(found.won()).isTrue();
        assertThat(found.decided()).isEqualTo(day(9));
        assertThat(found.reached())
                .extracting(Snapshot::stage, Snapshot::asOf, Snapshot::stood)
                .containsExactly(
                        tuple(stage(1), day(1), true), tuple(stage(2), day(4), true), tuple(stage(3), day(4), false));
        assertThat(found.reached())
                .extracting(snapshot -> snapshot.features().get("size"))
                .containsExactly("none", "THB 3", "THB 3");
    }

    @Test
    void the_closing_state_teaches_nothing() {
        DealStory asItWas = begin().on(1).in(1).on(9).lost();
        DealStory tidiedUp = begin().on(1)
                .in(1)
                .on(9)
                .amount("THB 7")
                .account()
                .lost()
                .on(10)
                .owner(DealStory.BOON);

        assertThat(read(tidiedUp)).isEqualTo(read(asItWas));
    }

    @Test
    void a_lost_deal_is_read_up_to_its_stage() {
        assertThat(read(begin().on(1).in(1).on(2).in(2).on(3).lost()).reached())
                .extracting(Snapshot::stage)
                .containsExactly(stage(1), stage(2));
    }

    @Test
    void what_is_not_decided_or_gone_or_was_never_seen_open_is_no_case() {
        assertThat(READER.caseOf(begin().on(1).in(1).on(2).in(2).path())).isEmpty();
        assertThat(READER.caseOf(begin().on(1).in(1).on(2).won().on(3).in(1).path()))
                .isEmpty();
        assertThat(READER.caseOf(
                        begin().on(1).in(1).on(2).lost().on(3).removed().path()))
                .isEmpty();
        assertThat(READER.caseOf(begin().on(1).lost().path())).isEmpty();
        assertThat(READER.caseOf(begin().on(1).in(1).lost().path())).isEmpty();
    }

    @Test
    void a_deal_that_was_reopened_is_told_by_its_last_decision() {
        Case found = read(
                begin().on(1).in(1).on(2).lost().on(5).in(1).on(6).in(3).on(8).won());

        assertThat(found.won()).isTrue();
        assertThat(found.decided()).isEqualTo(day(8));
        assertThat(found.reached()).extracting(Snapshot::asOf).containsExactly(day(1), day(6), day(6));
    }

    @Test
    void what_a_closed_deal_went_through_later_does_not_move_its_decision() {
        assertThat(read(begin().on(1).in(1).on(4).won().on(6).owner(DealStory.BOON))
                        .decided())
                .isEqualTo(day(4));
    }

    @Test
    void stages_that_the_pipeline_does_not_have_are_passed_over() {
        assertThat(read(begin().on(1).in(7).on(2).in(2).on(3).lost()).reached())
                .extracting(Snapshot::asOf)
                .containsExactly(day(2), day(2));
        assertThat(READER.caseOf(begin().on(1).in(7).on(3).lost().path())).isEmpty();
    }

    @Test
    void the_segment_is_that_of_the_owner_when_it_last_entered_a_stage() {
        Case found = read(begin().on(1)
                .in(1)
                .on(2)
                .owner(DealStory.BOON)
                .on(3)
                .in(2)
                .on(4)
                .owner(DealStory.ANONG)
                .on(5)
                .won());

        assertThat(found.segment())
                .isEqualTo(Segment.ALL
                        .within(DealStory.SALES.value().toString())
                        .within(DealStory.BOON.value().toString()));
    }

    @Test
    void features_tell_a_deal_as_it_stood_then() {
        LocalDate start = LocalDate.of(2026, 1, 1);
        DealStory story = begin().on(0)
                .in(1)
                .on(5)
                .due(start.plusDays(20))
                .on(6)
                .in(2)
                .account()
                .on(10)
                .due(start.plusDays(60))
                .on(15)
                .due(start.plusDays(300))
                .on(40)
                .in(3)
                .on(41)
                .lost();

        assertThat(read(story).reached())
                .extracting(snapshot -> List.of(
                        value(snapshot, "due"),
                        value(snapshot, "slips"),
                        value(snapshot, "age"),
                        value(snapshot, "account")))
                .containsExactly(
                        List.of("none", "0", "30", "none"),
                        List.of("30", "0", "30", "known"),
                        List.of("later", "2+", "90", "known"));
    }

    @Test
    void bands_are_half_open_where_they_should_be() {
        LocalDate today = LocalDate.of(2026, 1, 11);
        assertThat(dueOf(today.minusDays(1))).isEqualTo("overdue");
        assertThat(dueOf(today)).isEqualTo("30");
        assertThat(dueOf(today.plusDays(30))).isEqualTo("30");
        assertThat(dueOf(today.plusDays(31))).isEqualTo("90");
        assertThat(dueOf(today.plusDays(180))).isEqualTo("180");
        assertThat(dueOf(today.plusDays(181))).isEqualTo("later");
        assertThat(sizeOf("THB 0")).isEqualTo("THB 1");
        assertThat(sizeOf("THB 0.99")).isEqualTo("THB 1");
        assertThat(sizeOf("THB 9.99")).isEqualTo("THB 1");
        assertThat(sizeOf("JPY 10")).isEqualTo("JPY 2");
        assertThat(sizeOf("THB 123456.78")).isEqualTo("THB 6");
    }

    @Test
    void a_host_adds_features_and_what_is_not_known_is_left_out() {
        DealFeature weekday =
                new DealFeature("weekday", deal -> deal.day().getDayOfWeek().name());
        DealFeature silent = new DealFeature("silent", deal -> null);
        ScorePlan plan = ScorePlan.of(ScorePlan.Method.LOGISTIC, weekday, silent, DealFeature.OWNER);
        CaseReader reader = new CaseReader(plan, READER.zone(), READER.orders());

        assertThat(reader.caseOf(begin().on(0).in(1).on(2).won().path())
                        .map(found -> found.reached().get(0).features()))
                .contains(Map.of(
                        "weekday", "THURSDAY", "owner", DealStory.ANONG.value().toString()));
        assertThatIllegalArgumentException().isThrownBy(() -> ScorePlan.of(ScorePlan.Method.LOGISTIC, silent, silent));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScorePlan(plan.method(), List.of(), plan.segments(), plan.settings()));
    }

    @Test
    void a_deal_is_never_told_as_of_a_time_before_what_is_told() {
        DealThen.Held held = DealThen.courseOf(begin().on(5).in(1).path()).get(0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DealThen(List.of(held), day(4), LocalDate.of(2026, 1, 5)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DealThen(List.of(), day(4), LocalDate.of(2026, 1, 5)));
    }

    private static String value(Snapshot snapshot, String feature) {
        return Optional.ofNullable(snapshot.features().get(feature)).orElse("?");
    }

    private static String dueOf(LocalDate close) {
        return value(read(begin().on(10).due(close).on(11).won()).reached().get(0), "due");
    }

    private static String sizeOf(String amount) {
        return value(read(begin().on(10).amount(amount).on(11).won()).reached().get(0), "size");
    }
}
