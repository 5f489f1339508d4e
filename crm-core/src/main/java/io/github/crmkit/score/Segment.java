package io.github.crmkit.score;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Deals that are alike enough to learn from each other, for example those of one owner within one pipeline. Segments lie
 * within each other, so that one with too few deals can leave the answer to the one around it.
 *
 * @param path the names from the outermost one inwards; empty for all deals
 */
public record Segment(List<String> path) implements Comparable<Segment> {

    /** All deals, the segment around every other one. */
    public static final Segment ALL = new Segment(List.of());

    /** Keeps a copy of the path. */
    public Segment {
        path = List.copyOf(path);
    }

    /** The segment of this name within this one. */
    public Segment within(String name) {
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        return new Segment(longer);
    }

    /** The segment around this one; absent for that of all deals. */
    public Optional<Segment> parent() {
        return path.isEmpty() ? Optional.empty() : Optional.of(new Segment(path.subList(0, path.size() - 1)));
    }

    /** This segment, the one around it, and so on to that of all deals. */
    public List<Segment> lineage() {
        List<Segment> outwards = new ArrayList<>();
        for (int length = path.size(); length >= 0; length--) {
            outwards.add(new Segment(path.subList(0, length)));
        }
        return Collections.unmodifiableList(outwards);
    }

    /** Name by name from the outermost one; a segment comes before those within it. */
    @Override
    public int compareTo(Segment other) {
        int shorter = Math.min(path.size(), other.path.size());
        for (int i = 0; i < shorter; i++) {
            int difference = path.get(i).compareTo(other.path.get(i));
            if (difference != 0) {
                return difference;
            }
        }
        return Integer.compare(path.size(), other.path.size());
    }
}
