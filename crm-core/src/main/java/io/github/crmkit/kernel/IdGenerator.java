package io.github.crmkit.kernel;

import com.github.f4b6a3.uuid.factory.standard.TimeOrderedEpochFactory;
import java.time.InstantSource;
import java.util.UUID;

/** Where new ids come from. Handed to the porch once; tests hand in a predictable one. */
@FunctionalInterface
public interface IdGenerator {

    /** A UUID that was never given out before. */
    UUID next();

    /**
     * Version 7 UUIDs whose time comes from this source: they sort by creation, and keep sorting when the clock stands
     * still or goes back by less than a second. When it jumps further they follow it, and still none comes twice. Safe
     * under threads.
     */
    static IdGenerator timeOrdered(InstantSource clock) {
        TimeOrderedEpochFactory factory = TimeOrderedEpochFactory.builder()
                .withTimeFunction(clock::millis)
                .withIncrementPlus1()
                .build();
        return factory::create;
    }
}
