package io.github.crmkit.lifecycle;

import static io.github.crmkit.lifecycle.LifecycleTest.TICKET;
import static io.github.crmkit.lifecycle.LifecycleTest.TicketStatus.CLOSED;
import static io.github.crmkit.lifecycle.LifecycleTest.TicketStatus.OPEN;
import static io.github.crmkit.lifecycle.LifecycleTest.TicketStatus.PENDING;
import static io.github.crmkit.lifecycle.LifecycleTest.TicketStatus.SOLVED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.crmkit.kernel.Violation;
import io.github.crmkit.lifecycle.LifecycleTest.TicketStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuardedLifecycleTest {

    record Ticket(TicketStatus status, String reason, boolean paid) {}

    private static final Guard<Ticket> REASON_GIVEN =
            Guard.require(ticket -> !ticket.reason().isBlank(), "reason", "reason-required", "needs a reason");

    private static final Guard<Ticket> PAID = Guard.require(Ticket::paid, "", "unpaid", "must be paid first");

    private static final GuardedLifecycle<TicketStatus, Ticket> GUARDED = TICKET.guarded(Ticket::status)
            .entering(PENDING, REASON_GIVEN)
            .leaving(SOLVED, REASON_GIVEN)
            .between(SOLVED, CLOSED, PAID);

    @Test
    void a_move_that_table_and_guards_permit_happens() {
        GUARDED.require(new Ticket(OPEN, "waits for parts", false), PENDING);
        GUARDED.require(new Ticket(OPEN, "", false), SOLVED);
        assertThat(GUARDED.permits(new Ticket(SOLVED, "broke again", false), OPEN))
                .isTrue();
    }

    @Test
    void a_refusal_carries_every_reason_in_the_order_of_the_guards() {
        assertThatThrownBy(() -> GUARDED.require(new Ticket(SOLVED, "", false), CLOSED))
                .isInstanceOfSatisfying(IllegalTransitionException.class, refusal -> {
                    assertThat(refusal.from()).isEqualTo("SOLVED");
                    assertThat(refusal.reasons())
                            .extracting(Violation::path, Violation::code)
                            .containsExactly(tuple("reason", "reason-required"), tuple("", "unpaid"));
                })
                .hasMessageContaining("must be paid first");
    }

    @Test
    void where_the_table_leads_nowhere_no_guard_is_asked() {
        Guard<Ticket> never = ticket -> {
            throw new AssertionError("asked");
        };
        assertThat(GUARDED.always(never).refusals(new Ticket(PENDING, "", false), CLOSED))
                .extracting(Violation::code)
                .containsExactly("no-transition");
    }

    @Test
    void one_reason_from_two_guards_is_told_once() {
        assertThat(GUARDED.always(REASON_GIVEN).refusals(new Ticket(OPEN, "", false), PENDING))
                .hasSize(1);
    }

    @Test
    void the_options_name_every_other_state_and_why_not() {
        List<Option<TicketStatus>> options = GUARDED.options(new Ticket(SOLVED, "done", false));
        assertThat(options)
                .extracting(Option::target, Option::isAllowed)
                .containsExactly(tuple(OPEN, true), tuple(PENDING, false), tuple(CLOSED, false));
        assertThat(options.get(1).reasons()).extracting(Violation::code).containsExactly("no-transition");
        assertThat(options.get(2).reasons()).extracting(Violation::code).containsExactly("unpaid");
    }

    @Test
    void adding_a_guard_leaves_the_lifecycle_as_it_was() {
        GUARDED.always(PAID);
        assertThat(GUARDED.permits(new Ticket(OPEN, "", false), SOLVED)).isTrue();
        assertThat(GUARDED.lifecycle()).isSameAs(TICKET);
    }

    @Test
    void a_guard_on_a_transition_that_does_not_exist_is_an_error_of_the_program() {
        assertThatThrownBy(() -> GUARDED.between(PENDING, CLOSED, PAID)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_same_state_is_no_move() {
        Ticket open = new Ticket(OPEN, "", false);
        assertThat(GUARDED.isSame(open, OPEN)).isTrue();
        assertThat(GUARDED.isSame(open, SOLVED)).isFalse();
    }
}
