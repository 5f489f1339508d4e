package io.github.crmkit.lead;

import static io.github.crmkit.lead.SampleLead.aLead;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.kernel.Violation;
import io.github.crmkit.lifecycle.IllegalTransitionException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LeadLifecycleTest {

    @Test
    void the_table_of_statuses_is_this_one() {
        assertThat(LeadStatus.LIFECYCLE.toText()).isEqualTo("""
                                      NEW WORKING NURTURING QUALIFIED UNQUALIFIED
                        > NEW         .   x       x         x         x
                          WORKING     .   .       x         x         x
                          NURTURING   .   x       .         x         x
                          QUALIFIED   .   x       x         .         x
                          UNQUALIFIED .   x       x         .         .
                        """);
    }

    @Test
    void moves_without_a_word_end_like_this() {
        assertThat(outcomes(null)).isEqualTo("""
                        NEW -> NEW: nothing
                        NEW -> WORKING: moved
                        NEW -> NURTURING: moved
                        NEW -> QUALIFIED: moved
                        NEW -> UNQUALIFIED: reason-required
                        WORKING -> NEW: no-transition
                        WORKING -> WORKING: nothing
                        WORKING -> NURTURING: moved
                        WORKING -> QUALIFIED: moved
                        WORKING -> UNQUALIFIED: reason-required
                        NURTURING -> NEW: no-transition
                        NURTURING -> WORKING: moved
                        NURTURING -> NURTURING: nothing
                        NURTURING -> QUALIFIED: moved
                        NURTURING -> UNQUALIFIED: reason-required
                        QUALIFIED -> NEW: no-transition
                        QUALIFIED -> WORKING: moved
                        QUALIFIED -> NURTURING: moved
                        QUALIFIED -> QUALIFIED: nothing
                        QUALIFIED -> UNQUALIFIED: reason-required
                        UNQUALIFIED -> NEW: no-transition
                        UNQUALIFIED -> WORKING: reason-required
                        UNQUALIFIED -> NURTURING: reason-required
                        UNQUALIFIED -> QUALIFIED: no-transition
                        UNQUALIFIED -> UNQUALIFIED: nothing
                        """);
    }

    @Test
    void moves_with_a_reason_end_as_the_table_says() {
        assertThat(outcomes("because")).doesNotContain("reason-required").contains("UNQUALIFIED -> WORKING: moved");
        for (LeadStatus from : LeadStatus.values()) {
            for (LeadStatus to : LeadStatus.values()) {
                boolean moved = outcome(aLead().in(from).lead(), to, "because").equals("moved");
                assertThat(moved).as(from + " to " + to).isEqualTo(LeadStatus.LIFECYCLE.permits(from, to));
            }
        }
    }

    @Test
    void a_converted_lead_moves_nowhere() {
        Lead converted = aLead().converted().lead();

        assertThat(Arrays.stream(LeadStatus.values())
                        .map(to -> to + ": " + outcome(converted, to, "because"))
                        .collect(Collectors.joining("\n", "", "\n")))
                .isEqualTo("""
                        NEW: no-transition
                        WORKING: lead-converted
                        NURTURING: lead-converted
                        QUALIFIED: nothing
                        UNQUALIFIED: lead-converted
                        """);
    }

    private static String outcomes(String reason) {
        StringBuilder text = new StringBuilder();
        for (LeadStatus from : LeadStatus.values()) {
            for (LeadStatus to : LeadStatus.values()) {
                String outcome = outcome(aLead().in(from).lead(), to, reason);
                text.append(from + " -> " + to + ": " + outcome + "\n");
            }
        }
        return text.toString();
    }

    private static String outcome(Lead lead, LeadStatus to, String reason) {
        try {
            return lead.move(to, reason).isNone() ? "nothing" : "moved";
        } catch (IllegalTransitionException refused) {
            return refused.reasons().stream().map(Violation::code).collect(Collectors.joining(" "));
        }
    }
}
