package io.github.crmkit.jdbc.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.function.Function;

/** Runs within the transaction that is open on a connection of the host's, each run fenced by a savepoint. */
record JoinedConnection(Connection connection) implements Transactions {

    @Override
    public boolean owned() {
        return false;
    }

    @Override
    public <R> R run(Function<Transaction, R> work) {
        Savepoint before = fence();
        try {
            R result = new Transaction(connection).run(work);
            release(before);
            return result;
        } catch (Throwable thrown) {
            undo(before, thrown);
            throw thrown;
        }
    }

    private Savepoint fence() {
        try {
            if (connection.getAutoCommit()) {
                throw new IllegalStateException("autocommit is on: there is no transaction to join");
            }
            return connection.setSavepoint();
        } catch (SQLException e) {
            throw Faults.failure("the host's transaction cannot be joined", e);
        }
    }

    private void release(Savepoint before) {
        try {
            connection.releaseSavepoint(before);
        } catch (SQLException e) {
            throw Faults.inStatement(e, null);
        }
    }

    private void undo(Savepoint before, Throwable reason) {
        try {
            connection.rollback(before);
        } catch (SQLException e) {
            // a deadlock ends the whole transaction on some databases; the reason matters more than this
            reason.addSuppressed(Faults.failure("the database has ended the host's transaction", e));
        }
    }
}
