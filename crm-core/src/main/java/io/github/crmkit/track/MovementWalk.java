package io.github.crmkit.track;

import io.github.crmkit.opportunity.Standing;
import io.github.crmkit.pipeline.Outcome;
import io.github.crmkit.time.DateRange;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Walks along the paths of deals and notes for each step what it moved. */
final class MovementWalk {

    private final MovementBetween question;
    private final Map<Movement.Key, Map<MovementTerm, Flow>> cells = new HashMap<>();
    private final Map<Movement.Transfer, Flow> transfers = new HashMap<>();

    MovementWalk(MovementBetween question) {
        this.question = question;
    }

    /** Follows one deal from the first instant to the last. */
    void follow(DealPath path) {
        Standing holds = null;
        boolean started = false;
        for (Standing row : path.rows()) {
            if (row.effective().isAfter(question.to())) {
                break;
            }
            if (row.effective().isAfter(question.from())) {
                if (!started) {
                    stands(MovementTerm.START, holds);
                    started = true;
                }
                step(holds, row);
            }
            holds = row;
        }
        if (!started) {
            stands(MovementTerm.START, holds);
        }
        stands(MovementTerm.END, holds);
    }

    Movement movement() {
        Map<Movement.Key, MovementLine> lines = new HashMap<>();
        cells.forEach((key, flows) -> lines.put(key, new MovementLine(flows)));
        return new Movement(question.from(), question.to(), lines, transfers);
    }

    private void stands(MovementTerm term, @Nullable Standing row) {
        Movement.Key key = inside(row);
        if (row != null && key != null) {
            note(key, term, row.state().amount());
        }
    }

    private void step(@Nullable Standing before, Standing after) {
        Movement.Key left = inside(before);
        Movement.Key entered = inside(after);
        Money amount = after.state().amount();
        if (before == null || left == null) {
            if (entered != null) {
                note(entered, comingIn(before), amount);
            }
            return;
        }
        change(left, before.state().amount(), amount);
        if (entered == null) {
            note(left, goingOut(after), amount);
        } else if (!entered.equals(left)) {
            transfers.merge(new Movement.Transfer(left, entered), Flow.of(amount), Flow::plus);
        }
    }

    /** An amount in another currency is not more or less than the old one: it takes its place. */
    private void change(Movement.Key key, @Nullable Money before, @Nullable Money after) {
        if (before != null && after != null && before.isSameCurrency(after)) {
            Money more = after.minus(before);
            if (!more.isZero()) {
                note(key, more.isPositive() ? MovementTerm.INCREASED : MovementTerm.DECREASED, more.abs());
            }
            return;
        }
        if (before != null) {
            note(key, MovementTerm.DECREASED, before);
        }
        if (after != null) {
            note(key, MovementTerm.INCREASED, after);
        }
    }

    private static MovementTerm comingIn(@Nullable Standing before) {
        if (before == null || before.removed()) {
            return MovementTerm.CREATED;
        }
        return before.state().isOpen() ? MovementTerm.PULLED_IN : MovementTerm.REOPENED;
    }

    private static MovementTerm goingOut(Standing after) {
        if (after.removed()) {
            return MovementTerm.REMOVED;
        }
        Outcome outcome = after.state().outcome();
        return switch (outcome) {
            case WON -> MovementTerm.WON;
            case LOST -> MovementTerm.LOST;
            case OPEN -> MovementTerm.PUSHED_OUT;
        };
    }

    /** Where a deal that stood so is looked at; nowhere when it is closed, removed, or expected on another day. */
    private Movement.@Nullable Key inside(@Nullable Standing row) {
        if (row == null || row.removed() || !row.state().isOpen()) {
            return null;
        }
        DateRange due = question.due();
        if (due != null
                && (row.state().closeDate() == null || !due.contains(row.state().closeDate()))) {
            return null;
        }
        return Movement.Key.of(row.state());
    }

    private void note(Movement.Key key, MovementTerm term, @Nullable Money amount) {
        cells.computeIfAbsent(key, k -> new EnumMap<>(MovementTerm.class)).merge(term, Flow.of(amount), Flow::plus);
    }
}
