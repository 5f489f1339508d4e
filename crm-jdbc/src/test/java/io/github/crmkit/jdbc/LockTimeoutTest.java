package io.github.crmkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.jdbc.testing.Engine;
import io.github.crmkit.jdbc.testing.SampleTables;
import io.github.crmkit.jdbc.testing.TestDatabase;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.StaleVersionException;
import io.github.crmkit.storage.Storage;
import io.github.crmkit.storage.StorageFailureException;
import io.github.crmkit.storage.UnitOfWork;
import io.github.crmkit.storage.contract.sample.Sample;
import io.github.crmkit.storage.contract.sample.Samples;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A lock that is not granted in time leaves nothing half done, even when somebody commits afterwards. */
final class LockTimeoutTest {

    private static final TenantId TENANT = new TenantId(UUID.randomUUID());

    private TestDatabase database;

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_unit_that_goes_on_after_a_lock_timeout_is_not_committed(Engine engine) throws SQLException {
        Storage storage = open(engine);
        Sample locked = insert(storage);
        try (Connection holder = hold(storage, locked);
                Connection impatient = impatient(engine)) {
            Storage host = ((JdbcStorage) storage).joining(impatient);
            assertThatThrownBy(() -> host.inUnit(TENANT, unit -> {
                        halfAndLocked(unit, locked);
                        return true;
                    }))
                    .isInstanceOf(StorageFailureException.class);
            impatient.commit();
            holder.rollback();
        }
        assertThat(all(storage)).containsExactly(locked);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_lock_timeout_that_is_thrown_is_a_conflict(Engine engine) throws SQLException {
        Storage storage = open(engine);
        Sample locked = insert(storage);
        try (Connection holder = hold(storage, locked);
                Connection impatient = impatient(engine)) {
            Storage host = ((JdbcStorage) storage).joining(impatient);
            assertThatThrownBy(() -> host.inUnit(TENANT, unit -> {
                        unit.repository(Samples.TYPE).insert(Sample.named("half"));
                        unit.repository(Samples.TYPE).update(locked.renamed("changed"));
                        return true;
                    }))
                    .isInstanceOf(StaleVersionException.class);
            impatient.commit();
            holder.rollback();
        }
        assertThat(all(storage)).containsExactly(locked);
    }

    private static void halfAndLocked(UnitOfWork unit, Sample locked) {
        unit.repository(Samples.TYPE).insert(Sample.named("half"));
        assertThatThrownBy(() -> unit.repository(Samples.TYPE).update(locked.renamed("changed")))
                .isInstanceOf(StaleVersionException.class);
    }

    private Storage open(Engine engine) {
        database = engine.fresh();
        SampleTables.create(database.dataSource(), SampleTables.layout(), engine);
        return JdbcStorage.over(database.dataSource(), SampleTables.layout());
    }

    private static Sample insert(Storage storage) {
        Sample sample = Sample.named("locked");
        storage.inUnit(TENANT, unit -> {
            unit.repository(Samples.TYPE).insert(sample);
            return true;
        });
        return sample;
    }

    /** Somebody who keeps the row for longer than anybody waits. */
    private Connection hold(Storage storage, Sample locked) throws SQLException {
        Connection connection = database.dataSource(false).getConnection();
        ((JdbcStorage) storage).joining(connection).inUnit(TENANT, unit -> {
            unit.repository(Samples.TYPE).update(locked.renamed("held"));
            return true;
        });
        return connection;
    }

    private Connection impatient(Engine engine) throws SQLException {
        Connection connection = database.dataSource(false).getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    switch (engine) {
                        case H2 -> "set lock_timeout 300";
                        case POSTGRESQL -> "set lock_timeout = '300ms'";
                        case MARIADB -> "set innodb_lock_wait_timeout = 1";
                    });
        }
        connection.commit();
        return connection;
    }

    private static List<Sample> all(Storage storage) {
        return storage.inUnit(TENANT, unit -> {
            List<Sample> all = new ArrayList<>();
            unit.repository(Samples.TYPE).each(Criteria.all(), Sort.byId(), all::add);
            return all;
        });
    }
}
