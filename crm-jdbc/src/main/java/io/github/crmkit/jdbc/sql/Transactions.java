package io.github.crmkit.jdbc.sql;

import java.sql.Connection;
import java.util.function.Function;
import javax.sql.DataSource;

/** Where transactions come from. Safe under threads, as far as what it was made of is. */
public sealed interface Transactions permits OwnedTransactions, JoinedConnection, JoinedDataSource {

    /** Runs the work in one transaction, on one connection. What the work throws undoes it and is passed on unchanged. */
    <R> R run(Function<Transaction, R> work);

    /** Whether each run is committed on return. */
    boolean owned();

    /** Each run has a connection and a transaction of its own. */
    static Transactions owning(DataSource dataSource) {
        return new OwnedTransactions(dataSource);
    }

    /** Each run is part of the transaction that is open on this connection. */
    static Transactions joining(Connection connection) {
        return new JoinedConnection(connection);
    }

    /** Each run is part of the transaction that the host has opened on what this DataSource hands out. */
    static Transactions joining(DataSource transactionAware) {
        return new JoinedDataSource(transactionAware);
    }
}
