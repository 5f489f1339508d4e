package io.github.crmkit.jdbc.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.jdbc.sql.SchemaLock;
import io.github.crmkit.jdbc.testing.DraftDdl;
import io.github.crmkit.jdbc.testing.Engine;
import io.github.crmkit.jdbc.testing.SampleTables;
import io.github.crmkit.jdbc.testing.SmallPools;
import io.github.crmkit.jdbc.testing.TestDatabase;
import io.github.crmkit.storage.StorageFailureException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the lock of each database promises, which the whole of the schema leans on. */
final class SessionLocksTest {

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
    void it_outlives_commits_and_new_tables_and_ends_with_the_work(Engine engine) throws Exception {
        TestDatabase database = database(engine);
        SchemaLock first = lock(engine, pools.of(database, 1, true), "crm_schema_lock");
        SchemaLock second = lock(engine, pools.of(database, 1, true), "crm_schema_lock");
        CompletableFuture<Boolean> later = new CompletableFuture<>();
        AtomicBoolean done = new AtomicBoolean();
        first.holding(source -> {
            DraftDdl.run(source, "create table crm_made (id integer)");
            writeAndCommit(source);
            new Thread(() -> second.holding(other -> later.complete(done.get()))).start();
            assertThatThrownBy(() -> later.get(700, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            done.set(true);
        });
        assertThat(later.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void it_ends_with_a_session_that_dies(Engine engine) {
        TestDatabase database = database(engine);
        assertThatThrownBy(() -> lock(engine, database.dataSource(), "crm_schema_lock")
                        .holding(source -> {
                            kill(source);
                            throw new IllegalStateException("died");
                        }))
                .hasMessage("died");
        AtomicBoolean held = new AtomicBoolean();
        lock(engine, database.dataSource(), "crm_schema_lock").holding(source -> held.set(true));
        assertThat(held).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void work_that_leaves_a_transaction_open_is_undone(Engine engine) throws SQLException {
        TestDatabase database = database(engine);
        DataSource pool = pools.of(database, 1, false);
        DraftDdl.run(database.dataSource(), "create table crm_made (id integer)");
        lock(engine, pool, "crm_schema_lock").holding(source -> {
            try (Connection connection = source.getConnection()) {
                connection.setAutoCommit(false);
                connection.createStatement().execute("insert into crm_made (id) values (1)");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        lock(engine, pool, "crm_schema_lock")
                .holding(source -> assertThat(rows(source, "crm_made")).isZero());
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void other_tables_have_other_locks(Engine engine) {
        TestDatabase database = database(engine);
        AtomicBoolean both = new AtomicBoolean();
        lock(engine, database.dataSource(), "crm_schema_lock")
                .holding(source ->
                        lock(engine, database.dataSource(), "b_schema_lock").holding(other -> both.set(true)));
        assertThat(both).isTrue();
    }

    @Test
    void on_mariadb_a_named_schema_has_one_lock_from_wherever_one_connects() throws Exception {
        DataSource here = database(Engine.MARIADB).dataSource();
        DataSource there = database(Engine.MARIADB).dataSource();
        CountDownLatch held = new CountDownLatch(1);
        lock(Engine.MARIADB, here, "sales.crm_schema_lock").holding(source -> {
            new Thread(() ->
                            lock(Engine.MARIADB, there, "sales.crm_schema_lock").holding(other -> held.countDown()))
                    .start();
            assertThat(await(held, 700)).isFalse();
        });
        assertThat(await(held, 10_000)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void where_the_lock_was_lost_meanwhile_the_session_is_given_up_and_the_pool_goes_on(Engine engine) {
        DataSource pool = pools.of(database(engine), 1, true);
        AtomicBoolean again = new AtomicBoolean();
        lock(engine, pool, "crm_schema_lock")
                .holding(source -> DraftDdl.run(
                        source,
                        switch (engine) {
                            case H2 -> "update crm_schema_lock set holder = null";
                            case POSTGRESQL -> "select pg_advisory_unlock_all()";
                            case MARIADB -> "select release_all_locks()";
                        }));
        lock(engine, pool, "crm_schema_lock").holding(source -> again.set(true));
        assertThat(again).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void who_is_interrupted_while_waiting_hears_a_failure(Engine engine) throws Exception {
        TestDatabase database = database(engine);
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        AtomicBoolean stillInterrupted = new AtomicBoolean();
        Thread waiting = new Thread(() -> {
            try {
                lock(engine, database.dataSource(), "crm_schema_lock").holding(source -> {});
                failure.complete(new AssertionError("it did not wait"));
            } catch (StorageFailureException e) {
                stillInterrupted.set(Thread.currentThread().isInterrupted());
                failure.complete(e);
            }
        });
        lock(engine, database.dataSource(), "crm_schema_lock").holding(source -> {
            waiting.start();
            try {
                Thread.sleep(300);
                waiting.interrupt();
                assertThat(failure.get(10, TimeUnit.SECONDS)).hasMessageContaining("cannot be locked");
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        assertThat(stillInterrupted).isTrue();
    }

    @Test
    void on_h2_who_cannot_see_the_sessions_of_others_takes_a_free_lock_but_nobodys() throws Exception {
        TestDatabase database = database(Engine.H2);
        DataSource owner = database.dataSource();
        lock(Engine.H2, owner, "crm_schema_lock").holding(source -> {});
        DraftDdl.run(owner, "create user clerk password 'secret'");
        DraftDdl.run(owner, "grant select, update on crm_schema_lock to clerk");
        DataSource pool = pools.of(database, 1, true, "clerk", "secret");
        CountDownLatch held = new CountDownLatch(1);
        lock(Engine.H2, owner, "crm_schema_lock").holding(source -> {
            new Thread(() -> lock(Engine.H2, pool, "crm_schema_lock").holding(other -> held.countDown())).start();
            assertThat(await(held, 700)).isFalse();
        });
        assertThat(await(held, 10_000)).isTrue();
    }

    private static SchemaLock lock(Engine engine, DataSource dataSource, String table) {
        return new SchemaLock(
                dataSource, SampleTables.dialect(engine).sessionLock(table).orElseThrow());
    }

    private static void writeAndCommit(DataSource source) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("insert into crm_made (id) values (1)");
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void kill(DataSource source) {
        try (Connection connection = source.getConnection()) {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int rows(DataSource source, String table) {
        try (Connection connection = source.getConnection();
                var counted = connection.createStatement().executeQuery("select count(*) from " + table)) {
            return counted.next() ? counted.getInt(1) : -1;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean await(CountDownLatch latch, long millis) {
        try {
            return latch.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
