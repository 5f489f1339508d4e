package io.github.crmkit.jdbc.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;

/** Asks the host's DataSource for the connection of the transaction that the host has open, and hands it back. */
record JoinedDataSource(DataSource dataSource) implements Transactions {

    @Override
    public boolean owned() {
        return false;
    }

    @Override
    public <R> R run(Function<Transaction, R> work) {
        Connection connection = open();
        try {
            return new JoinedConnection(connection).run(work);
        } finally {
            handBack(connection);
        }
    }

    private Connection open() {
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            throw Faults.failure("no connection of the host's transaction", e);
        }
    }

    private static void handBack(Connection connection) {
        try {
            connection.close();
        } catch (SQLException ignored) {
            // the host's transaction goes on or ends without this handle
        }
    }
}
