package io.github.crmkit.jdbc.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * One empty database for one test. Closing it closes the pools that it handed out and drops the database; what is never
 * closed ends with the test run.
 *
 * <pre>{@code
 * try (TestDatabase database = engine.fresh()) {
 *     DataSource dataSource = database.pool(false);
 *     ...
 * }
 * }</pre>
 */
public final class TestDatabase implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final int POOL_SIZE = 8;

    private final Engine engine;
    private final Server server;
    private final String name;
    private final Server.Address address;
    private final List<HikariDataSource> pools = new CopyOnWriteArrayList<>();

    TestDatabase(Engine engine, Server server) {
        this.engine = engine;
        this.server = server;
        this.name = "crm_test_" + NUMBER.incrementAndGet();
        this.address = server.create(name);
    }

    /** The engine it lives on. */
    public Engine engine() {
        return engine;
    }

    /** Its address for JDBC. */
    public String url() {
        return address.url();
    }

    /** Who may enter, with {@link #password()}: the owner of everything in it. */
    public String user() {
        return address.user();
    }

    /** The password of {@link #user()}, which may be empty. */
    public String password() {
        return address.password();
    }

    /** Connections without a pool, with autocommit on as JDBC has it: each is opened when asked for. */
    public DataSource dataSource() {
        return dataSource(true);
    }

    /** Connections without a pool, with autocommit as given: each is opened when asked for. */
    public DataSource dataSource(boolean autoCommit) {
        return new DriverDataSource(address, autoCommit);
    }

    /** A pool of eight connections with autocommit on. Each call opens another pool. */
    public DataSource pool() {
        return pool(true);
    }

    /** A pool of eight connections with autocommit as given. Each call opens another pool. */
    public DataSource pool(boolean autoCommit) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(address.url());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setAutoCommit(autoCommit);
        config.setMaximumPoolSize(POOL_SIZE);
        config.setMinimumIdle(0);
        HikariDataSource pool = new HikariDataSource(config);
        pools.add(pool);
        return pool;
    }

    @Override
    public void close() {
        pools.forEach(HikariDataSource::close);
        server.drop(name);
    }

    @Override
    public String toString() {
        return engine.name();
    }
}
