package io.github.crmkit.score;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A deal that was decided, to learn from: what was known of it when it reached each stage, and how it ended. A won deal has
 * reached every stage of its pipeline, a lost one its stage and all before it.
 *
 * @param segment which deals it is alike
 * @param reached what was known when it reached each stage, in the order of the pipeline from the first one
 * @param won how it ended
 * @param decided when, in microseconds; all that was known was known before
 */
public record Case(Segment segment, List<Snapshot> reached, boolean won, Instant decided) {

    /**
     * What was known of a deal when it reached a stage.
     *
     * @param features a value by the name of its feature; an unknown one is not in it
     * @param asOf when that was, in microseconds
     * @param stood whether it stood in this very stage then; false where it skipped it
     */
    public record Snapshot(String stage, Map<String, String> features, Instant asOf, boolean stood) {

        /** Keeps a copy of the features. */
        public Snapshot {
            features = Map.copyOf(features);
        }

        /** What was known when it entered the stage. */
        public static Snapshot entering(String stage, Map<String, String> features, Instant at) {
            return new Snapshot(stage, features, at, true);
        }

        private Snapshot in(String other) {
            return new Snapshot(other, features, asOf, stood && stage.equals(other));
        }
    }

    /**
     * Checks what a model relies on.
     *
     * @throws IllegalArgumentException where it has reached no stage or one twice, or where something was known only when
     *     it was decided or later, which would tell the model the answer
     */
    public Case {
        reached = List.copyOf(reached);
        if (reached.isEmpty()
                || reached.stream().map(Snapshot::stage).distinct().count() != reached.size()) {
            throw new IllegalArgumentException("a deal has reached at least one stage, and each once");
        }
        Instant end = decided;
        if (reached.stream().anyMatch(snapshot -> !snapshot.asOf.isBefore(end))) {
            throw new IllegalArgumentException("what is learnt from was known before the deal was decided");
        }
    }

    /**
     * The case of a deal that went through these stages. A stage counts as reached when the deal first entered it or a
     * later one; a won deal reached those that it never saw as it was last seen.
     *
     * @param order all open stages of the pipeline, from the first
     * @param entered what was known each time it entered a stage, at least once; the last one is where it was decided from
     * @throws IllegalArgumentException where it entered no stage or one outside the order, or as the constructor says
     */
    public static Case of(Segment segment, List<String> order, List<Snapshot> entered, boolean won, Instant decided) {
        List<Snapshot> seen =
                entered.stream().sorted(Comparator.comparing(Snapshot::asOf)).toList();
        if (seen.isEmpty() || seen.stream().anyMatch(one -> !order.contains(one.stage))) {
            throw new IllegalArgumentException("a deal went through stages of its pipeline, at least one");
        }
        Snapshot last = seen.get(seen.size() - 1);
        int furthest = won ? order.size() - 1 : order.indexOf(last.stage);
        List<Snapshot> reached = new ArrayList<>();
        for (int place = 0; place <= furthest; place++) {
            int at = place;
            Snapshot first = seen.stream()
                    .filter(one -> order.indexOf(one.stage) >= at)
                    .findFirst()
                    .orElse(last);
            reached.add(first.in(order.get(place)));
        }
        return new Case(segment, reached, won, decided);
    }

    /** What could be told when it reached the stage of this number, from 0. */
    public Evidence evidence(int place) {
        Snapshot snapshot = reached.get(place);
        List<String> stages =
                reached.subList(0, place + 1).stream().map(Snapshot::stage).toList();
        return new Evidence(segment, stages, snapshot.features, snapshot.asOf);
    }
}
