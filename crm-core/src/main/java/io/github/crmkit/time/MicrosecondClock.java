package io.github.crmkit.time;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * A source of instants in whole microseconds: the one place where time is cut to what every store can keep. Instants
 * that come from here are equal after they were stored and read again.
 *
 * @param source the host's clock
 */
public record MicrosecondClock(InstantSource source) implements InstantSource {

    /** The present instant of the source, cut down to microseconds. */
    @Override
    public Instant instant() {
        return source.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
