package io.github.crmkit.score;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Decided deals to learn from: single ones, arbitrary ones, and ones of which the truth is known. */
final class Samples {

    static final List<String> ORDER = List.of("first", "second", "third");
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    static final Duration DAY = Duration.ofDays(1);

    private Samples() {}

    /** A deal of all deals that entered each stage up to this one, always with these features. */
    static Case lost(String stage, Map<String, String> features) {
        return plain(Segment.ALL, stage, features, false);
    }

    /** A deal of all deals that entered every stage, always with these features. */
    static Case won(Map<String, String> features) {
        return plain(Segment.ALL, ORDER.get(2), features, true);
    }

    static Case plain(Segment segment, String stage, Map<String, String> features, boolean won) {
        List<Case.Snapshot> entered = new ArrayList<>();
        for (int place = 0; place <= ORDER.indexOf(stage); place++) {
            entered.add(Case.Snapshot.entering(ORDER.get(place), features, day(place)));
        }
        return Case.of(segment, ORDER, entered, won, day(ORDER.size()));
    }

    static List<Case> times(int count, Case one) {
        return Collections.nCopies(count, one);
    }

    static Evidence at(Segment segment, String stage, Map<String, String> features) {
        return new Evidence(segment, ORDER.subList(0, ORDER.indexOf(stage) + 1), features, day(10));
    }

    static Evidence at(String stage, Map<String, String> features) {
        return at(Segment.ALL, stage, features);
    }

    static Instant day(long number) {
        return START.plus(DAY.multipliedBy(number));
    }

    /** Deals of no particular kind: random segments two deep, stages, values of two features, sometimes unknown. */
    static List<Case> arbitrary(int count, long seed) {
        Random random = new Random(seed);
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Segment segment = Segment.ALL.within("p" + random.nextInt(2)).within("o" + random.nextInt(3));
            List<Case.Snapshot> entered = new ArrayList<>();
            int entries = 1 + random.nextInt(4);
            for (int entry = 0; entry < entries; entry++) {
                entered.add(Case.Snapshot.entering(
                        ORDER.get(random.nextInt(3)), arbitraryFeatures(random), day(i + entry)));
            }
            cases.add(Case.of(segment, ORDER, entered, random.nextInt(3) > 0, day(i + 4L)));
        }
        return cases;
    }

    static Map<String, String> arbitraryFeatures(Random random) {
        Map<String, String> features = new TreeMap<>();
        if (random.nextInt(4) > 0) {
            features.put("source", "s" + random.nextInt(4));
        }
        if (random.nextInt(4) > 0) {
            features.put("size", "z" + random.nextInt(3));
        }
        return features;
    }

    /** How likely a simulated deal gets on from one stage to the next, or from the last one is won. */
    static double getsOn(Map<String, String> features) {
        return (features.get("source").equals("web") ? 0.6 : 0.85)
                + (features.get("size").equals("big") ? -0.1 : 0.1);
    }

    /**
     * Deals that get on from each stage with {@link #getsOn}, else are lost there, a stage a day; one begins each hour. The
     * feature {@code echo} says the same as {@code source}.
     */
    static List<Case> simulated(int count, long seed) {
        Random random = new Random(seed);
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String source = random.nextBoolean() ? "web" : "fair";
            String size = random.nextInt(3) == 0 ? "big" : "small";
            Map<String, String> features = Map.of("source", source, "size", size, "echo", source);
            Instant at = START.plus(Duration.ofHours(i));
            List<Case.Snapshot> entered = new ArrayList<>();
            boolean alive = true;
            for (String stage : ORDER) {
                if (alive) {
                    entered.add(Case.Snapshot.entering(stage, features, at));
                    at = at.plus(DAY);
                    alive = random.nextDouble() < getsOn(features);
                }
            }
            cases.add(Case.of(Segment.ALL, ORDER, entered, alive, at));
        }
        return cases;
    }
}
