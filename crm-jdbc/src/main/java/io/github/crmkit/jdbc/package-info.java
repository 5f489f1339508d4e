/**
 * Keeps everything in a relational database, through plain JDBC.
 *
 * <p>{@link JdbcStorage} is the porch, with two doors that must not be confused. {@link JdbcStorage#over over} a DataSource
 * each unit of work has a transaction of its own; {@code joining} makes units part of the host's transaction and leaves its
 * end to the host.
 *
 * <p>{@link Schema} brings the tables into being through Flyway, prints their SQL for hosts that run it themselves, and
 * compares a live schema with what is declared. {@link Layout} says in which schema the tables are, what their names begin
 * with, and which tables a host has added. {@link EmbeddedH2} writes the address of an embedded database whose commits
 * survive a crash.
 */
@NullMarked
package io.github.crmkit.jdbc;

import org.jspecify.annotations.NullMarked;
