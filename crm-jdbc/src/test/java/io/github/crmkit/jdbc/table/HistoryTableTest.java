package io.github.crmkit.jdbc.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.jdbc.JdbcStorage;
import io.github.crmkit.jdbc.Schema;
import io.github.crmkit.jdbc.testing.DraftDdl;
import io.github.crmkit.jdbc.testing.Engine;
import io.github.crmkit.jdbc.testing.RecordingDataSource;
import io.github.crmkit.jdbc.testing.TestDatabase;
import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.storage.DuplicateKeyException;
import io.github.crmkit.storage.FieldChange;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.storage.HistoryId;
import io.github.crmkit.storage.StaleVersionException;
import io.github.crmkit.storage.Storage;
import io.github.crmkit.storage.StorageFailureException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HistoryTableTest {

    private static final TenantId TENANT = new TenantId(UUID.randomUUID());
    private static final EntityRef LEAD = new EntityRef("lead", UUID.randomUUID());

    private TestDatabase database;
    private RecordingDataSource recorder;
    private Storage storage;

    private void open(Engine engine) {
        database = engine.fresh();
        Schema.standard().apply(database.dataSource());
        recorder = new RecordingDataSource(database.dataSource());
        storage = JdbcStorage.over(recorder);
        recorder.clear();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void entries_come_back_as_they_were_written_oldest_first(Engine engine) {
        open(engine);
        HistoryEntry second =
                entry(2, "no budget", List.of(new FieldChange("status", "NEW", "ราคา 😀")), List.of(LEAD));
        HistoryEntry first = entry(1, null, List.of(new FieldChange("note", null, "a\n\"b\"")), List.of());
        insert(second, first);
        insert(new HistoryEntry(
                new HistoryId(UUID.randomUUID()),
                new EntityRef("contact", LEAD.id()),
                1,
                Instant.parse("2026-03-01T00:00:00Z"),
                new UserId(UUID.randomUUID()),
                "contact.created",
                null,
                List.of(),
                List.of()));
        recorder.clear();
        assertThat(ofLead()).containsExactly(first, second);
        recorder.requireTenant(TENANT);
        if (engine != Engine.MARIADB) {
            assertThat(recorder.texts().get(0))
                    .contains("order by tenant_id, subject_type, subject_id, subject_version, id");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void an_entry_is_written_once_and_never_changed(Engine engine) {
        open(engine);
        HistoryEntry entry = entry(3, null, List.of(), List.of());
        insert(entry);
        assertThatThrownBy(() -> insert(entry)).isInstanceOf(DuplicateKeyException.class);
        assertThatThrownBy(() -> storage.inUnit(TENANT, unit -> {
                    unit.repository(HistoryEntry.TYPE).update(entry);
                    return true;
                }))
                .isInstanceOf(StaleVersionException.class);
        assertThat(ofLead()).containsExactly(entry);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"v\":1,\"of\":[{}]}", "[]"})
    void an_entry_that_somebody_spoilt_is_unreadable_and_the_others_are_not(String changes) {
        open(Engine.H2);
        HistoryEntry spoilt = entry(1, null, List.of(), List.of());
        HistoryEntry sound = entry(2, null, List.of(), List.of());
        insert(spoilt, sound);
        DraftDdl.run(
                database.dataSource(),
                "update crm_history set changes = '" + changes + "' where id = '"
                        + spoilt.id().text() + "'");
        assertThatThrownBy(this::ofLead)
                .isInstanceOf(StorageFailureException.class)
                .hasMessageContaining(spoilt.id().text());
        Optional<HistoryEntry> found = storage.inUnit(
                TENANT, unit -> unit.repository(HistoryEntry.TYPE).find(sound.id()));
        assertThat(found).contains(sound);
    }

    private void insert(HistoryEntry... entries) {
        storage.inUnit(TENANT, unit -> {
            unit.repository(HistoryEntry.TYPE).insertAll(List.of(entries));
            return true;
        });
    }

    private List<HistoryEntry> ofLead() {
        return storage.inUnit(
                TENANT,
                unit -> unit.repository(HistoryEntry.TYPE)
                        .page(HistoryEntry.about(LEAD), HistoryEntry.VERSION.asc(), PageRequest.first(10))
                        .items());
    }

    private static HistoryEntry entry(long version, String note, List<FieldChange> changes, List<EntityRef> related) {
        return new HistoryEntry(
                new HistoryId(UUID.randomUUID()),
                LEAD,
                version,
                Instant.parse("2026-03-01T08:15:30.123456Z"),
                new UserId(UUID.randomUUID()),
                "lead.moved",
                note,
                changes,
                related);
    }
}
