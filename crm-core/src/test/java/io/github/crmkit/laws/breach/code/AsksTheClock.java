package io.github.crmkit.laws.breach.code;

import java.time.Clock;
import java.time.Instant;

/** Seeded: time that was not handed in. */
final class AsksTheClock {

    private AsksTheClock() {}

    static Instant instant() {
        return Instant.now();
    }

    static long millis() {
        return System.currentTimeMillis();
    }

    static Clock clock() {
        return Clock.systemUTC();
    }
}
