package io.github.crmkit.jdbc.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Lets one node at a time change the schema, by the lock on a row of a table made for nothing else. It holds on every
 * database, and the database lets go of it when a node dies.
 */
public final class SchemaLock {

    /** How often a node asks again before it gives up; each time it waits as long as the database lets it. */
    private static final int ATTEMPTS = 400;

    private static final long PAUSE_MILLIS = 100;

    private final DataSource dataSource;
    private final String table;

    /** @param table the qualified name of the table */
    public SchemaLock(DataSource dataSource, String table) {
        this.dataSource = dataSource;
        this.table = table;
    }

    /** Runs the work while no other node does. The lock has a connection of its own. */
    public void holding(Runnable work) {
        try (Connection connection = dataSource.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                acquire(connection);
                work.run();
            } finally {
                connection.rollback();
                connection.setAutoCommit(autoCommit);
            }
        } catch (SQLException e) {
            throw Faults.failure("the schema cannot be locked", e);
        }
    }

    private void acquire(Connection connection) throws SQLException {
        SQLException last = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                if (run(connection, "update " + table + " set id = id where id = 1") == 1) {
                    return;
                }
                run(connection, "insert into " + table + " (id) values (1)");
                connection.commit();
            } catch (SQLException e) {
                last = e;
                connection.rollback();
                makeTable(connection);
                pause();
            }
        }
        throw last == null ? new SQLException("the lock is taken", "HYT00") : last;
    }

    /** Of nodes that do this at once one succeeds, and the others find the table when they ask again. */
    private void makeTable(Connection connection) throws SQLException {
        tryRun(connection, "create table if not exists " + table + " (id integer not null primary key)");
    }

    /** Makes the schema where it is missing and may be made. */
    public static void makeSchema(DataSource dataSource, String schema) {
        try (Connection connection = dataSource.getConnection()) {
            tryRun(connection, "create schema if not exists " + schema);
        } catch (SQLException e) {
            throw Faults.failure("no connection to the database", e);
        }
    }

    private static void tryRun(Connection connection, String sql) throws SQLException {
        try {
            run(connection, sql);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        } catch (SQLException ignored) {
            // it is there already, or somebody else is making it, or what needs it will tell what is missing
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        }
    }

    private static int run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private static void pause() throws SQLException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while waiting for the lock", "HYT00", e);
        }
    }
}
