/**
 * The room where JDBC is spoken: the only one that sees an SQLException.
 *
 * <p>{@link Transactions} is the choice between two doors. Owned: each unit of work takes a connection, commits it or rolls
 * it back, and gives it back as it was. Joined: the transaction is the host's; a unit is fenced by a savepoint and never
 * commits, rolls back the whole, closes or changes anything. A {@link Transaction} runs statements; after the first
 * SQLException it can only be undone, because H2 and MariaDB would keep half the work and PostgreSQL would pretend to
 * commit.
 *
 * <p>Every SQLException becomes one of four: somebody else was faster, a unique key is taken, the store failed, or (only
 * while committing) nobody knows. {@link Parameters} and {@link Cells} bind and read by position.
 */
@NullMarked
package io.github.crmkit.jdbc.sql;

import org.jspecify.annotations.NullMarked;
