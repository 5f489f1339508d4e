package io.github.crmkit.jdbc.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;

/** Small pools that are quick to say that they are empty. Closing this closes them. */
public final class SmallPools implements AutoCloseable {

    /** How long somebody waits for a connection of an empty pool. */
    public static final int PATIENCE_MILLIS = 2000;

    private final List<HikariDataSource> open = new ArrayList<>();

    /** A pool of that many connections for the owner of the database. */
    public HikariDataSource of(TestDatabase database, int size, boolean autoCommit) {
        return of(database, size, autoCommit, database.user(), database.password());
    }

    /** A pool of that many connections for this user. */
    public HikariDataSource of(TestDatabase database, int size, boolean autoCommit, String user, String password) {
        HikariConfig config = new HikariConfig();
        // H2 takes such settings from administrators only
        config.setJdbcUrl(database.url().replace(";DB_CLOSE_DELAY=-1", ""));
        config.setUsername(user);
        config.setPassword(password);
        config.setAutoCommit(autoCommit);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        HikariDataSource pool = new HikariDataSource(config);
        open.add(pool);
        return pool;
    }

    @Override
    public void close() {
        open.forEach(HikariDataSource::close);
        open.clear();
    }
}
