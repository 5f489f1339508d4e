package io.github.crmkit.insight;

import io.github.crmkit.opportunity.OpportunityId;
import io.github.crmkit.opportunity.Standing;
import io.github.crmkit.pipeline.Outcome;
import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.pipeline.PipelineId;
import io.github.crmkit.pipeline.StageId;
import io.github.crmkit.time.OrganisationZone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What became of a deal by a moment: the stages it visited, and how it stood in the end. Read from the rows of its history;
 * everything that this room adds up, it adds up from these.
 *
 * <p>Days are calendar days in the organisation's zone: from Monday evening to Tuesday morning is one.
 *
 * @param until the moment; nothing later is in it
 * @param zone where the organisation counts its days
 * @param visits one or more without a gap, the first one first; the last one is still going on
 * @param state how it stood at the moment
 * @param decidedOn the day it was decided; absent while it is open
 */
public record Journey(
        OpportunityId deal,
        Instant until,
        OrganisationZone zone,
        List<Visit> visits,
        Standing.State state,
        @Nullable LocalDate decidedOn) {

    /** @throws IllegalArgumentException without a visit, or where being decided and the day of it do not go together */
    public Journey {
        visits = List.copyOf(visits);
        if (visits.isEmpty() || state.isOpen() != (decidedOn == null)) {
            throw new IllegalArgumentException(
                    "a journey has visits, and a day of decision exactly when it is decided");
        }
    }

    /**
     * The journey by a moment; absent where the deal did not exist yet or was removed by then. Decided means decided on the
     * day of the row that says so.
     *
     * <p>Each row counts until the next one does. Of rows that are effective at the same moment, one that was written down
     * later corrects those before; those written down together are a way that took no time. A row that does not change the
     * stage splits no visit.
     *
     * @param rows of one deal, in the order of {@link Standing#inOrder}
     * @param until inclusive
     */
    public static Optional<Journey> of(List<Standing> rows, Instant until, OrganisationZone zone) {
        List<Standing> valid = valid(rows, until);
        if (valid.isEmpty() || valid.get(valid.size() - 1).removed()) {
            return Optional.empty();
        }
        List<Visit> visits = visits(valid);
        Standing last = valid.get(valid.size() - 1);
        LocalDate decided = last.state().isOpen()
                ? null
                : zone.dateOf(visits.get(visits.size() - 1).entered());
        return Optional.of(new Journey(last.deal(), until, zone, visits, last.state(), decided));
    }

    private static List<Standing> valid(List<Standing> rows, Instant until) {
        List<Standing> valid = new ArrayList<>();
        for (Standing row : rows) {
            if (row.effective().isAfter(until)) {
                break;
            }
            while (!valid.isEmpty() && isCorrection(valid.get(valid.size() - 1), row)) {
                valid.remove(valid.size() - 1);
            }
            valid.add(row);
        }
        return valid;
    }

    private static boolean isCorrection(Standing earlier, Standing later) {
        return earlier.effective().equals(later.effective())
                && earlier.recorded().isBefore(later.recorded());
    }

    private static List<Visit> visits(List<Standing> rows) {
        List<Visit> visits = new ArrayList<>();
        for (Standing row : rows) {
            Standing.State state = row.state();
            int last = visits.size() - 1;
            if (last < 0 || !visits.get(last).isIn(state.pipeline(), state.stage())) {
                if (last >= 0) {
                    visits.set(last, visits.get(last).until(row.effective()));
                }
                visits.add(new Visit(state.pipeline(), state.stage(), state.outcome(), row.effective(), null));
            }
        }
        return visits;
    }

    /** The same journey, decided on this day: what was said may differ from when it was written down. */
    Journey decidedOn(LocalDate day) {
        return new Journey(deal, until, zone, visits, state, day);
    }

    /** Whether it was still to be decided. */
    public boolean isOpen() {
        return state.isOpen();
    }

    /** Whether it was won. */
    public boolean isWon() {
        return state.outcome() == Outcome.WON;
    }

    /** The day it came into being. */
    public LocalDate openedOn() {
        return zone.dateOf(visits.get(0).entered());
    }

    /** The day it was decided; absent while it is open. */
    public Optional<LocalDate> decided() {
        return Optional.ofNullable(decidedOn);
    }

    /** The visit that was going on at the moment. */
    public Visit present() {
        return visits.get(visits.size() - 1);
    }

    /** How many days a visit took, or has taken by the moment. */
    public long days(Visit visit) {
        Instant end = visit.left() == null ? until : visit.left();
        return ChronoUnit.DAYS.between(zone.dateOf(visit.entered()), zone.dateOf(end));
    }

    /** How many days it spent in the open stages of this id in all visits together, the present one included. */
    public long daysIn(StageId stage) {
        return visits.stream()
                .filter(visit -> visit.isOpen() && visit.stage().equals(stage))
                .mapToLong(this::days)
                .sum();
    }

    /**
     * How many days it took from coming into being to its last decision. Absent while it is open, and where that is not
     * known: it came in decided, or is said to have been decided before it came into being.
     */
    public OptionalLong cycleDays() {
        if (decidedOn == null || !visits.get(0).isOpen() || decidedOn.isBefore(openedOn())) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(ChronoUnit.DAYS.between(openedOn(), decidedOn));
    }

    /** Whether it ever was in this pipeline. */
    public boolean visited(PipelineId pipeline) {
        return visits.stream().anyMatch(visit -> visit.pipeline().equals(pipeline));
    }

    /** The place of the furthest open stage of this pipeline that it visited, from 0; −1 where it visited none. */
    int furthest(Pipeline pipeline) {
        return visits.stream()
                .filter(visit -> visit.isOpen() && visit.pipeline().equals(pipeline.id()))
                .mapToInt(visit -> pipeline.position(visit.stage()))
                .max()
                .orElse(-1);
    }
}
