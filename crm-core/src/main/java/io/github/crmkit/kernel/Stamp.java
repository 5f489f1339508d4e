package io.github.crmkit.kernel;

import java.time.Instant;

/**
 * Which version of an aggregate this is, and who made the first and the latest one.
 *
 * <p>A decision of an aggregate leaves the stamp alone; saving advances it. Two writers who loaded the same version
 * cannot both save: the second gets a stale version refusal.
 *
 * @param version 1 for a new aggregate, one more with each save
 * @param createdAt when version 1 was made, in microseconds
 * @param createdBy who made version 1
 * @param changedAt when this version was made, in microseconds
 * @param changedBy who made this version
 */
public record Stamp(long version, Instant createdAt, UserId createdBy, Instant changedAt, UserId changedBy) {

    public Stamp {
        if (version < 1) {
            throw new IllegalArgumentException("version starts at 1, not " + version);
        }
    }

    /** The stamp of a new aggregate. */
    public static Stamp first(Instant at, UserId by) {
        return new Stamp(1, at, by, at, by);
    }

    /**
     * The stamp of the following version; the creation is kept. Never earlier than this one: where clocks disagree, a later
     * version does not seem to have been made before the one that it changed.
     */
    public Stamp next(Instant at, UserId by) {
        return new Stamp(version + 1, createdAt, createdBy, noEarlier(at), by);
    }

    /** This moment, or that of this version where the clock shows an earlier one. */
    public Instant noEarlier(Instant at) {
        return at.isBefore(changedAt) ? changedAt : at;
    }
}
