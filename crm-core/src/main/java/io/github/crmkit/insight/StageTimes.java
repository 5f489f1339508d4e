package io.github.crmkit.insight;

import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.pipeline.Stage;
import io.github.crmkit.pipeline.StageId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long deals stay in a stage: calendar days of each visit, in the organisation's zone. A deal that came back has several
 * visits. Visits that are still going on are censored: they have lasted so long and will last longer, so they are kept
 * apart and tell how old the stage's deals are.
 *
 * @param stage an open stage; a closed one ends the clock
 * @param completed the days of visits that have ended
 * @param running the days so far of visits that go on
 */
public record StageTimes(Stage stage, Days completed, Days running) {

    /** Of each open stage of the pipeline, in its order, from deals that may be any. */
    public static List<StageTimes> of(Pipeline pipeline, Collection<Journey> deals, long least) {
        return Fold.over(deals, new Tally(pipeline, least));
    }

    /** How many visits there were, those that go on included. */
    public long visits() {
        return (long) completed.count() + running.count();
    }

    /** How many visits go on. */
    public long censored() {
        return running.count();
    }

    /**
     * Both populations together.
     *
     * @throws IllegalArgumentException for another stage
     */
    public StageTimes plus(StageTimes other) {
        if (!stage.id().equals(other.stage.id())) {
            throw new IllegalArgumentException("days of two stages do not add up");
        }
        return new StageTimes(stage, completed.plus(other.completed), running.plus(other.running));
    }

    /** In words, without the name of the stage. */
    public String explain() {
        return visits() + " visits; ended: " + completed.explain() + "; going on: " + running.explain();
    }

    /** Counts deals, one after another. */
    static final class Tally implements Fold<List<StageTimes>> {

        private final Pipeline pipeline;
        private final long least;
        private final Map<StageId, List<Long>> completed = new HashMap<>();
        private final Map<StageId, List<Long>> running = new HashMap<>();

        Tally(Pipeline pipeline, long least) {
            this.pipeline = pipeline;
            this.least = least;
        }

        @Override
        public void add(Journey deal) {
            for (Visit visit : deal.visits()) {
                if (visit.isOpen() && visit.pipeline().equals(pipeline.id())) {
                    (visit.left() == null ? running : completed)
                            .computeIfAbsent(visit.stage(), s -> new ArrayList<>())
                            .add(deal.days(visit));
                }
            }
        }

        @Override
        public List<StageTimes> result() {
            return pipeline.stages().stream()
                    .filter(Stage::isOpen)
                    .map(stage -> new StageTimes(
                            stage,
                            Days.of(completed.getOrDefault(stage.id(), List.of()), least),
                            Days.of(running.getOrDefault(stage.id(), List.of()), least)))
                    .toList();
        }
    }
}
