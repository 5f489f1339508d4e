package io.github.crmkit.track;

import static io.github.crmkit.track.SalesOffice.ANONG;
import static io.github.crmkit.track.SalesOffice.BOON;
import static io.github.crmkit.track.SalesOffice.OPENING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.crmkit.CrmSession;
import io.github.crmkit.catalog.CountingStorage;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.memory.MemoryStorage;
import io.github.crmkit.opportunity.MoveOpportunity;
import io.github.crmkit.opportunity.NewOpportunity;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.opportunity.Standing;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Moves that are written down later than they happened. */
class LateMoveTest {

    private final CountingStorage storage = new CountingStorage(new MemoryStorage());
    private final SalesOffice office = SalesOffice.over(storage);
    private final CrmSession session = office.as(ANONG);
    private final Opportunity deal =
            session.opportunities().open(NewOpportunity.of("Tiles").amount(Money.parse("THB 100.00")));

    private void assertRefused(Instant effective, String problem) {
        List<Standing> before = office.rows();
        RuleViolationsException refused = catchThrowableOfType(
                RuleViolationsException.class,
                () -> session.opportunities()
                        .move(MoveOpportunity.to(deal.id(), "Proposal").effective(effective)));
        assertThat(refused.violations())
                .extracting(v -> v.path() + " " + v.code())
                .containsExactly(problem);
        assertThat(office.rows()).isEqualTo(before);
    }

    @Test
    void a_move_counts_from_when_the_deal_entered_the_stage() {
        Instant happened = office.pass(Duration.ofDays(3)).plusNanos(999);
        Instant noted = office.pass(Duration.ofDays(4));
        Opportunity won =
                session.opportunities().move(MoveOpportunity.won(deal.id()).effective(happened));

        Instant since = happened.minusNanos(999);
        assertThat(won.position().enteredAt()).isEqualTo(since);
        assertThat(won.closedOn()).contains(LocalDate.of(2026, 3, 5));
        Standing last = session.track().path(deal.id()).last();
        assertThat(last.effective()).isEqualTo(since);
        assertThat(last.recorded()).isEqualTo(noted);
        MovementBetween question = MovementBetween.of(OPENING, since);
        assertThat(session.track()
                        .movement(question)
                        .total()
                        .flow(MovementTerm.WON)
                        .deals())
                .isEqualTo(1);
        assertThat(session.track()
                        .movement(question.asKnownAt(noted.minusNanos(1000)))
                        .total()
                        .flow(MovementTerm.WON)
                        .deals())
                .isZero();
        assertThat(session.track().now()).isEqualTo(session.track().asOf(noted));
    }

    @Test
    void the_day_of_closing_may_be_another_one() {
        office.pass(Duration.ofDays(7));

        assertThat(session.opportunities()
                        .move(MoveOpportunity.won(deal.id()).effective(OPENING).on(LocalDate.of(2026, 3, 4)))
                        .closedOn())
                .contains(LocalDate.of(2026, 3, 4));
    }

    @Test
    void no_move_takes_place_in_the_future_or_before_the_latest_change() {
        Instant given = office.later();
        session.opportunities().assign(deal.id(), BOON);
        Instant now = office.later();

        assertRefused(now.plusNanos(1000), "effective effective-future");
        assertRefused(given.minusNanos(1000), "effective effective-order");
        Opportunity moved = session.opportunities()
                .move(MoveOpportunity.to(deal.id(), "Proposal").effective(given));
        assertThat(session.track().asOf(given).byStage()).containsOnlyKeys(moved.stage());
        assertThat(session.opportunities()
                        .move(MoveOpportunity.to(deal.id(), "Proposal").effective(OPENING)))
                .as("already there")
                .isEqualTo(moved);
    }

    @Test
    void it_costs_a_read_only_where_it_is_asked_for() {
        storage.reads();
        session.opportunities().move(deal.id(), "Proposal");
        assertThat(storage.reads()).containsExactly("find opportunity", "find pipeline");

        session.opportunities().move(MoveOpportunity.won(deal.id()).effective(office.now()));
        assertThat(storage.reads()).containsExactly("find opportunity", "find pipeline", "page standing");
    }
}
