package io.github.crmkit.score;

import java.util.ArrayList;
import java.util.List;

/**
 * What deals are counted by.
 *
 * @param path nothing, for all that were decided; a stage, for those that reached it; a feature of which something was known
 *     then; its value
 */
record CountKey(Segment segment, List<String> path) implements Comparable<CountKey> {

    static CountKey of(Segment segment) {
        return new CountKey(segment, List.of());
    }

    static CountKey of(Segment segment, String stage) {
        return new CountKey(segment, List.of(stage));
    }

    CountKey with(String feature) {
        return new CountKey(segment, List.of(stageName(), feature));
    }

    CountKey with(String feature, String value) {
        return new CountKey(segment, List.of(stageName(), feature, value));
    }

    String stageName() {
        return path.get(0);
    }

    /** Whatever a case counts for, each key once. */
    static List<CountKey> of(Case decided, List<String> features) {
        List<CountKey> keys = new ArrayList<>();
        for (Segment segment : decided.segment().lineage()) {
            keys.add(of(segment));
            for (Case.Snapshot snapshot : decided.reached()) {
                CountKey stage = of(segment, snapshot.stage());
                keys.add(stage);
                for (String feature : features) {
                    String value = snapshot.features().get(feature);
                    if (value != null) {
                        keys.add(stage.with(feature));
                        keys.add(stage.with(feature, value));
                    }
                }
            }
        }
        return keys;
    }

    @Override
    public int compareTo(CountKey other) {
        int bySegment = segment.compareTo(other.segment);
        return bySegment != 0 ? bySegment : new Segment(path).compareTo(new Segment(other.path));
    }

    /** Each name in quotation marks, so that no two keys read alike. */
    @Override
    public String toString() {
        return quoted(segment.path()) + " " + quoted(path);
    }

    private static String quoted(List<String> names) {
        return names.stream()
                .map(name -> '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .toList()
                .toString();
    }
}
