/**
 * Real databases for tests: H2, PostgreSQL and MariaDB, started from Maven artifacts by the test run itself.
 *
 * <p>{@link io.github.crmkit.jdbc.testing.Engine} is the list to run a test over; each call of
 * {@link io.github.crmkit.jdbc.testing.Engine#fresh() fresh()} hands out an empty {@link
 * io.github.crmkit.jdbc.testing.TestDatabase}. A server is started by the first test that asks for it, on a free port,
 * serves the whole run, and ends with it.
 *
 * <p>The servers are set up like an unfriendly host: their collation is linguistic, ignores case where the engine can,
 * and their time zone is half an hour off: PostgreSQL's has a summer time, MariaDB's is a fixed offset. What is right
 * here does not lean on a default.
 */
@NullMarked
package io.github.crmkit.jdbc.testing;

import org.jspecify.annotations.NullMarked;
