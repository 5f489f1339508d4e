package io.github.crmkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.github.crmkit.jdbc.dialect.Dialect;
import io.github.crmkit.jdbc.testing.DraftDdl;
import io.github.crmkit.jdbc.testing.Engine;
import io.github.crmkit.jdbc.testing.RecordingDataSource;
import io.github.crmkit.jdbc.testing.SampleTables;
import io.github.crmkit.jdbc.testing.SmallPools;
import io.github.crmkit.jdbc.testing.TestDatabase;
import io.github.crmkit.storage.StorageFailureException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How many connections the schema needs, and what becomes of them when something goes wrong. */
final class SchemaPoolTest {

    /** Flyway alone would ask for nine seconds. */
    private static final Duration AT_ONCE = Duration.ofSeconds(6);

    /** Nobody waits for a lock that is never given back. */
    private static final Duration SOON = Duration.ofSeconds(60);

    private final List<TestDatabase> databases = new ArrayList<>();
    private final SmallPools pools = new SmallPools();

    private TestDatabase database(Engine engine) {
        TestDatabase database = engine.fresh();
        databases.add(database);
        return database;
    }

    @AfterEach
    void close() {
        pools.close();
        databases.forEach(TestDatabase::close);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_pool_of_one_or_two_connections_is_enough(Engine engine) throws SQLException {
        for (int size = 1; size <= 2; size++) {
            for (boolean autoCommit : new boolean[] {true, false}) {
                HikariDataSource pool = pools.of(database(engine), size, autoCommit);
                Schema schema = Schema.standard();
                schema.apply(pool);
                schema.apply(pool);
                schema.validate(pool);
                assertThat(schema.print(SampleTables.dialect(engine))).contains("create table crm_history");
                assertIdle(pool, autoCommit);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_schema_of_its_own_needs_no_more(Engine engine) throws SQLException {
        HikariDataSource pool = pools.of(database(engine), 1, true);
        String name = "crm_" + UUID.randomUUID().toString().substring(0, 8);
        Schema schema = Schema.of(Layout.standard().inSchema(name).withPrefix(""));
        String before = currentSchema(pool);
        schema.apply(pool);
        schema.validate(pool);
        assertThat(currentSchema(pool)).isEqualTo(before);
        DraftDdl.run(pool, "drop schema " + name + (engine == Engine.MARIADB ? "" : " cascade"));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void never_is_more_than_one_connection_open(Engine engine) {
        RecordingDataSource recorder = new RecordingDataSource(database(engine).dataSource());
        Schema.standard().apply(recorder);
        Schema.standard().validate(recorder);
        assertThat(recorder.mostConnections()).isEqualTo(1);
        assertThat(recorder.openConnections()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void four_nodes_with_one_connection_each_may_start_at_once(Engine engine) throws Exception {
        TestDatabase database = database(engine);
        CyclicBarrier barrier = new CyclicBarrier(4);
        List<HikariDataSource> opened = new ArrayList<>();
        List<Callable<Boolean>> nodes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            HikariDataSource pool = pools.of(database, 1, i % 2 == 0);
            opened.add(pool);
            nodes.add(() -> {
                barrier.await(30, TimeUnit.SECONDS);
                Schema.standard().apply(pool);
                return true;
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<Boolean> done : threads.invokeAll(nodes, 60, TimeUnit.SECONDS)) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        for (int i = 0; i < 4; i++) {
            Schema.standard().validate(opened.get(i));
            assertIdle(opened.get(i), i % 2 == 0);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void who_may_not_make_tables_hears_it_soon_and_keeps_nobody_waiting(Engine engine) throws SQLException {
        TestDatabase database = database(engine);
        String guest = "guest_" + UUID.randomUUID().toString().substring(0, 8);
        DataSource owner = database.dataSource();
        switch (engine) {
            case H2 -> DraftDdl.run(owner, "create user " + guest + " password 'secret'");
            case POSTGRESQL -> DraftDdl.run(owner, "create role " + guest + " login password 'secret'");
            case MARIADB -> {
                DraftDdl.run(owner, "create user " + guest + " identified by 'secret'");
                DraftDdl.run(owner, "grant select on *.* to " + guest);
            }
        }
        HikariDataSource pool = pools.of(database, 1, true, guest, "secret");
        assertRefusedAtOnce(pool);
        assertIdle(pool, true);
        assertWithin(SOON, () -> Schema.standard().apply(owner));
        if (engine != Engine.H2) {
            pool.close();
            DraftDdl.run(owner, "drop user " + guest);
        }
    }

    @Test
    void a_database_that_is_read_only_says_so_soon() {
        TestDatabase database = database(Engine.POSTGRESQL);
        String name = database.url().substring(database.url().lastIndexOf('/') + 1);
        DraftDdl.run(database.dataSource(), "alter database " + name + " set default_transaction_read_only = on");
        assertRefusedAtOnce(pools.of(database, 1, true));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_user_who_may_only_write_rows_can_apply_what_is_applied(Engine engine) {
        TestDatabase database = database(engine);
        DataSource owner = database.dataSource();
        Schema.standard().apply(owner);
        String clerk = "clerk_" + UUID.randomUUID().toString().substring(0, 8);
        switch (engine) {
            case H2 -> {
                DraftDdl.run(owner, "create user " + clerk + " password 'secret'");
                DraftDdl.run(owner, "grant select, insert, update, delete on schema public to " + clerk);
            }
            case POSTGRESQL -> {
                DraftDdl.run(owner, "create role " + clerk + " login password 'secret'");
                DraftDdl.run(owner, "grant select, insert, update, delete on all tables in schema public to " + clerk);
            }
            case MARIADB -> {
                DraftDdl.run(owner, "create user " + clerk + " identified by 'secret'");
                DraftDdl.run(owner, "grant select, insert, update, delete on *.* to " + clerk);
            }
        }
        HikariDataSource pool = pools.of(database, 1, true, clerk, "secret");
        assertWithin(SOON, () -> Schema.standard().apply(pool));
        pool.close();
        switch (engine) {
            case H2 -> {}
            case POSTGRESQL -> DraftDdl.run(owner, "drop owned by " + clerk + "; drop role " + clerk);
            case MARIADB -> DraftDdl.run(owner, "drop user " + clerk);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_migration_that_fails_gives_back_the_connection_and_the_lock(Engine engine) throws SQLException {
        TestDatabase database = database(engine);
        DraftDdl.run(database.dataSource(), "create table crm_history (id integer)");
        for (boolean autoCommit : new boolean[] {true, false}) {
            HikariDataSource pool = pools.of(database, 1, autoCommit);
            assertWithin(
                    AT_ONCE,
                    () -> assertThatThrownBy(() -> Schema.standard().apply(pool))
                            .isInstanceOf(StorageFailureException.class)
                            .satisfies(e -> assertThat(Throwables.getStackTrace(e))
                                    .containsPattern("already exists|failed migration")));
            assertIdle(pool, autoCommit);
        }
    }

    @Test
    void a_dialect_without_a_lock_leaves_locking_to_flyway() {
        Dialect plain = new Dialect() {
            @Override
            public String name() {
                return "PLAIN";
            }

            @Override
            public boolean speaksTo(String product) {
                return false;
            }
        };
        Schema schema = Schema.of(Layout.standard().speaking(plain));
        HikariDataSource pool = pools.of(database(Engine.H2), 3, true);
        schema.apply(pool);
        assertThatCode(() -> schema.apply(pool)).doesNotThrowAnyException();
        assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
    }

    private static void assertRefusedAtOnce(DataSource dataSource) {
        assertWithin(
                AT_ONCE,
                () -> assertThatThrownBy(() -> Schema.standard().apply(dataSource))
                        .isInstanceOf(StorageFailureException.class));
    }

    private static void assertWithin(Duration limit, Runnable work) {
        long start = System.nanoTime();
        work.run();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(limit);
    }

    private static void assertIdle(HikariDataSource pool, boolean autoCommit) throws SQLException {
        assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        try (Connection connection = pool.getConnection()) {
            assertThat(connection.getAutoCommit()).isEqualTo(autoCommit);
        }
    }

    private static String currentSchema(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return connection.getCatalog() + "." + connection.getSchema();
        }
    }
}
