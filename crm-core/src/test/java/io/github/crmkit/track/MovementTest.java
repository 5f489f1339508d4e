package io.github.crmkit.track;

import static io.github.crmkit.track.MovementTerm.CREATED;
import static io.github.crmkit.track.MovementTerm.DECREASED;
import static io.github.crmkit.track.MovementTerm.END;
import static io.github.crmkit.track.MovementTerm.INCREASED;
import static io.github.crmkit.track.MovementTerm.LOST;
import static io.github.crmkit.track.MovementTerm.PULLED_IN;
import static io.github.crmkit.track.MovementTerm.PUSHED_OUT;
import static io.github.crmkit.track.MovementTerm.REMOVED;
import static io.github.crmkit.track.MovementTerm.REOPENED;
import static io.github.crmkit.track.MovementTerm.START;
import static io.github.crmkit.track.MovementTerm.TRANSFERRED_IN;
import static io.github.crmkit.track.MovementTerm.TRANSFERRED_OUT;
import static io.github.crmkit.track.MovementTerm.WON;
import static io.github.crmkit.track.Story.ANONG;
import static io.github.crmkit.track.Story.BOON;
import static io.github.crmkit.track.Story.CHAI;
import static io.github.crmkit.track.Story.SALES;
import static io.github.crmkit.track.Story.TENDERS;
import static io.github.crmkit.track.Story.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.money.MoneyBag;
import io.github.crmkit.money.Percent;
import io.github.crmkit.pipeline.Outcome;
import io.github.crmkit.time.DateRange;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class MovementTest {

    private static final DateRange MARCH = DateRange.ofDays(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));

    /** What moved after the tenth of March, through the beginning of the twentieth. */
    private static final MovementBetween QUESTION = MovementBetween.of(day(10), day(20));

    private static Movement of(MovementBetween question, Story... stories) {
        MovementWalk walk = new MovementWalk(question);
        for (Story story : stories) {
            walk.follow(story.path());
        }
        return walk.movement();
    }

    private static Movement of(Story... stories) {
        return of(QUESTION, stories);
    }

    /** The terms that are not empty, as text. */
    private static String told(MovementLine line) {
        assertThat(line.residual()).isEqualTo(Flow.none());
        Map<MovementTerm, String> terms = new TreeMap<>();
        line.flows().forEach((term, flow) -> {
            if (!flow.isNone()) {
                terms.put(term, flow.deals() + " " + flow.amount());
            }
        });
        return terms.toString();
    }

    private static String told(Object... termsAndFlows) {
        Map<MovementTerm, String> terms = new TreeMap<>();
        for (int i = 0; i < termsAndFlows.length; i += 2) {
            terms.put((MovementTerm) termsAndFlows[i], (String) termsAndFlows[i + 1]);
        }
        return terms.toString();
    }

    @Test
    void a_deal_that_nothing_happens_to_is_there_at_both_ends() {
        Movement movement = of(Story.of(1).on(3).opened("100"));

        assertThat(told(movement.total())).isEqualTo(told(START, "1 [THB 100.00]", END, "1 [THB 100.00]"));
    }

    @Test
    void a_change_at_the_first_instant_belongs_to_the_start_and_one_at_the_last_has_moved() {
        Movement movement =
                of(Story.of(1).on(10).opened("100"), Story.of(2).on(20).opened("40"));

        assertThat(told(movement.total()))
                .isEqualTo(told(START, "1 [THB 100.00]", CREATED, "1 [THB 40.00]", END, "2 [THB 140.00]"));
    }

    @Test
    void what_happens_after_the_last_instant_has_not_moved() {
        Movement movement =
                of(Story.of(1).on(3).opened("100").at(day(20).plusNanos(1000)).won());

        assertThat(told(movement.total())).isEqualTo(told(START, "1 [THB 100.00]", END, "1 [THB 100.00]"));
    }

    @Test
    void a_deal_that_grows_and_shrinks_counts_once_for_each_time() {
        Movement movement = of(Story.of(1)
                .on(3)
                .opened("100")
                .on(11)
                .amount("150")
                .on(12)
                .amount("160")
                .on(13)
                .amount("90"));

        assertThat(told(movement.total()))
                .isEqualTo(told(
                        START,
                        "1 [THB 100.00]",
                        INCREASED,
                        "2 [THB 60.00]",
                        DECREASED,
                        "1 [THB 70.00]",
                        END,
                        "1 [THB 90.00]"));
    }

    @Test
    void an_amount_in_another_currency_takes_the_place_of_the_old_one() {
        Movement movement = of(Story.of(1).on(3).opened("100").on(11).amount("USD 3.00"));

        assertThat(told(movement.total()))
                .isEqualTo(told(
                        START,
                        "1 [THB 100.00]",
                        INCREASED,
                        "1 [USD 3.00]",
                        DECREASED,
                        "1 [THB 100.00]",
                        END,
                        "1 [USD 3.00]"));
    }

    @Test
    void an_amount_that_becomes_known_is_an_increase_and_one_that_is_forgotten_a_decrease() {
        Movement movement = of(
                Story.of(1).on(3).opened(null).on(11).amount("100"),
                Story.of(2).on(3).opened("40").on(11).amount(null));

        assertThat(told(movement.total()))
                .isEqualTo(told(
                        START,
                        "2 [THB 40.00]",
                        INCREASED,
                        "1 [THB 100.00]",
                        DECREASED,
                        "1 [THB 40.00]",
                        END,
                        "2 [THB 100.00]"));
    }

    @Test
    void a_deal_that_is_won_at_another_amount_first_changes_and_then_goes_at_the_amount_after() {
        Story story = Story.of(1).on(3).opened("100").on(11);
        story.becomes(story.with(SALES, Outcome.WON, Money.parse("THB 130.00"), null, ANONG, Percent.HUNDRED));

        assertThat(told(of(story).total()))
                .isEqualTo(told(START, "1 [THB 100.00]", INCREASED, "1 [THB 30.00]", WON, "1 [THB 130.00]"));
    }

    @Test
    void deals_that_are_lost_or_removed_go_and_reopened_ones_come_back() {
        Movement movement = of(
                Story.of(1).on(3).opened("100").on(11).lost(),
                Story.of(2).on(3).opened("40").on(11).removed(),
                Story.of(3).on(3).opened("7").on(5).won().on(11).reopened());

        assertThat(told(movement.total()))
                .isEqualTo(told(
                        START,
                        "2 [THB 140.00]",
                        REOPENED,
                        "1 [THB 7.00]",
                        LOST,
                        "1 [THB 100.00]",
                        REMOVED,
                        "1 [THB 40.00]",
                        END,
                        "1 [THB 7.00]"));
    }

    @Test
    void a_closed_deal_that_is_removed_moves_nothing() {
        Movement movement =
                of(Story.of(1).on(3).opened("100").on(5).won().on(11).removed());

        assertThat(movement.cells()).isEmpty();
        assertThat(movement.total().isEmpty()).isTrue();
    }

    @Test
    void a_deal_that_comes_and_goes_in_between_is_told_twice() {
        Movement movement = of(Story.of(1).on(11).opened("100").won());

        assertThat(told(movement.total())).isEqualTo(told(CREATED, "1 [THB 100.00]", WON, "1 [THB 100.00]"));
    }

    @Test
    void days_pull_deals_in_and_push_them_out_whether_later_earlier_or_unknown() {
        Movement movement = of(
                QUESTION.due(MARCH),
                Story.of(1).on(3).due("2026-04-01").amount("1").on(11).due("2026-03-31"),
                Story.of(2).on(3).due("2026-03-31").amount("10").on(11).due("2026-04-01"),
                Story.of(3).on(3).due("2026-03-01").amount("100").on(11).due("2026-02-28"),
                Story.of(4).on(3).due("2026-03-05").amount("1000").on(11).due(null),
                Story.of(5).on(3).opened("10000"));

        assertThat(told(movement.total()))
                .isEqualTo(told(
                        START,
                        "3 [THB 1110.00]",
                        PULLED_IN,
                        "1 [THB 1.00]",
                        PUSHED_OUT,
                        "3 [THB 1110.00]",
                        END,
                        "1 [THB 1.00]"));
    }

    @Test
    void being_won_tells_more_than_being_pushed_out() {
        Story story = Story.of(1).on(3).due("2026-03-31").amount("100").on(11);
        story.becomes(story.with(
                SALES, Outcome.WON, Money.parse("THB 100.00"), LocalDate.of(2026, 4, 5), ANONG, Percent.HUNDRED));

        assertThat(told(of(QUESTION.due(MARCH), story).total()))
                .isEqualTo(told(START, "1 [THB 100.00]", WON, "1 [THB 100.00]"));
    }

    @Test
    void a_deal_that_is_given_away_goes_from_one_owner_to_the_other_with_the_amount_after() {
        Story story = Story.of(1).on(3).opened("100").on(11);
        story.becomes(story.with(SALES, Outcome.OPEN, Money.parse("THB 120.00"), null, BOON, Percent.of(50)));
        Movement movement = of(story);

        assertThat(told(movement.of(ANONG)))
                .isEqualTo(
                        told(START, "1 [THB 100.00]", INCREASED, "1 [THB 20.00]", TRANSFERRED_OUT, "1 [THB 120.00]"));
        assertThat(told(movement.of(BOON))).isEqualTo(told(TRANSFERRED_IN, "1 [THB 120.00]", END, "1 [THB 120.00]"));
        assertThat(told(movement.of(Set.of(ANONG, BOON))))
                .isEqualTo(told(START, "1 [THB 100.00]", INCREASED, "1 [THB 20.00]", END, "1 [THB 120.00]"));
    }

    @Test
    void a_team_shows_what_crosses_its_border_and_nothing_else() {
        Movement movement = of(
                Story.of(1).on(3).opened("100").on(11).owner(BOON).on(12).owner(CHAI),
                Story.of(2).on(3).owner(CHAI).amount("40").on(11).owner(BOON));

        assertThat(told(movement.of(Set.of(ANONG, BOON))))
                .isEqualTo(told(
                        START,
                        "1 [THB 100.00]",
                        TRANSFERRED_IN,
                        "1 [THB 40.00]",
                        TRANSFERRED_OUT,
                        "1 [THB 100.00]",
                        END,
                        "1 [THB 40.00]"));
        assertThat(told(movement.of(BOON)))
                .isEqualTo(told(
                        TRANSFERRED_IN, "2 [THB 140.00]", TRANSFERRED_OUT, "1 [THB 100.00]", END, "1 [THB 40.00]"));
        assertThat(told(movement.total())).isEqualTo(told(START, "2 [THB 140.00]", END, "2 [THB 140.00]"));
    }

    @Test
    void pipelines_pass_deals_on_as_owners_do() {
        Movement movement = of(Story.of(1).on(3).opened("100").on(11).pipeline(TENDERS));

        assertThat(told(movement.of(SALES)))
                .isEqualTo(told(START, "1 [THB 100.00]", TRANSFERRED_OUT, "1 [THB 100.00]"));
        assertThat(told(movement.of(Set.of(ANONG), TENDERS)))
                .isEqualTo(told(TRANSFERRED_IN, "1 [THB 100.00]", END, "1 [THB 100.00]"));
        assertThat(told(movement.of(ANONG))).isEqualTo(told(START, "1 [THB 100.00]", END, "1 [THB 100.00]"));
        assertThat(movement.keys())
                .containsExactlyInAnyOrder(new Movement.Key(ANONG, SALES), new Movement.Key(ANONG, TENDERS));
    }

    @Test
    void a_deal_given_away_as_it_is_won_is_won_by_the_giver() {
        Story story = Story.of(1).on(3).opened("100").on(11);
        story.becomes(story.with(SALES, Outcome.WON, Money.parse("THB 100.00"), null, BOON, Percent.HUNDRED));
        Movement movement = of(story);

        assertThat(told(movement.of(ANONG))).isEqualTo(told(START, "1 [THB 100.00]", WON, "1 [THB 100.00]"));
        assertThat(movement.of(BOON).isEmpty()).isTrue();
    }

    @Test
    void two_movements_in_a_row_are_one() {
        Story[] stories = {
            Story.of(1).on(3).opened("100").on(11).owner(BOON).on(16).amount("70"),
            Story.of(2).on(12).opened("40").on(15).won(),
            Story.of(3).on(12).opened("9").on(17).lost().on(18).reopened()
        };
        Movement first = of(MovementBetween.of(day(10), day(15)), stories);
        Movement second = of(MovementBetween.of(day(15), day(20)), stories);

        assertThat(first.then(second)).isEqualTo(of(stories));
        assertThatThrownBy(() -> second.then(first)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_movement_that_ends_before_it_begins_is_refused() {
        assertThatThrownBy(() -> MovementBetween.of(day(10), day(9)))
                .isInstanceOf(RuleViolationsException.class)
                .hasMessageContaining("movement");
        assertThat(of(MovementBetween.of(day(10), day(10)), Story.of(1).on(3).opened("5"))
                        .total()
                        .end())
                .isEqualTo(new Flow(1, MoneyBag.of(Money.parse("THB 5.00"))));
    }

    @Test
    void transfers_do_not_stand_in_the_cells() {
        Movement.Key key = new Movement.Key(ANONG, SALES);
        MovementLine line = new MovementLine(Map.of(TRANSFERRED_IN, Flow.of(null)));

        assertThatThrownBy(() -> new Movement(day(1), day(2), Map.of(key, line), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
