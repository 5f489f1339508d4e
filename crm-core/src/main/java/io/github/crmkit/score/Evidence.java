package io.github.crmkit.score;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What is known of a deal at a moment, and a model may look at.
 *
 * @param segment which deals it is alike
 * @param reached the stages it has reached, in the order of the pipeline from the first one to the one it stands in; those
 *     that it skipped are in it
 * @param features what is known, a value by the name of its feature; an unknown one is not in it
 * @param asOf the moment, in microseconds
 */
public record Evidence(Segment segment, List<String> reached, Map<String, String> features, Instant asOf) {

    /** @throws IllegalArgumentException unless it has reached a stage, each once */
    public Evidence {
        reached = List.copyOf(reached);
        features = Map.copyOf(features);
        if (reached.isEmpty() || reached.stream().distinct().count() != reached.size()) {
            throw new IllegalArgumentException("a deal has reached at least one stage, and each once");
        }
    }

    /** The stage it stands in. */
    public String stage() {
        return reached.get(reached.size() - 1);
    }
}
