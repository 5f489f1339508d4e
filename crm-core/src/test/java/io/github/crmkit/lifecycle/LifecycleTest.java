package io.github.crmkit.lifecycle;

import static io.github.crmkit.lifecycle.LifecycleTest.TicketStatus.CLOSED;
import static io.github.crmkit.lifecycle.LifecycleTest.TicketStatus.OPEN;
import static io.github.crmkit.lifecycle.LifecycleTest.TicketStatus.PENDING;
import static io.github.crmkit.lifecycle.LifecycleTest.TicketStatus.SOLVED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.kernel.Violation;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LifecycleTest {

    enum TicketStatus {
        OPEN,
        PENDING,
        SOLVED,
        CLOSED
    }

    static final Lifecycle<TicketStatus> TICKET = Lifecycle.of(TicketStatus.class)
            .start(OPEN)
            .allow(OPEN, PENDING, SOLVED)
            .allow(PENDING, OPEN)
            .allow(SOLVED, CLOSED, OPEN)
            .terminal(CLOSED)
            .build();

    @Test
    void the_whole_matrix_as_text() {
        assertThat(TICKET.toText()).isEqualTo("""
                                  OPEN PENDING SOLVED CLOSED
                        > OPEN    .    x       x      .
                          PENDING x    .       .      .
                          SOLVED  x    .       .      x
                        * CLOSED  .    .       .      .
                        """);
        assertThat(TICKET).hasToString(TICKET.toText());
    }

    @Test
    void the_whole_table_as_a_diagram() {
        assertThat(TICKET.toMermaid()).isEqualTo("""
                        stateDiagram-v2
                            [*] --> OPEN
                            OPEN --> PENDING
                            OPEN --> SOLVED
                            PENDING --> OPEN
                            SOLVED --> OPEN
                            SOLVED --> CLOSED
                            CLOSED --> [*]
                        """);
    }

    @Test
    void what_is_not_in_the_table_cannot_happen() {
        assertThat(TICKET.permits(OPEN, PENDING)).isTrue();
        assertThat(TICKET.permits(PENDING, SOLVED)).isFalse();
        assertThat(TICKET.next(SOLVED)).containsExactly(OPEN, CLOSED);
        assertThat(TICKET.next(CLOSED)).isEmpty();
        TICKET.require(OPEN, SOLVED);
        assertThatThrownBy(() -> TICKET.require(PENDING, SOLVED))
                .isInstanceOfSatisfying(IllegalTransitionException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("illegal-transition");
                    assertThat(refusal.lifecycle()).isEqualTo("ticket status");
                    assertThat(refusal.from()).isEqualTo("PENDING");
                    assertThat(refusal.to()).isEqualTo("SOLVED");
                    assertThat(refusal.reasons()).extracting(Violation::code).containsExactly("no-transition");
                });
    }

    @Test
    void nothing_leaves_a_terminal_state() {
        assertThat(TICKET.isTerminal(CLOSED)).isTrue();
        assertThatThrownBy(() -> TICKET.require(CLOSED, OPEN)).hasMessageContaining("CLOSED is final");
    }

    @Test
    void the_same_state_is_no_move() {
        assertThat(TICKET.isSame(OPEN, OPEN)).isTrue();
        assertThat(TICKET.permits(OPEN, OPEN)).isFalse();
        assertThatThrownBy(() -> TICKET.require(OPEN, OPEN)).isInstanceOf(IllegalTransitionException.class);
    }

    @Test
    void what_is_handed_out_cannot_be_changed() {
        Set<TicketStatus> next = TICKET.next(OPEN);
        assertThatThrownBy(() -> next.add(CLOSED)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> TICKET.starts().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void a_builder_is_not_changed_by_what_is_built_on_it() {
        Lifecycle.Builder<TicketStatus> base = Lifecycle.of(TicketStatus.class)
                .start(OPEN)
                .allow(OPEN, PENDING)
                .allow(PENDING, SOLVED)
                .allow(SOLVED, CLOSED)
                .terminal(CLOSED);
        base.allow(PENDING, OPEN);
        assertThat(base.build().permits(PENDING, OPEN)).isFalse();
    }

    @Test
    void a_lifecycle_without_an_end_needs_no_terminal_state() {
        Lifecycle<TicketStatus> circle = Lifecycle.of(TicketStatus.class)
                .start(OPEN, PENDING)
                .allow(OPEN, PENDING, SOLVED)
                .allow(PENDING, CLOSED)
                .allow(SOLVED, OPEN)
                .allow(CLOSED, OPEN)
                .build();
        assertThat(circle.starts()).containsExactly(OPEN, PENDING);
        assertThat(circle.terminals()).isEmpty();
    }

    @Test
    void a_table_without_a_start_is_broken() {
        assertBroken(Lifecycle.of(TicketStatus.class).allow(OPEN, PENDING, SOLVED, CLOSED), "no start");
    }

    @Test
    void every_mistake_of_a_table_is_reported_at_once() {
        assertBroken(
                Lifecycle.of(TicketStatus.class)
                        .start(OPEN)
                        .allow(OPEN, OPEN, PENDING)
                        .terminal(SOLVED)
                        .allow(SOLVED, CLOSED),
                "OPEN leads to itself",
                "OPEN never gets to a terminal state",
                "PENDING has no way out but is not terminal",
                "SOLVED cannot be reached",
                "SOLVED is terminal but has a way out",
                "CLOSED cannot be reached",
                "CLOSED has no way out but is not terminal");
    }

    @Test
    void a_circle_that_never_ends_beside_a_terminal_state_is_broken() {
        assertBroken(
                Lifecycle.of(TicketStatus.class)
                        .start(OPEN)
                        .allow(OPEN, PENDING, CLOSED)
                        .allow(PENDING, SOLVED)
                        .allow(SOLVED, PENDING)
                        .terminal(CLOSED),
                "PENDING never gets to a terminal state",
                "SOLVED never gets to a terminal state");
    }

    private static void assertBroken(Lifecycle.Builder<TicketStatus> table, String... mistakes) {
        assertThatThrownBy(table::build)
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .contains(mistakes);
    }
}
