package io.github.crmkit.timeline;

import java.time.Instant;

/**
 * How long something belonged to a story.
 *
 * @param from inclusive
 * @param until exclusive
 */
record Span(Instant from, Instant until) {

    static final Span ALWAYS = new Span(Instant.MIN, Instant.MAX);

    boolean isEmpty() {
        return !from.isBefore(until);
    }

    boolean contains(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    /** What belongs to both; nothing where they do not meet. */
    Span within(Span other) {
        Instant later = from.isAfter(other.from) ? from : other.from;
        Instant earlier = until.isBefore(other.until) ? until : other.until;
        return new Span(later, earlier);
    }
}
