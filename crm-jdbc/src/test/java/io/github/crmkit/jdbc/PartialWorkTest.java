package io.github.crmkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.Crm;
import io.github.crmkit.CrmSession;
import io.github.crmkit.jdbc.testing.Engine;
import io.github.crmkit.jdbc.testing.RecordingDataSource;
import io.github.crmkit.jdbc.testing.SampleTables;
import io.github.crmkit.jdbc.testing.TestDatabase;
import io.github.crmkit.kernel.Caller;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.storage.Storage;
import io.github.crmkit.storage.contract.sample.Sample;
import io.github.crmkit.storage.contract.sample.Samples;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is not sent and not made again, because it is as it was. */
final class PartialWorkTest {

    private static final TenantId TENANT = new TenantId(UUID.randomUUID());

    private final TestDatabase database = Engine.H2.fresh();
    private final RecordingDataSource recorder = new RecordingDataSource(database.pool());
    private final Storage storage = JdbcStorage.over(recorder, SampleTables.layout());
    private final CrmSession session = Crm.on(storage).as(Caller.of(TENANT, new UserId(UUID.randomUUID())));

    @BeforeEach
    void open() {
        SampleTables.create(database.dataSource(), SampleTables.layout(), Engine.H2);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void an_update_sends_the_columns_that_differ_and_who_changed_them_when() {
        Sample first = Samples.full();
        storage.inUnit(TENANT, unit -> {
            unit.repository(Samples.TYPE).insert(first);
            return true;
        });

        assertThat(sent(first, first.withAmount("7.00").renamed(first.name())))
                .isEqualTo("update crm_sample set version = ?, changed_at = ?, changed_by = ?, amount = ?"
                        + " where tenant_id = ? and id = ? and version = ?");
        Sample second = first.withAmount("7.00").renamed(first.name());
        assertThat(sent(second, second.renamed("Another name")))
                .contains("set version = ?, changed_at = ?, changed_by = ?, name = ?, name_folded = ? where");
    }

    private String sent(Sample before, Sample after) {
        recorder.clear();
        storage.inUnit(TENANT, unit -> {
            unit.repository(Samples.TYPE).update(before, after);
            return true;
        });
        return recorder.statements().get(0).sql();
    }

    @Test
    void a_pipeline_is_asked_for_each_time_and_made_anew_only_when_its_row_differs() throws SQLException {
        Pipeline first = session.pipelines().installDefault();
        recorder.clear();

        Pipeline again = session.pipelines().get(first.id());
        assertThat(session.pipelines().get(first.id())).isSameAs(again);
        assertThat(recorder.statements()).hasSize(2);

        try (Connection connection = database.dataSource().getConnection();
                Statement byHand = connection.createStatement()) {
            byHand.executeUpdate("update crm_pipeline set name = 'By hand'"); // and its version stays
            connection.commit();
        }
        assertThat(session.pipelines().get(first.id()).name()).isEqualTo("By hand");
    }
}
