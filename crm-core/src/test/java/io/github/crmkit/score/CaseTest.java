package io.github.crmkit.score;

import static io.github.crmkit.score.Samples.ORDER;
import static io.github.crmkit.score.Samples.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.crmkit.score.Case.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CaseTest {

    @Test
    void a_won_deal_has_reached_every_stage() {
        Case won = Case.of(Segment.ALL, ORDER, List.of(entering("second", 1)), true, day(9));

        assertThat(won.reached())
                .containsExactly(
                        new Snapshot("first", features(1), day(1), false),
                        new Snapshot("second", features(1), day(1), true),
                        new Snapshot("third", features(1), day(1), false));
    }

    @Test
    void a_lost_deal_has_reached_its_stage_and_all_before_it() {
        Case lost = Case.of(Segment.ALL, ORDER, List.of(entering("first", 1), entering("second", 2)), false, day(9));

        assertThat(lost.reached()).containsExactly(entering("first", 1), entering("second", 2));
    }

    @Test
    void a_deal_that_went_back_is_lost_in_the_stage_it_went_back_to() {
        Case lost = Case.of(Segment.ALL, ORDER, List.of(entering("third", 1), entering("second", 2)), false, day(9));

        assertThat(lost.reached())
                .containsExactly(
                        new Snapshot("first", features(1), day(1), false),
                        new Snapshot("second", features(1), day(1), false));
    }

    @Test
    void a_stage_is_told_as_the_deal_first_reached_it_whatever_came_later() {
        Case won = Case.of(
                Segment.ALL,
                ORDER,
                List.of(entering("first", 1), entering("second", 2), entering("first", 3), entering("second", 4)),
                true,
                day(9));

        assertThat(won.reached()).extracting(Snapshot::asOf).containsExactly(day(1), day(2), day(4));
    }

    @Test
    void what_could_be_told_at_a_stage_is_what_was_known_then() {
        Case won = Case.of(Segment.ALL, ORDER, List.of(entering("first", 1), entering("third", 2)), true, day(9));

        assertThat(won.evidence(0)).isEqualTo(new Evidence(Segment.ALL, List.of("first"), features(1), day(1)));
        assertThat(won.evidence(2)).isEqualTo(new Evidence(Segment.ALL, ORDER, features(2), day(2)));
        assertThat(won.evidence(2).stage()).isEqualTo("third");
    }

    @Test
    void what_became_known_with_the_decision_is_refused() {
        List<Snapshot> entered = List.of(entering("first", 1));

        assertThatIllegalArgumentException().isThrownBy(() -> Case.of(Segment.ALL, ORDER, entered, true, day(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> Case.of(Segment.ALL, ORDER, entered, true, day(0)));
    }

    @Test
    void a_deal_without_a_stage_or_in_an_unknown_one_is_refused() {
        Instant end = day(9);
        assertThatIllegalArgumentException().isThrownBy(() -> Case.of(Segment.ALL, ORDER, List.of(), true, end));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Case.of(Segment.ALL, ORDER, List.of(entering("fourth", 1)), true, end));
        assertThatIllegalArgumentException().isThrownBy(() -> new Case(Segment.ALL, List.of(), true, end));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Case(Segment.ALL, List.of(entering("first", 1), entering("first", 2)), true, end));
        assertThatIllegalArgumentException().isThrownBy(() -> new Evidence(Segment.ALL, List.of(), Map.of(), end));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Evidence(Segment.ALL, List.of("first", "first"), Map.of(), end));
    }

    @Test
    void segments_lie_within_each_other() {
        Segment inner = Segment.ALL.within("north").within("anong");

        assertThat(inner.lineage()).containsExactly(inner, Segment.ALL.within("north"), Segment.ALL);
        assertThat(inner.parent()).contains(Segment.ALL.within("north"));
        assertThat(Segment.ALL.parent()).isEmpty();
        assertThat(List.of(inner, Segment.ALL.within("a"), Segment.ALL, Segment.ALL.within("north")).stream()
                        .sorted())
                .containsExactly(Segment.ALL, Segment.ALL.within("a"), Segment.ALL.within("north"), inner);
    }

    private static Snapshot entering(String stage, int day) {
        return Snapshot.entering(stage, features(day), day(day));
    }

    private static Map<String, String> features(int day) {
        return Map.of("known", "on day " + day);
    }
}
