package io.github.crmkit.jdbc.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Lets one node at a time change the schema. Takes a single connection, which holds the lock and does the work too: the
 * lock is the session's, so it outlives the commits of the work, and the database lets go of it when a node dies.
 */
public final class SchemaLock {

    /** How often a node asks for a lock that others hold: for about five minutes. */
    private static final int PATIENCE = 3000;

    /** How many errors it bears meanwhile, such as the absence of a table that another node is making: a second or so. */
    private static final int TROUBLES = 10;

    private static final long PAUSE_MILLIS = 100;

    private final DataSource dataSource;
    private final SessionLock lock;

    public SchemaLock(DataSource dataSource, SessionLock lock) {
        this.dataSource = dataSource;
        this.lock = lock;
    }

    /**
     * Runs the work while no other node does, and hands it a data source that lends the connection with the lock, in
     * autocommit mode. Waits up to five minutes for others.
     *
     * @throws io.github.crmkit.storage.StorageFailureException when the lock is not to be had
     */
    public void holding(Consumer<DataSource> work) {
        try (Connection connection = dataSource.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            try {
                connection.setAutoCommit(true);
                take(connection);
                try {
                    work.accept(new OneConnection(dataSource, connection));
                } finally {
                    release(connection);
                }
            } finally {
                handBack(connection, autoCommit);
            }
        } catch (SQLException e) {
            throw Faults.failure("the schema cannot be locked", e);
        }
    }

    private void take(Connection connection) throws SQLException {
        int troubles = 0;
        for (int attempt = 0; attempt < PATIENCE; attempt++) {
            if (attempt > 1) {
                pause();
            }
            try {
                if (succeeds(connection, lock.taking())) {
                    return;
                }
            } catch (SQLException e) {
                if (Faults.kind(e) != Faults.Kind.CONFLICT && ++troubles == TROUBLES) {
                    throw e;
                }
                prepare(connection);
            }
        }
        throw new SQLException("another node is changing the schema", "HYT00");
    }

    /** Of nodes that do this at once one succeeds, and the others find its work when they ask again. */
    private void prepare(Connection connection) {
        for (String statement : lock.preparing()) {
            tryRun(connection, statement);
        }
    }

    /** What the work came to is worth more than an error here; where the lock does not go, the session goes with it. */
    private void release(Connection connection) throws SQLException {
        try {
            restore(connection, true);
            if (succeeds(connection, lock.releasing())) {
                return;
            }
        } catch (SQLException ignored) {
            // the session goes, whatever the reason
        }
        connection.abort(Runnable::run);
        // a pool learns of it only from an error
        tryRun(connection, lock.releasing());
    }

    private static void handBack(Connection connection, boolean autoCommit) {
        try {
            restore(connection, autoCommit);
        } catch (SQLException ignored) {
            // the session is gone
        }
    }

    private static void restore(Connection connection, boolean autoCommit) throws SQLException {
        if (connection.getAutoCommit() != autoCommit) {
            if (autoCommit) {
                connection.rollback();
            }
            connection.setAutoCommit(autoCommit);
        }
    }

    /**
     * Makes the schema where it is missing and may be made. Takes one connection, for that one statement.
     *
     * @throws io.github.crmkit.storage.StorageFailureException when there is no connection
     */
    public static void makeSchema(DataSource dataSource, String schema) {
        try (Connection connection = dataSource.getConnection()) {
            tryRun(connection, "create schema if not exists " + schema);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        } catch (SQLException e) {
            throw Faults.failure("no connection to the database", e);
        }
    }

    /**
     * Makes a table and removes it again.
     *
     * @param table a qualified name that nothing else has
     * @throws io.github.crmkit.storage.StorageFailureException when the database does not let it be made
     */
    public static void tryTable(DataSource dataSource, String table) {
        try (Connection connection = dataSource.getConnection()) {
            run(connection, "create table if not exists " + table + " (id integer)");
            // who may make tables need not be allowed to drop them
            tryRun(connection, "drop table " + table);
        } catch (SQLException e) {
            throw Faults.failure("no table can be made here", e);
        }
    }

    private static void tryRun(Connection connection, String sql) {
        try {
            run(connection, sql);
        } catch (SQLException ignored) {
            // it is there already, or somebody else is making it, or what needs it will tell what is missing
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static boolean succeeds(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return statement.getUpdateCount() == 1;
            }
            try (ResultSet answer = statement.getResultSet()) {
                return answer.next() && answer.getInt(1) == 1;
            }
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
