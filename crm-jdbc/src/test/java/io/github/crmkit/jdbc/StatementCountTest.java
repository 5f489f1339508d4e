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
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How many statements each operation costs: gates, not measurements. */
final class StatementCountTest {

    private static final TenantId TENANT = new TenantId(UUID.randomUUID());

    private TestDatabase database;
    private RecordingDataSource recorder;
    private Storage storage;

    private void open(Engine engine) {
        database = engine.fresh();
        SampleTables.create(database.dataSource(), SampleTables.layout(), engine);
        recorder = new RecordingDataSource(database.pool());
        storage = JdbcStorage.over(recorder, SampleTables.layout());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private int cost(Consumer<UnitOfWork> work) {
        recorder.clear();
        storage.inUnit(TENANT, unit -> {
            work.accept(unit);
            return true;
        });
        recorder.requireTenant(TENANT);
        assertThat(recorder.mostConnections()).isEqualTo(1);
        assertThat(recorder.openConnections()).isZero();
        assertThat(recorder.connectionCalls()).filteredOn("commit"::equals).hasSize(1);
        return recorder.statements().size();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_plain_aggregate_costs_one_statement_for_each_operation(Engine engine) {
        open(engine);
        Sample sample = Samples.full();
        assertThat(cost(u -> u.repository(Samples.TYPE).insert(sample))).isEqualTo(1);
        assertThat(cost(u -> u.repository(Samples.TYPE).find(sample.id()))).isEqualTo(1);
        assertThat(cost(u -> u.repository(Samples.TYPE).findAll(List.of(sample.id(), sample.id()))))
                .isEqualTo(1);
        assertThat(cost(u -> u.repository(Samples.TYPE)
                        .page(SampleFields.ACTIVE.equalTo(true), SampleFields.NAME.asc(), PageRequest.first(50))))
                .isEqualTo(1);
        assertThat(cost(u -> u.repository(Samples.TYPE).count(Criteria.all()))).isEqualTo(1);
        assertThat(cost(u -> {
                    Sample found = u.repository(Samples.TYPE).find(sample.id()).orElseThrow();
                    u.repository(Samples.TYPE).update(found.renamed("other"));
                }))
                .as("load and versioned update")
                .isEqualTo(2);
        assertThat(cost(u -> u.repository(Samples.TYPE).delete(sample.renamed("other"))))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void an_aggregate_with_lines_costs_two_to_read_and_three_to_save_whatever_its_length(Engine engine) {
        open(engine);
        for (int length : new int[] {1, 20, 300}) {
            Sheet sheet = Sheet.of("sheet", lines(length));
            assertThat(cost(u -> u.repository(Sheets.TYPE).insert(sheet))).isEqualTo(2);
            assertThat(cost(u -> u.repository(Sheets.TYPE).find(sheet.id()))).isEqualTo(2);
            assertThat(cost(u -> u.repository(Sheets.TYPE).update(sheet.with("other", lines(length)))))
                    .isEqualTo(3);
        }
        assertThat(cost(u -> u.repository(Sheets.TYPE).page(Criteria.all(), Sort.byId(), PageRequest.first(50))))
                .as("a page of sheets with all their lines")
                .isEqualTo(2);
        assertThat(cost(u -> u.repository(Sheets.TYPE)
                        .find(Sheet.of("none", List.of()).id())))
                .as("a sheet that is not there")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_batch_costs_one_round_for_each_table_and_500_rows(Engine engine) {
        open(engine);
        List<Sample> samples =
                Stream.generate(() -> Sample.named("many")).limit(1_000).toList();
        assertThat(cost(u -> u.repository(Samples.TYPE).insertAll(samples))).isEqualTo(2);
        List<Sheet> sheets =
                Stream.generate(() -> Sheet.of("many", lines(2))).limit(100).toList();
        assertThat(cost(u -> u.repository(Sheets.TYPE).insertAll(sheets))).isEqualTo(2);
        assertThat(cost(u -> assertThat(u.repository(Samples.TYPE)
                                .findAll(samples.stream().map(Sample::id).toList()))
                        .isEqualTo(samples)))
                .as("500 ids at once, or on H2 64")
                .isEqualTo(engine == Engine.H2 ? 16 : 2);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void lists_of_other_lengths_do_not_make_other_statements(Engine engine) {
        open(engine);
        for (int length : new int[] {5, 6, 7, 8}) {
            cost(u -> u.repository(Samples.TYPE)
                    .count(SampleFields.QUANTITY.in(
                            IntStream.range(0, length).mapToObj(i -> (long) i).toList())));
            assertThat(recorder.texts().get(0)).endsWith("quantity in (?, ?, ?, ?, ?, ?, ?, ?)");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void an_order_names_the_whole_index_where_that_helps(Engine engine) {
        open(engine);
        cost(u -> u.repository(Samples.TYPE)
                .page(
                        SampleFields.OWNER_ID.equalTo(Samples.SOMEBODY).and(SampleFields.NAME.startsWith("A")),
                        SampleFields.DUE_ON.asc(),
                        PageRequest.first(50)));
        String text = recorder.texts().get(0);
        assertThat(text)
                .endsWith(
                        switch (engine) {
                            case H2, POSTGRESQL -> " order by tenant_id, owner_id, due_on nulls last, id limit ?";
                            case MARIADB -> " order by due_on is null, due_on, id limit ?";
                        });
    }

    private static List<SheetLine> lines(int length) {
        return IntStream.range(0, length)
                .mapToObj(i -> SheetLine.of("line " + i, "1"))
                .toList();
    }
}
