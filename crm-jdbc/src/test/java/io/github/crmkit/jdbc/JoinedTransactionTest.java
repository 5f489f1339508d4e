package io.github.crmkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.jdbc.testing.DraftDdl;
import io.github.crmkit.jdbc.testing.Engine;
import io.github.crmkit.jdbc.testing.HeldConnection;
import io.github.crmkit.jdbc.testing.RecordingDataSource;
import io.github.crmkit.jdbc.testing.SampleTables;
import io.github.crmkit.jdbc.testing.TestDatabase;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.DuplicateKeyException;
import io.github.crmkit.storage.Repository;
import io.github.crmkit.storage.StaleVersionException;
import io.github.crmkit.storage.Storage;
import io.github.crmkit.storage.contract.sample.Sample;
import io.github.crmkit.storage.contract.sample.SampleId;
import io.github.crmkit.storage.contract.sample.Samples;
import io.github.crmkit.storage.contract.sample.Sheet;
import io.github.crmkit.storage.contract.sample.SheetLine;
import io.github.crmkit.storage.contract.sample.Sheets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** In the host's transaction the library is a guest. */
final class JoinedTransactionTest {

    /** All that a guest asks of a connection; commit, close and every setter are not among it. */
    private static final Set<String> GUEST_CALLS =
            Set.of("getAutoCommit", "setSavepoint", "releaseSavepoint", "rollback to savepoint");

    private static final TenantId TENANT = new TenantId(UUID.randomUUID());

    private TestDatabase database;
    private DataSource dataSource;
    private JdbcStorage owning;

    private void open(Engine engine) {
        database = engine.fresh();
        dataSource = database.dataSource();
        SampleTables.create(dataSource, SampleTables.layout(), engine);
        owning = JdbcStorage.over(dataSource, SampleTables.layout());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_guest_never_ends_or_changes_the_hosts_transaction(Engine engine) throws SQLException {
        open(engine);
        RecordingDataSource recorder = new RecordingDataSource(dataSource);
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            useEverything(owning.joining(recorder.around(connection)));
            assertThat(recorder.connectionCalls()).isNotEmpty().isSubsetOf(GUEST_CALLS);
            assertThat(recorder.statements()).hasSizeGreaterThan(10);
            recorder.requireTenant(TENANT);
            assertThat(connection.isClosed()).isFalse();
            assertThat(connection.getAutoCommit()).isFalse();
            assertThat(stored()).as("before the host commits").isZero();
            connection.commit();
        }
        assertThat(stored()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_guest_hands_the_connection_back_to_a_transaction_aware_data_source(Engine engine) throws SQLException {
        open(engine);
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            RecordingDataSource aware = new RecordingDataSource(new HeldConnection(dataSource, connection));
            Storage joined = JdbcStorage.joining(aware, SampleTables.layout());
            useEverything(joined);
            assertThat(aware.connectionCalls())
                    .contains("getConnection", "close")
                    .doesNotContain("commit", "rollback", "setAutoCommit");
            assertThat(aware.openConnections()).isZero();
            assertThat(aware.mostConnections()).isEqualTo(1);
            assertThat(joined.ownsTransactions()).isFalse();
            connection.rollback();
        }
        assertThat(stored()).isZero();
    }

    private static void useEverything(Storage joined) {
        Sample one = Sample.named("one");
        Sheet sheet = Sheet.of("sheet", List.of(SheetLine.of("line", "1")));
        joined.inUnit(TENANT, unit -> {
            Repository<Sample, SampleId> samples = unit.repository(Samples.TYPE);
            samples.insert(one);
            samples.insertAll(List.of(Sample.named("two"), Sample.named("three")));
            samples.update(one.renamed("uno"));
            samples.count(Criteria.all());
            samples.page(Criteria.all(), Sort.byId(), PageRequest.first(2));
            unit.repository(Sheets.TYPE).insert(sheet);
            return true;
        });
        joined.inUnit(TENANT, unit -> {
            unit.repository(Sheets.TYPE).update(sheet.with("other", List.of()));
            unit.repository(Sheets.TYPE)
                    .delete(unit.repository(Sheets.TYPE).find(sheet.id()).orElseThrow());
            return true;
        });
        assertThatThrownBy(() -> joined.inUnit(TENANT, unit -> {
                    unit.repository(Samples.TYPE).insert(Sample.named("half"));
                    throw new IllegalStateException("deliberate");
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_refused_unit_leaves_the_hosts_own_work_and_nothing_of_its_own(Engine engine) throws SQLException {
        open(engine);
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            Storage joined = owning.joining(connection);
            insert(joined, Samples.full());
            assertThatThrownBy(() -> joined.inUnit(TENANT, unit -> {
                        unit.repository(Samples.TYPE).insert(Sample.named("half"));
                        unit.repository(Samples.TYPE).insert(Samples.full());
                        return true;
                    }))
                    .isInstanceOfSatisfying(
                            DuplicateKeyException.class,
                            e -> assertThat(e.key()).isEqualTo("reference"));
            insert(joined, Sample.named("last"));
            connection.commit();
        }
        assertThat(names()).containsExactly("Anong Srisai", "last");
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void without_a_transaction_there_is_nothing_to_join(Engine engine) throws SQLException {
        open(engine);
        try (Connection connection = dataSource.getConnection()) {
            assertThatThrownBy(() -> insert(owning.joining(connection), Sample.named("one")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("autocommit is on");
        }
        assertThat(stored()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_deadlock_is_a_conflict_even_where_it_ends_the_hosts_transaction(Engine engine) throws Exception {
        open(engine);
        Sample one = Sample.named("one");
        Sample two = Sample.named("two");
        insert(owning, one);
        insert(owning, two);
        try (Connection connection = dataSource.getConnection();
                Connection rival = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            rival.setAutoCommit(false);
            Storage joined = owning.joining(connection);
            CountDownLatch locked = new CountDownLatch(1);
            AtomicReference<Object> outcome = new AtomicReference<>("won");
            Thread thread = new Thread(() -> {
                try {
                    owning.joining(rival).inUnit(TENANT, unit -> {
                        unit.repository(Samples.TYPE).update(two.renamed("due"));
                        locked.countDown();
                        unit.repository(Samples.TYPE).update(one.renamed("uno"));
                        return true;
                    });
                } catch (RuntimeException e) {
                    outcome.set(e);
                } finally {
                    rollback(rival);
                }
            });
            Object mine = "won";
            try {
                joined.inUnit(TENANT, unit -> {
                    unit.repository(Samples.TYPE).update(one.renamed("one, again"));
                    thread.start();
                    await(locked);
                    unit.repository(Samples.TYPE).update(two.renamed("two, again"));
                    return true;
                });
            } catch (RuntimeException e) {
                mine = e;
            }
            connection.rollback();
            thread.join();
            assertThat(List.of(mine, outcome.get())).filteredOn("won"::equals).hasSizeLessThan(2);
            assertThat(List.of(mine, outcome.get()))
                    .filteredOn(o -> !"won".equals(o))
                    .isNotEmpty()
                    .hasOnlyElementsOfType(StaleVersionException.class);
        }
        assertThat(names()).containsExactly("one", "two");
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void statements_of_the_hosts_are_part_of_the_same_transaction(Engine engine) throws SQLException {
        open(engine);
        DraftDdl.run(dataSource, "create table host_note (note varchar(20) not null)");
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeUpdate("insert into host_note (note) values ('called')");
            insert(owning.joining(connection), Sample.named("one"));
            connection.rollback();
            assertThat(statement.executeQuery("select note from host_note").next())
                    .isFalse();
        }
        assertThat(stored()).isZero();
    }

    private static void insert(Storage storage, Sample sample) {
        storage.inUnit(TENANT, unit -> {
            unit.repository(Samples.TYPE).insert(sample);
            return true;
        });
    }

    private long stored() {
        return owning.inUnit(TENANT, unit -> unit.repository(Samples.TYPE).count(Criteria.all()));
    }

    private List<String> names() {
        return owning.inUnit(
                TENANT,
                unit ->
                        unit
                                .repository(Samples.TYPE)
                                .page(Criteria.all(), Sort.byId(), PageRequest.first(10))
                                .items()
                                .stream()
                                .map(Sample::name)
                                .sorted()
                                .toList());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
