package io.github.crmkit.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.github.crmkit.jdbc.testing.Engine;
import io.github.crmkit.jdbc.testing.SampleTables;
import io.github.crmkit.jdbc.testing.TestDatabase;
import io.github.crmkit.storage.Storage;
import io.github.crmkit.storage.contract.StorageContractSuite;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

/** The whole storage contract on every engine, over pools that hand out connections with autocommit on and off. */
final class JdbcStorageContractTest {

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class OnEngine extends StorageContractSuite {

        private final Engine engine;
        private final boolean autoCommit;
        private TestDatabase database;
        private Storage storage;
        private Storage other;

        OnEngine(Engine engine, boolean autoCommit) {
            this.engine = engine;
            this.autoCommit = autoCommit;
        }

        @BeforeAll
        void open() {
            database = engine.fresh();
            DataSource dataSource = pool();
            SampleTables.create(dataSource, SampleTables.layout(), engine);
            storage = JdbcStorage.over(dataSource, SampleTables.layout());
            other = JdbcStorage.over(pool(), SampleTables.layout());
        }

        /** The contract runs nine units at once, some of them with another one inside. */
        private DataSource pool() {
            HikariDataSource pool = (HikariDataSource) database.pool(autoCommit);
            pool.setMaximumPoolSize(20);
            return pool;
        }

        @AfterAll
        void close() {
            database.close();
        }

        @Override
        protected Storage storage() {
            return storage;
        }

        @Override
        protected Storage other() {
            return other;
        }
    }

    @Nested
    class H2WithAutoCommit extends OnEngine {
        H2WithAutoCommit() {
            super(Engine.H2, true);
        }
    }

    @Nested
    class H2WithoutAutoCommit extends OnEngine {
        H2WithoutAutoCommit() {
            super(Engine.H2, false);
        }
    }

    @Nested
    class PostgresqlWithAutoCommit extends OnEngine {
        PostgresqlWithAutoCommit() {
            super(Engine.POSTGRESQL, true);
        }
    }

    @Nested
    class PostgresqlWithoutAutoCommit extends OnEngine {
        PostgresqlWithoutAutoCommit() {
            super(Engine.POSTGRESQL, false);
        }
    }

    @Nested
    class MariadbWithAutoCommit extends OnEngine {
        MariadbWithAutoCommit() {
            super(Engine.MARIADB, true);
        }
    }

    @Nested
    class MariadbWithoutAutoCommit extends OnEngine {
        MariadbWithoutAutoCommit() {
            super(Engine.MARIADB, false);
        }
    }
}
