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
import io.github.crmkit.storage.contract.sample.SampleFields;
import io.github.crmkit.storage.contract.sample.Samples;
import io.github.crmkit.storage.contract.sample.Sheet;
import io.github.crmkit.storage.contract.sample.SheetLine;
import io.github.crmkit.storage.contract.sample.Sheets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * On H2, whose planner needs help: it reads all rows of a tenant for a list of values, unless each has the tenant beside it,
 * and for a single value, when the order begins with the tenant.
 */
final class KeyLookupTest {

    private static final TenantId TENANT = new TenantId(UUID.randomUUID());

    private final TestDatabase database = Engine.H2.fresh();
    private final RecordingDataSource recorder = new RecordingDataSource(database.pool());
    private final Storage storage = JdbcStorage.over(recorder, SampleTables.layout());
    private final List<Sample> samples =
            Stream.generate(() -> Sample.named("one")).limit(200).toList();

    @BeforeEach
    void open() {
        SampleTables.create(database.dataSource(), SampleTables.layout(), Engine.H2);
        storage.inUnit(TENANT, unit -> fill(unit, samples));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void rows_and_their_children_that_are_named_by_a_list_of_ids_are_found_by_the_key() throws SQLException {
        List<String> texts = textsOf(unit -> {
            unit.repository(Sheets.TYPE).page(Criteria.all(), Sort.byId(), PageRequest.first(50));
            return unit.repository(Samples.TYPE)
                    .findAll(samples.subList(0, 20).stream().map(Sample::id).toList());
        });
        List<String> listed =
                texts.stream().filter(text -> text.contains(" in (")).toList();
        assertThat(listed).hasSize(2);
        for (String text : listed) {
            assertThat(plan(text)).containsPattern("(?s)PRIMARY_KEY\\S*:\\s+IN\\(");
        }
    }

    @Test
    void what_is_asked_for_by_values_of_a_key_is_found_by_it() throws SQLException {
        for (Criteria<Sample> where : List.of(
                SampleFields.REFERENCE.equalTo("one"),
                SampleFields.REFERENCE.in("one"),
                SampleFields.ACTIVE.equalTo(true).and(SampleFields.REFERENCE.equalTo("one")))) {
            assertThat(planOf(where)).contains("REFERENCE = ?").containsPattern("(?s)UQ_SAMPLE_REFERENCE\\S*:");
        }
        for (Criteria<Sample> where : List.of(
                SampleFields.REFERENCE.in("one", "two", "three"),
                SampleFields.ACTIVE.equalTo(true).and(SampleFields.REFERENCE.in("one", "two")))) {
            assertThat(planOf(where)).containsPattern("(?s)UQ_SAMPLE_REFERENCE\\S*:\\s+IN\\(");
        }
    }

    @Test
    void all_rows_are_walked_in_the_order_of_the_key() throws SQLException {
        assertThat(planOf(Criteria.all())).contains("PRIMARY_KEY").contains("index sorted");
    }

    private String planOf(Criteria<Sample> where) throws SQLException {
        List<String> texts =
                textsOf(unit -> unit.repository(Samples.TYPE).page(where, Sort.byId(), PageRequest.first(50)));
        assertThat(texts).hasSize(1);
        return plan(texts.get(0));
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

    private List<String> textsOf(Function<UnitOfWork, Object> work) {
        recorder.clear();
        storage.inUnit(TENANT, work);
        return recorder.texts();
    }

    private String plan(String text) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement explain = connection.prepareStatement("explain " + text)) {
            for (int i = 1; i <= explain.getParameterMetaData().getParameterCount(); i++) {
                explain.setNull(i, Types.NULL);
            }
            try (ResultSet plan = explain.executeQuery()) {
                plan.next();
                return plan.getString(1);
            }
        }
    }
}
