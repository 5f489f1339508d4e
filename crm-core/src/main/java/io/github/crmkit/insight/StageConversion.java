package io.github.crmkit.insight;

import io.github.crmkit.pipeline.Outcome;
import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.pipeline.Stage;
import io.github.crmkit.pipeline.StageId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of the deals that entered a stage. Each deal counts once, by how it left the stage for the last time: one that
 * was lost from it and reopened into it is in it again.
 *
 * <p>A deal that is still in the stage has not answered yet, nor has one that went on in another pipeline: both are
 * censored and part of no rate. A stage that was skipped was not entered; see {@link Funnel} for those.
 *
 * @param stage an open stage
 * @param onward how many left it for a later open stage of the pipeline
 * @param won how many were won from it
 * @param lost how many were lost from it
 * @param back how many left it for an earlier stage
 * @param away how many left it for another pipeline; censored
 * @param open how many are in it; censored
 * @param least how many cases it takes for the rate to be called sufficient
 */
public record StageConversion(
        Stage stage, long onward, long won, long lost, long back, long away, long open, long least) {

    private enum Fate {
        ONWARD,
        WON,
        LOST,
        BACK,
        AWAY,
        OPEN
    }

    /** Of each open stage of the pipeline, in its order, from deals that may be any. */
    public static List<StageConversion> of(Pipeline pipeline, Collection<Journey> deals, long least) {
        return Fold.over(deals, new Tally(pipeline, least));
    }

    /** How many deals ever entered it: those that left it and those that are censored. */
    public long entered() {
        return left() + censored();
    }

    /** How many left it for good, as far as is known. */
    public long left() {
        return onward + won + lost + back;
    }

    /** How many have not answered: they are in it, or in another pipeline. */
    public long censored() {
        return open + away;
    }

    /** (onward + won) / left: of those that left it, how many passed on. */
    public Rate rate() {
        return Rate.of(onward + won, left(), least);
    }

    /**
     * Both populations together.
     *
     * @throws IllegalArgumentException for another stage
     */
    public StageConversion plus(StageConversion other) {
        if (!stage.id().equals(other.stage.id())) {
            throw new IllegalArgumentException("counts of two stages do not add up");
        }
        return new StageConversion(
                stage,
                onward + other.onward,
                won + other.won,
                lost + other.lost,
                back + other.back,
                away + other.away,
                open + other.open,
                least);
    }

    /** In words, without the name of the stage. */
    public String explain() {
        return entered() + " entered: " + onward + " onward, " + won + " won, " + lost + " lost, " + back + " back, "
                + censored() + " open; passed on " + rate().explain();
    }

    /** Counts deals, one after another. */
    static final class Tally implements Fold<List<StageConversion>> {

        private final Pipeline pipeline;
        private final long least;
        private final Map<StageId, Map<Fate, Long>> counts = new HashMap<>();

        Tally(Pipeline pipeline, long least) {
            this.pipeline = pipeline;
            this.least = least;
        }

        @Override
        public void add(Journey deal) {
            Map<StageId, Fate> fates = new HashMap<>();
            List<Visit> visits = deal.visits();
            for (int i = 0; i < visits.size(); i++) {
                Visit visit = visits.get(i);
                if (visit.isOpen() && visit.pipeline().equals(pipeline.id())) {
                    fates.put(visit.stage(), i + 1 == visits.size() ? Fate.OPEN : fate(visit, visits.get(i + 1)));
                }
            }
            fates.forEach((stage, fate) -> counts.computeIfAbsent(stage, s -> new EnumMap<>(Fate.class))
                    .merge(fate, 1L, Long::sum));
        }

        private Fate fate(Visit visit, Visit next) {
            if (next.outcome() != Outcome.OPEN) {
                return next.outcome() == Outcome.WON ? Fate.WON : Fate.LOST;
            }
            if (!next.pipeline().equals(pipeline.id())) {
                return Fate.AWAY;
            }
            return pipeline.position(next.stage()) > pipeline.position(visit.stage()) ? Fate.ONWARD : Fate.BACK;
        }

        @Override
        public List<StageConversion> result() {
            List<StageConversion> all = new ArrayList<>();
            for (Stage stage : pipeline.stages()) {
                Map<Fate, Long> of = counts.getOrDefault(stage.id(), Map.of());
                if (stage.isOpen()) {
                    all.add(new StageConversion(
                            stage,
                            of.getOrDefault(Fate.ONWARD, 0L),
                            of.getOrDefault(Fate.WON, 0L),
                            of.getOrDefault(Fate.LOST, 0L),
                            of.getOrDefault(Fate.BACK, 0L),
                            of.getOrDefault(Fate.AWAY, 0L),
                            of.getOrDefault(Fate.OPEN, 0L),
                            least));
                }
            }
            return List.copyOf(all);
        }
    }
}
