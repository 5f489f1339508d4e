package io.github.crmkit.examples.console;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * Says how far long work has come, at most once per interval; work that is done within one interval says nothing. One
 * thread reports to it.
 */
public final class Progress {

    private final Consumer<String> out;
    private final InstantSource clock;
    private final Duration interval;

    /**
     * @param out takes one line at a time, without a line break
     * @param clock the time that passes
     * @param interval the shortest time between two lines, positive
     */
    public Progress(Consumer<String> out, InstantSource clock, Duration interval) {
        if (interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException("the interval of a progress is positive");
        }
        this.out = out;
        this.clock = clock;
        this.interval = interval;
    }

    /** Begins a piece of work, for example {@code deals}, that counts the given things, for example {@code rows}. */
    public Work begin(String work, String things) {
        return new Work(work, things, clock.instant());
    }

    /** One piece of work that is under way. */
    public final class Work {

        private final String work;
        private final String things;
        private final Instant begun;
        private Instant lastSaid;
        private long done;
        private boolean said;

        private Work(String work, String things, Instant begun) {
            this.work = work;
            this.things = things;
            this.begun = begun;
            this.lastSaid = begun;
        }

        /** One more is done. */
        public void step() {
            step(1);
        }

        /** So many more are done. */
        public void step(long more) {
            done += more;
            Instant now = clock.instant();
            if (Duration.between(lastSaid, now).compareTo(interval) >= 0) {
                lastSaid = now;
                say("", now);
            }
        }

        /** All is done: says so if anything was said before. */
        public void end() {
            if (said) {
                say("done, ", clock.instant());
            }
        }

        private void say(String state, Instant now) {
            said = true;
            long seconds = Duration.between(begun, now).toSeconds();
            out.accept("  " + work + ": " + state + Counts.of(done) + " " + things + ", " + seconds + " s");
        }
    }
}
