package io.github.crmkit.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.github.crmkit.jdbc.testing.Engine;
import io.github.crmkit.jdbc.testing.HostTransactions;
import io.github.crmkit.jdbc.testing.SampleTables;
import io.github.crmkit.jdbc.testing.TestDatabase;
import io.github.crmkit.storage.Storage;
import io.github.crmkit.storage.contract.StorageContract;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The part of the storage contract that is about transactions, within transactions of the host's. */
final class JoinedContractTest {

    private static final Set<String> THEMES =
            Set.of("versions", "unique keys", "units of work", "joined units", "races");

    private TestDatabase database;

    @AfterEach
    void close() {
        database.close();
    }

    @TestFactory
    Stream<DynamicTest> on_h2() {
        return contract(Engine.H2);
    }

    @TestFactory
    Stream<DynamicTest> on_postgresql() {
        return contract(Engine.POSTGRESQL);
    }

    @TestFactory
    Stream<DynamicTest> on_mariadb() {
        return contract(Engine.MARIADB);
    }

    private Stream<DynamicTest> contract(Engine engine) {
        database = engine.fresh();
        HikariDataSource pool = (HikariDataSource) database.pool();
        pool.setMaximumPoolSize(20);
        SampleTables.create(pool, SampleTables.layout(), engine);
        Storage storage = new HostTransactions(pool, JdbcStorage.over(pool, SampleTables.layout()));
        return StorageContract.themes().stream()
                .filter(theme -> THEMES.contains(theme.name()))
                .flatMap(theme -> theme.cases().stream())
                .map(c -> DynamicTest.dynamicTest(c.name(), () -> StorageContract.check(c, storage, storage)));
    }
}
