package io.github.crmkit.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChangeTest {

    private record Happened(String code) implements Event {}

    private static final Event A = new Happened("a");
    private static final Event B = new Happened("b");

    @Test
    void a_new_state_has_no_state_before_it() {
        assertThat(Change.created("x", A)).isEqualTo(new Change<>(null, "x", List.of(A)));
        assertThat(Change.created("x").isNone()).isFalse();
    }

    @Test
    void nothing_to_save_means_the_same_state_and_no_event() {
        String state = "x";

        assertThat(Change.none(state).isNone()).isTrue();
        assertThat(Change.of(state, state, A).isNone()).isFalse();
        assertThat(Change.of(state, "y").isNone()).isFalse();
    }

    @Test
    void decisions_that_follow_each_other_are_one_change() {
        Change<String> both = Change.of("x", "y", A).then(y -> Change.of(y, y + "z", B));

        assertThat(both).isEqualTo(Change.of("x", "yz", A, B));
        assertThat(Change.created("x", A).then(x -> Change.of(x, "y", B))).isEqualTo(Change.created("y", A, B));
        assertThat(Change.none("x").then(Change::none).isNone()).isTrue();
        assertThat(Change.none("x").then(x -> Change.of(x, "y"))).isEqualTo(Change.of("x", "y"));
    }

    @Test
    void events_cannot_be_added_afterwards() {
        List<Event> events = new ArrayList<>(List.of(A));
        Change<String> change = new Change<>("x", "y", events);
        events.add(B);

        assertThat(change.events()).containsExactly(A);
    }

    @Test
    void an_event_has_no_reason_and_no_relations_unless_it_says_so() {
        assertThat(A.reason()).isEmpty();
        assertThat(A.related()).isEmpty();
    }

    @Test
    void a_stamp_advances_by_one_and_keeps_the_creation() {
        UserId ann = new UserId(new UUID(0, 1));
        UserId ben = new UserId(new UUID(0, 2));
        Instant made = Instant.parse("2026-01-01T00:00:00Z");
        Instant later = made.plusSeconds(1);

        assertThat(Stamp.first(made, ann)).isEqualTo(new Stamp(1, made, ann, made, ann));
        assertThat(Stamp.first(made, ann).next(later, ben)).isEqualTo(new Stamp(2, made, ann, later, ben));
        assertThatIllegalArgumentException().isThrownBy(() -> new Stamp(0, made, ann, made, ann));
    }
}
