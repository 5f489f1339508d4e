package io.github.crmkit.examples.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * One operation, done by hand, by the adapter, and by hand once more.
 *
 * @param name what is measured
 * @param calls how often it is done in one timed round
 * @param byHand the code written by hand
 * @param byAdapter the adapter
 * @param tidy what is done after each round, outside of the time
 */
record Contest(String name, int calls, Runnable byHand, Runnable byAdapter, Runnable tidy) {

    private static final int NANOS_PER_MICRO = 1_000;

    static Contest of(String name, int calls, Runnable byHand, Runnable byAdapter) {
        return new Contest(name, calls, byHand, byAdapter, () -> {});
    }

    /** Runs the rounds and says how it went: microseconds by hand, ratio of the adapter, ratio of the control. */
    String run(Duration warmUp, int rounds) {
        List<Runnable> turns = List.of(byHand, byAdapter, byHand);
        List<List<Long>> times = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        long begun = System.nanoTime();
        for (int round = 0; round < rounds; ) {
            boolean warm = System.nanoTime() - begun >= warmUp.toNanos();
            for (int k = 0; k < turns.size(); k++) {
                // who begins changes with each round, so that no turn is always the one after a collection
                int turn = (k + round) % turns.size();
                long time = time(turns.get(turn));
                if (warm) {
                    times.get(turn).add(time);
                }
            }
            round += warm ? 1 : 0;
        }
        double hand = median(times.get(0));
        double ratio = median(times.get(1)) / hand;
        double control = median(times.get(2)) / hand;
        double micros = hand / calls / NANOS_PER_MICRO;
        return String.format(Locale.ROOT, "%-28s %10.1f us %8.2f %8.2f", name, micros, ratio, control);
    }

    private long time(Runnable operation) {
        long begun = System.nanoTime();
        for (int i = 0; i < calls; i++) {
            operation.run();
        }
        long time = System.nanoTime() - begun;
        tidy.run();
        return time;
    }

    private static double median(List<Long> times) {
        List<Long> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
    }
}
