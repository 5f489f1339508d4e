package io.github.crmkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.jdbc.testing.BreakingDataSource;
import io.github.crmkit.jdbc.testing.Engine;
import io.github.crmkit.jdbc.testing.SampleTables;
import io.github.crmkit.jdbc.testing.TestDatabase;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.storage.OutcomeUnknownException;
import io.github.crmkit.storage.StaleVersionException;
import io.github.crmkit.storage.Storage;
import io.github.crmkit.storage.StorageFailureException;
import io.github.crmkit.storage.UnitOfWork;
import io.github.crmkit.storage.contract.sample.Sample;
import io.github.crmkit.storage.contract.sample.Samples;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a unit of work when its end goes wrong. */
final class TransactionEndTest {

    private static final TenantId TENANT = new TenantId(UUID.randomUUID());

    private TestDatabase database;
    private BreakingDataSource breaking;
    private Storage storage;

    @BeforeEach
    void open() {
        database = Engine.H2.fresh();
        SampleTables.create(database.dataSource(), SampleTables.layout(), Engine.H2);
        breaking = new BreakingDataSource(database.dataSource());
        storage = JdbcStorage.over(breaking, SampleTables.layout());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_conflict_at_commit_is_a_conflict() {
        breaking.breakAt("commit", new SQLException("certification failure", "40001", 1213));
        assertThatThrownBy(this::insert).isInstanceOf(StaleVersionException.class);
        assertThat(stored()).isZero();
    }

    @Test
    void a_refusal_at_commit_is_a_failure() {
        breaking.breakAt("commit", new SQLException("internal", "XX000"));
        assertThatThrownBy(this::insert).isInstanceOf(StorageFailureException.class);
        assertThat(stored()).isZero();
    }

    @Test
    void a_connection_that_breaks_at_commit_leaves_the_outcome_unknown() {
        breaking.breakAt("commit", new SQLException("gone", "08006"));
        assertThatThrownBy(this::insert).isInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void a_connection_that_breaks_after_the_commit_does_not_matter() {
        for (String call : new String[] {"setAutoCommit", "close"}) {
            breaking.breakAt(call, new SQLException("gone", "08006"), /* passing= */ call.equals("close") ? 0 : 1);
            insert();
        }
        assertThat(stored()).isEqualTo(2);
    }

    @Test
    void autocommit_is_not_switched_on_over_work_that_could_not_be_rolled_back() {
        breaking.breakAt("rollback", new SQLException("deliberate", "58030"));
        RuntimeException deliberate = new IllegalStateException("deliberate");
        assertThatThrownBy(() -> storage.inUnit(TENANT, unit -> {
                    unit.repository(Samples.TYPE).insert(Sample.named("half"));
                    throw deliberate;
                }))
                .isSameAs(deliberate)
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
        assertThat(breaking.calls()).contains("abort").endsWith("close");
        assertThat(stored()).isZero();
    }

    @Test
    void no_connection_is_a_failure() {
        breaking.breakAt("getConnection", new SQLException("pool exhausted", "08001"));
        assertThatThrownBy(this::insert).isInstanceOf(StorageFailureException.class);
    }

    @Test
    void what_the_work_throws_is_passed_on_unchanged() {
        Error deliberate = new StackOverflowError();
        assertThatThrownBy(() -> storage.inUnit(TENANT, unit -> {
                    unit.repository(Samples.TYPE).insert(Sample.named("half"));
                    throw deliberate;
                }))
                .isSameAs(deliberate);
        assertThat(stored()).isZero();
    }

    @Test
    void after_a_failure_every_statement_is_refused() {
        assertThatThrownBy(() -> storage.inUnit(TENANT, unit -> {
                    breaking.breakAt("prepareStatement", new SQLException("deliberate", "58030"));
                    assertThatThrownBy(() -> unit.repository(Samples.TYPE).insert(Sample.named("one")))
                            .isInstanceOf(StorageFailureException.class);
                    assertThatThrownBy(() -> unit.repository(Samples.TYPE).insert(Sample.named("two")))
                            .isInstanceOf(StorageFailureException.class)
                            .hasMessageContaining("can only be undone");
                    assertThatThrownBy(() -> unit.repository(Samples.TYPE).count(Criteria.all()))
                            .isInstanceOf(StorageFailureException.class);
                    return true;
                }))
                .isInstanceOf(StorageFailureException.class)
                .hasMessageContaining("nothing is stored");
        assertThat(stored()).isZero();
    }

    @Test
    void a_unit_that_has_ended_is_of_no_more_use() {
        AtomicReference<UnitOfWork> kept = new AtomicReference<>();
        storage.inUnit(TENANT, unit -> {
            kept.set(unit);
            return true;
        });
        assertThatThrownBy(() -> kept.get().repository(Samples.TYPE).count(Criteria.all()))
                .isInstanceOf(IllegalStateException.class);
    }

    private void insert() {
        storage.inUnit(TENANT, unit -> {
            unit.repository(Samples.TYPE).insert(Sample.named("one"));
            return true;
        });
    }

    private long stored() {
        return JdbcStorage.over(database.dataSource(), SampleTables.layout())
                .inUnit(TENANT, unit -> unit.repository(Samples.TYPE).count(Criteria.all()));
    }
}
