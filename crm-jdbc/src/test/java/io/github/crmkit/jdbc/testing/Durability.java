package io.github.crmkit.jdbc.testing;

/** What a commit means on a test database. */
public enum Durability {
    /** A commit is in memory; a crash of the server may lose it. */
    FAST,
    /** A commit is on the disk before it is acknowledged. */
    DURABLE
}
