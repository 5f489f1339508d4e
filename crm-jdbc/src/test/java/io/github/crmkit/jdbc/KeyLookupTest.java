package io.github.crmkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.jdbc.testing.Engine;
import io.github.crmkit.jdbc.testing.RecordingDataSource;
import io.github.crmkit.jdbc.testing.SampleTables;
import io.github.crmkit.jdbc.testing.TestDatabase;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.Storage;
import io.github.crmkit.storage.UnitOfWork;
import io.github.crmkit.storage.contract.sample.Sample;
import io.github.crmkit.storage.contract.sample.Samples;
import io.github.crmkit.storage.contract.sample.Sheet;
import io.github.crmkit.storage.contract.sample.SheetLine;
import io.github.crmkit.storage.contract.sample.Sheets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** H2 reads all rows of a tenant for a list of ids, unless each id has the tenant beside it. */
final class KeyLookupTest {

    private static final TenantId TENANT = new TenantId(UUID.randomUUID());

    @Test
    void rows_and_their_children_that_are_named_by_a_list_of_ids_are_found_by_the_key() throws SQLException {
        try (TestDatabase database = Engine.H2.fresh()) {
            SampleTables.create(database.dataSource(), SampleTables.layout(), Engine.H2);
            RecordingDataSource recorder = new RecordingDataSource(database.pool());
            Storage storage = JdbcStorage.over(recorder, SampleTables.layout());
            List<Sample> samples =
                    Stream.generate(() -> Sample.named("one")).limit(200).toList();
            storage.inUnit(TENANT, unit -> fill(unit, samples));

            List<String> texts = textsOf(recorder, storage, unit -> {
                unit.repository(Sheets.TYPE).page(Criteria.all(), Sort.byId(), PageRequest.first(50));
                return unit.repository(Samples.TYPE)
                        .findAll(samples.subList(0, 20).stream().map(Sample::id).toList());
            });
            List<String> listed =
                    texts.stream().filter(text -> text.contains(" in (")).toList();
            assertThat(listed).hasSize(2);
            for (String text : listed) {
                assertThat(plan(database, text)).containsPattern("(?s)PRIMARY_KEY\\S*:\\s+IN\\(");
            }
        }
    }

    private static boolean fill(UnitOfWork unit, List<Sample> samples) {
        unit.repository(Samples.TYPE).insertAll(samples);
        List<SheetLine> lines = List.of(SheetLine.of("line", "1"));
        unit.repository(Sheets.TYPE)
                .insertAll(Stream.generate(() -> Sheet.of("sheet", lines))
                        .limit(200)
                        .toList());
        return true;
    }

    private static List<String> textsOf(
            RecordingDataSource recorder, Storage storage, Function<UnitOfWork, Object> work) {
        recorder.clear();
        storage.inUnit(TENANT, work);
        return recorder.texts();
    }

    private static String plan(TestDatabase database, String text) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement explain = connection.prepareStatement("explain " + text)) {
            for (int i = 1; i <= explain.getParameterMetaData().getParameterCount(); i++) {
                explain.setObject(i, TENANT.value());
            }
            try (ResultSet plan = explain.executeQuery()) {
                plan.next();
                return plan.getString(1);
            }
        }
    }
}
