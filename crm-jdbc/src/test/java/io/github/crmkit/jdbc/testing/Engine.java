package io.github.crmkit.jdbc.testing;

/**
 * The database engines that the library is tested on, for use as {@code @EnumSource(Engine.class)}.
 *
 * <p>Each engine has up to two servers in a test run, one that is fast and one that is durable. They start when they are
 * first asked for.
 */
public enum Engine {
    H2,
    POSTGRESQL,
    MARIADB;

    /** An empty database for one test; it is fast, and nobody relies on what its disk holds. */
    public TestDatabase fresh() {
        return fresh(Durability.FAST);
    }

    /** An empty database for one test. */
    public TestDatabase fresh(Durability durability) {
        return new TestDatabase(this, Servers.of(this, durability));
    }
}
