package io.github.crmkit.jdbc.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;

/** Takes a connection for each run, commits it or rolls it back, and gives it back as it was. */
record OwnedTransactions(DataSource dataSource) implements Transactions {

    @Override
    public boolean owned() {
        return true;
    }

    @Override
    public <R> R run(Function<Transaction, R> work) {
        Lease lease = Lease.of(dataSource);
        try {
            lease.begin();
            R result = new Transaction(lease.connection).run(work);
            lease.commit();
            return result;
        } catch (Throwable thrown) {
            lease.rollback(thrown);
            throw thrown;
        } finally {
            lease.giveBack();
        }
    }

    /** A connection on loan. */
    private static final class Lease {

        private final Connection connection;
        private boolean autoCommitWasOn;
        private boolean spoilt;

        private Lease(Connection connection) {
            this.connection = connection;
        }

        static Lease of(DataSource dataSource) {
            try {
                return new Lease(dataSource.getConnection());
            } catch (SQLException e) {
                throw Faults.failure("no connection to the database", e);
            }
        }

        void begin() {
            try {
                if (connection.getAutoCommit()) {
                    connection.setAutoCommit(false);
                    autoCommitWasOn = true;
                }
            } catch (SQLException e) {
                throw Faults.failure("no transaction could be begun", e);
            }
        }

        void commit() {
            try {
                connection.commit();
            } catch (SQLException e) {
                throw Faults.atCommit(e);
            }
        }

        void rollback(Throwable reason) {
            try {
                connection.rollback();
            } catch (SQLException e) {
                spoilt = true;
                reason.addSuppressed(Faults.failure("the transaction could not be rolled back", e));
            }
        }

        /** Whether this works or not, the outcome of the work is known already. */
        void giveBack() {
            try (connection) {
                if (spoilt) {
                    // switching autocommit on would commit what could not be rolled back
                    connection.abort(Runnable::run);
                } else if (autoCommitWasOn) {
                    connection.setAutoCommit(true);
                }
            } catch (SQLException ignored) {
                // the pool finds out by itself that this connection is broken
            }
        }
    }
}
