package io.github.crmkit.jdbc;

import io.github.crmkit.jdbc.sql.Transactions;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.storage.Storage;
import io.github.crmkit.storage.UnitOfWork;
import java.sql.Connection;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Keeps everything in a relational database: H2, PostgreSQL or MariaDB. Made once and shared by all threads; it holds no
 * connection between units of work, and one unit never takes a second one.
 */
public final class JdbcStorage implements Storage {

    private final Transactions transactions;
    private final Prepared prepared;

    private JdbcStorage(Transactions transactions, Prepared prepared) {
        this.transactions = transactions;
        this.prepared = prepared;
    }

    /**
     * Every unit of work takes a connection, begins, commits or rolls back, and gives the connection back as it was; whether
     * the pool's autocommit is on or off by default does not matter. The tables are where {@link Layout#standard} says.
     *
     * @throws io.github.crmkit.storage.StorageFailureException when the database cannot be reached
     */
    public static JdbcStorage over(DataSource dataSource) {
        return over(dataSource, Layout.standard());
    }

    /** As {@link #over(DataSource)}, with tables where this layout says. */
    public static JdbcStorage over(DataSource dataSource, Layout layout) {
        return of(Transactions.owning(dataSource), layout, dataSource);
    }

    /**
     * Every unit of work is part of the transaction that the host has open on what this DataSource hands out to the thread,
     * such as the transaction-aware DataSource of a framework. The library never commits it, rolls it back as a whole, or
     * changes anything about it; a connection is handed back after each unit.
     *
     * <p>A unit that throws is undone by a savepoint and leaves nothing half done. Where the database has ended the whole
     * transaction, as some do after a deadlock, the exception says so in what it suppressed, and the host has to begin anew.
     */
    public static JdbcStorage joining(DataSource transactionAware) {
        return joining(transactionAware, Layout.standard());
    }

    /** As {@link #joining(DataSource)}, with tables where this layout says. */
    public static JdbcStorage joining(DataSource transactionAware, Layout layout) {
        return of(Transactions.joining(transactionAware), layout, transactionAware);
    }

    /**
     * The same tables, within the transaction that the host has open on this connection, whose autocommit must be off. The
     * connection is never committed, rolled back as a whole, closed or changed; see {@link #joining(DataSource)}.
     */
    public Storage joining(Connection connection) {
        return new JdbcStorage(Transactions.joining(connection), prepared);
    }

    private static JdbcStorage of(Transactions transactions, Layout layout, DataSource dataSource) {
        return new JdbcStorage(transactions, layout.prepared(layout.dialectOf(dataSource)));
    }

    @Override
    public <R> R inUnit(TenantId tenant, Function<UnitOfWork, R> work) {
        return transactions.run(transaction -> work.apply(new JdbcUnit(tenant, transaction, prepared)));
    }

    @Override
    public boolean ownsTransactions() {
        return transactions.owned();
    }
}
