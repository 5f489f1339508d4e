package io.github.crmkit.jdbc.testing;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * What frameworks call a transaction-aware DataSource: it hands out the connection of the transaction that is open, and
 * closing what it handed out does not close that connection.
 */
public final class HeldConnection extends InterceptedDataSource {

    public HeldConnection(DataSource real, Connection held) {
        super(
                new Holding(real, held),
                (call, proceeding) -> call.is(Connection.class, "close") ? null : proceeding.proceed());
    }

    private static final class Holding extends InterceptedDataSource {

        private final Connection held;

        Holding(DataSource real, Connection held) {
            super(real, (call, proceeding) -> proceeding.proceed());
            this.held = held;
        }

        @Override
        public Connection getConnection() throws SQLException {
            return held;
        }
    }
}
