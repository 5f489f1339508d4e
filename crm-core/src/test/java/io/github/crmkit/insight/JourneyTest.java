package io.github.crmkit.insight;

import static io.github.crmkit.insight.SampleHistory.BANGKOK;
import static io.github.crmkit.insight.SampleHistory.FIRST_DAY;
import static io.github.crmkit.insight.SampleHistory.aDeal;
import static io.github.crmkit.insight.SampleHistory.day;
import static io.github.crmkit.insight.SampleHistory.stage;
import static io.github.crmkit.opportunity.SampleOpportunity.SALES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.opportunity.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class JourneyTest {

    private static List<String> stages(Journey journey) {
        return journey.visits().stream()
                .map(visit -> SALES.stage(visit.stage()).orElseThrow().name() + " " + journey.days(visit))
                .toList();
    }

    @Test
    void a_visit_runs_from_one_transition_to_the_next_and_the_last_one_goes_on() {
        Journey journey = aDeal().in("Qualification", 0)
                .in("Needs Analysis", 3)
                .in("Proposal", 10)
                .journey(15);

        assertThat(stages(journey)).containsExactly("Qualification 3", "Needs Analysis 7", "Proposal 5");
        assertThat(journey.visits().get(0).leftAt()).contains(day(3));
        assertThat(journey.present().leftAt()).isEmpty();
        assertThat(journey.isOpen()).isTrue();
        assertThat(journey.openedOn()).isEqualTo(FIRST_DAY);
        assertThat(journey.decided()).isEmpty();
        assertThat(journey.cycleDays()).isEmpty();
    }

    @Test
    void an_edit_splits_no_visit() {
        Journey journey = aDeal().in("Qualification", 0)
                .amount("THB 5.00")
                .in("Qualification", 4)
                .in("Proposal", 6)
                .journey(6);

        assertThat(stages(journey)).containsExactly("Qualification 6", "Proposal 0");
        assertThat(journey.state().amount()).isEqualTo(Money.parse("THB 5.00"));
    }

    @Test
    void a_skip_invents_no_visit_and_coming_back_is_another_one() {
        Journey journey = aDeal().in("Qualification", 0)
                .in("Negotiation", 2)
                .in("Qualification", 5)
                .journey(9);

        assertThat(stages(journey)).containsExactly("Qualification 2", "Negotiation 3", "Qualification 4");
        assertThat(journey.daysIn(stage("Qualification").id())).isEqualTo(6);
        assertThat(journey.daysIn(stage("Proposal").id())).isZero();
    }

    @Test
    void reopening_starts_a_new_visit_and_a_closed_stage_ends_the_clock() {
        Journey journey = aDeal().in("Proposal", 0)
                .in("Closed Lost", 4)
                .in("Proposal", 10)
                .in("Closed Won", 12)
                .journey(50);

        assertThat(stages(journey)).containsExactly("Proposal 4", "Closed Lost 6", "Proposal 2", "Closed Won 38");
        assertThat(journey.daysIn(stage("Proposal").id())).isEqualTo(6);
        assertThat(journey.daysIn(stage("Closed Won").id())).isZero();
        assertThat(journey.isWon()).isTrue();
        assertThat(journey.decided()).contains(FIRST_DAY.plusDays(12));
        assertThat(journey.cycleDays()).hasValue(12);
    }

    @Test
    void nothing_later_than_the_moment_is_in_it() {
        SampleHistory won = aDeal().in("Qualification", 0).in("Closed Won", 9);

        assertThat(won.journey(8).isOpen()).isTrue();
        assertThat(won.journey(9).isWon()).isTrue();
        assertThat(Journey.of(won.rows(), day(0).minusNanos(1000), BANGKOK)).isEmpty();
    }

    @Test
    void a_removed_deal_has_no_journey_from_then_on() {
        SampleHistory gone = aDeal().in("Qualification", 0).removed(5);

        assertThat(gone.journey(4).isOpen()).isTrue();
        assertThat(Journey.of(gone.rows(), day(5), BANGKOK)).isEmpty();
    }

    @Test
    void a_late_row_splits_the_visit_that_it_falls_into() {
        SampleHistory late =
                aDeal().in("Qualification", 0).in("Needs Analysis", 4, 30).in("Proposal", 10);

        assertThat(stages(late.journey())).containsExactly("Qualification 4", "Needs Analysis 6", "Proposal 90");
    }

    @Test
    void of_two_rows_of_one_moment_the_later_recorded_one_corrects_the_other() {
        SampleHistory corrected = aDeal().in("Qualification", 0).in("Proposal", 0, 7);

        assertThat(stages(corrected.journey(9))).containsExactly("Proposal 9");
    }

    @Test
    void rows_of_one_moment_that_were_written_down_together_are_a_way_that_took_no_time() {
        SampleHistory quick =
                aDeal().in("Qualification", 0, 30).in("Proposal", 0, 30).in("Closed Won", 0, 30);

        assertThat(stages(quick.journey(30))).containsExactly("Qualification 0", "Proposal 0", "Closed Won 30");
        assertThat(quick.journey(30).cycleDays()).hasValue(0);
    }

    @Test
    void days_are_calendar_days_in_the_zone_of_the_organisation() {
        Instant lateEvening = Instant.parse("2026-01-05T16:59:59Z");
        Instant nextMorning = Instant.parse("2026-01-05T17:00:00Z");
        Journey journey = aDeal().at("Qualification", lateEvening, lateEvening)
                .at("Proposal", nextMorning, nextMorning)
                .journey();

        assertThat(journey.openedOn()).isEqualTo(FIRST_DAY);
        assertThat(journey.days(journey.visits().get(0))).isEqualTo(1);
    }

    @Test
    void the_cycle_of_a_deal_that_came_in_decided_is_not_known() {
        assertThat(aDeal().in("Closed Won", 3).journey().cycleDays()).isEmpty();
    }

    @Test
    void a_day_of_decision_that_was_said_goes_before_the_day_it_was_written_down() {
        Journey journey = aDeal().in("Qualification", 5).in("Closed Won", 20).journey();

        assertThat(journey.decidedOn(FIRST_DAY.plusDays(15)).cycleDays()).hasValue(10);
        assertThat(journey.decidedOn(FIRST_DAY.plusDays(2)).cycleDays()).isEmpty();
    }

    @Test
    void a_journey_that_contradicts_itself_is_refused() {
        Journey open = aDeal().in("Qualification", 0).journey();
        Standing.State state = open.state();

        assertThatThrownBy(() -> new Journey(open.deal(), open.until(), BANGKOK, new ArrayList<>(), state, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> open.decidedOn(FIRST_DAY)).isInstanceOf(IllegalArgumentException.class);
    }
}
