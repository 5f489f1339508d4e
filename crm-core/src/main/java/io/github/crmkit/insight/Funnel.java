package io.github.crmkit.insight;

import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.pipeline.Stage;
import io.github.crmkit.pipeline.StageId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How far the deals of a pipeline came. A deal reaches a stage by visiting it or one that comes later; a won deal reached
 * them all. Who reached a stage without visiting it passed it: skipped stages are no loss.
 *
 * <p>So no stage is reached by more deals than the one before. A deal that is still open may yet come further: it is counted
 * where it came to, and is part of no rate beyond.
 *
 * @param steps the open stages in the order of the pipeline, those that are switched off among them: later deals pass them
 * @param won how many were won
 * @param unplaced how many came in lost and visited no open stage; they are in none of the steps
 * @param least how many cases it takes for a rate to be called sufficient
 */
public record Funnel(List<Step> steps, long won, long unplaced, long least) {

    /**
     * One stage of it.
     *
     * @param reached how many deals visited or passed it
     * @param passed how many of them never visited it
     * @param open how many came as far as here and are still to be decided, wherever they are now
     */
    public record Step(Stage stage, long reached, long passed, long open) {

        /** How many visited it. */
        public long visited() {
            return reached - passed;
        }
    }

    public Funnel {
        steps = List.copyOf(steps);
        Rate.requireLeast(least);
    }

    /** Of a pipeline, from deals that may be any. */
    public static Funnel of(Pipeline pipeline, Collection<Journey> deals, long least) {
        return Fold.over(deals, new Tally(pipeline, least));
    }

    /** How many deals there are, those in none of the steps included. */
    public long deals() {
        return reached(0) + unplaced;
    }

    /** How many are still to be decided, or went on in another pipeline. */
    public long open() {
        return openBefore(steps.size());
    }

    /**
     * Of the deals that reached the step before and are not still open there, how many reached this one; absent for the first.
     *
     * @param step from 0; the number of steps stands for being won
     */
    public Optional<Rate> fromBefore(int step) {
        return step == 0
                ? Optional.empty()
                : Optional.of(Rate.of(
                        reached(step), reached(step - 1) - steps.get(step - 1).open(), least));
    }

    /**
     * Of the deals that reached the first step and are not still open before this one, how many reached this one.
     *
     * @param step from 0; the number of steps stands for being won
     */
    public Rate fromFirst(int step) {
        return Rate.of(reached(step), reached(0) - openBefore(step), least);
    }

    /**
     * Both populations together.
     *
     * @throws IllegalArgumentException for other steps
     */
    public Funnel plus(Funnel other) {
        List<StageId> ids = steps.stream().map(step -> step.stage().id()).toList();
        if (!ids.equals(other.steps.stream().map(step -> step.stage().id()).toList())) {
            throw new IllegalArgumentException("funnels of other stages do not add up");
        }
        List<Step> sum = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Step one = steps.get(i);
            Step two = other.steps.get(i);
            sum.add(new Step(
                    one.stage(), one.reached() + two.reached(), one.passed() + two.passed(), one.open() + two.open()));
        }
        return new Funnel(sum, won + other.won, unplaced + other.unplaced, least);
    }

    /** In words, step by step, by their places from 1 and without the names of the stages. */
    public List<String> explain() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i <= steps.size(); i++) {
            String passed = i < steps.size() && steps.get(i).passed() > 0
                    ? ", " + steps.get(i).passed() + " of them passed it by"
                    : "";
            String rate = fromBefore(i).map(r -> "; from before " + r.explain()).orElse("");
            lines.add((i == steps.size() ? "won: " : (i + 1) + ": ") + reached(i) + passed + rate);
        }
        return List.copyOf(lines);
    }

    private long reached(int step) {
        return step == steps.size() ? won : steps.get(step).reached();
    }

    private long openBefore(int step) {
        return steps.subList(0, step).stream().mapToLong(Step::open).sum();
    }

    /** Counts deals, one after another. */
    static final class Tally implements Fold<Funnel> {

        private final Pipeline pipeline;
        private final long least;
        private final long[] furthest;
        private final long[] open;
        private final long[] visited;
        private long won;
        private long unplaced;

        Tally(Pipeline pipeline, long least) {
            this.pipeline = pipeline;
            this.least = least;
            int stages = pipeline.stages().size();
            this.furthest = new long[stages];
            this.open = new long[stages];
            this.visited = new long[stages];
        }

        @Override
        public void add(Journey deal) {
            if (!deal.visited(pipeline.id())) {
                return;
            }
            boolean here = deal.state().pipeline().equals(pipeline.id());
            int place = deal.furthest(pipeline);
            if (here && deal.isWon()) {
                won++;
            } else if (place < 0) {
                unplaced++;
            } else {
                furthest[place]++;
                open[place] += deal.isOpen() || !here ? 1 : 0;
            }
            Set<Integer> seen = new HashSet<>();
            for (Visit visit : deal.visits()) {
                if (visit.isOpen() && visit.pipeline().equals(pipeline.id())) {
                    seen.add(pipeline.position(visit.stage()));
                }
            }
            seen.forEach(at -> visited[at]++);
        }

        @Override
        public Funnel result() {
            List<Step> steps = new ArrayList<>();
            long reached = won;
            for (int i = pipeline.stages().size() - 1; i >= 0; i--) {
                Stage stage = pipeline.stages().get(i);
                reached += furthest[i];
                if (stage.isOpen()) {
                    steps.add(0, new Step(stage, reached, reached - visited[i], open[i]));
                }
            }
            return new Funnel(steps, won, unplaced, least);
        }
    }
}
