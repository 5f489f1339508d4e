package io.github.crmkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.jdbc.dialect.Dialect;
import io.github.crmkit.jdbc.testing.DraftDdl;
import io.github.crmkit.jdbc.testing.Engine;
import io.github.crmkit.jdbc.testing.SampleTables;
import io.github.crmkit.jdbc.testing.TestDatabase;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.kernel.Violation;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.storage.Storage;
import io.github.crmkit.storage.StorageFailureException;
import io.github.crmkit.storage.contract.sample.Sample;
import io.github.crmkit.storage.contract.sample.Samples;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SchemaTest {

    private static final TenantId TENANT = new TenantId(UUID.randomUUID());

    private final List<TestDatabase> databases = new ArrayList<>();

    private TestDatabase database(Engine engine) {
        TestDatabase database = engine.fresh();
        databases.add(database);
        return database;
    }

    @AfterEach
    void close() {
        databases.forEach(TestDatabase::close);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void applied_tables_are_valid_and_applying_again_changes_nothing(Engine engine) {
        for (boolean autoCommit : new boolean[] {true, false}) {
            DataSource dataSource = database(engine).dataSource(autoCommit);
            Schema.standard().apply(dataSource);
            Schema.standard().apply(dataSource);
            assertThatCode(() -> Schema.standard().validate(dataSource)).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void printed_sql_makes_the_same_tables_with_any_other_tool(Engine engine) {
        DataSource dataSource = database(engine).dataSource();
        Schema schema = Schema.of(Layout.standard().withPrefix("mine_"));
        runAll(dataSource, schema.print(SampleTables.dialect(engine)));
        assertThatCode(() -> schema.validate(dataSource)).doesNotThrowAnyException();
    }

    @Test
    void printed_sql_has_no_placeholder_left() {
        for (Dialect dialect : Dialect.all()) {
            assertThat(Schema.standard().print(dialect))
                    .contains("create table crm_history")
                    .doesNotContain("${");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void two_layouts_live_side_by_side_and_keep_their_data_apart(Engine engine) {
        DataSource dataSource = database(engine).dataSource();
        DraftDdl.run(dataSource, "create table host_table (id integer not null)");
        String second = "crm_" + UUID.randomUUID().toString().substring(0, 8);
        List<Layout> layouts = List.of(
                Layout.standard(),
                Layout.standard().withPrefix("Sales_"),
                Layout.standard().inSchema(second).withPrefix(""),
                Layout.standard().inSchema(second),
                Layout.standard().inSchema(second).withPrefix("b_"));
        for (Layout plain : layouts) {
            Layout layout = SampleTables.with(plain);
            SampleTables.create(dataSource, layout, engine);
            assertThatCode(() -> Schema.of(layout).validate(dataSource)).doesNotThrowAnyException();
            Storage storage = JdbcStorage.over(dataSource, layout);
            storage.inUnit(TENANT, unit -> {
                unit.repository(Samples.TYPE).insert(Samples.full());
                return true;
            });
            assertThat(storage.<Long>inUnit(
                            TENANT, u -> u.repository(Samples.TYPE).count(Criteria.all())))
                    .as(layout.naming().toString())
                    .isEqualTo(1);
        }
        DraftDdl.run(dataSource, "drop schema " + second + (engine == Engine.MARIADB ? "" : " cascade"));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_layout_whose_tables_are_missing_finds_none_of_another_schema(Engine engine) {
        DataSource dataSource = database(engine).dataSource();
        Schema.standard().apply(dataSource);
        Schema elsewhere = Schema.of(Layout.standard().inSchema("nowhere"));
        assertThat(drifts(elsewhere, dataSource))
                .contains("nowhere.crm_history missing-table")
                .allMatch(drift -> drift.startsWith("nowhere.crm_") && drift.endsWith(" missing-table"));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void eight_nodes_may_start_at_once(Engine engine) throws Exception {
        for (int round = 0; round < 3; round++) {
            DataSource dataSource = database(engine).dataSource();
            CyclicBarrier barrier = new CyclicBarrier(8);
            Callable<Boolean> node = () -> {
                barrier.await(30, TimeUnit.SECONDS);
                Schema.standard().apply(dataSource);
                return true;
            };
            ExecutorService nodes = Executors.newFixedThreadPool(8);
            try {
                for (Future<Boolean> done : nodes.invokeAll(Collections.nCopies(8, node), 120, TimeUnit.SECONDS)) {
                    assertThat(done.get()).isTrue();
                }
            } finally {
                nodes.shutdownNow();
            }
            Schema.standard().validate(dataSource);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void every_kind_of_drift_is_found_and_all_are_told_at_once(Engine engine) {
        DataSource dataSource = database(engine).dataSource();
        Layout layout = SampleTables.layout();
        SampleTables.create(dataSource, layout, engine);
        String type = engine == Engine.MARIADB ? "modify column %s %s" : "alter column %s set data type %s";
        List<String> changes = new ArrayList<>(List.of(
                "alter table crm_sample drop column remark",
                "alter table crm_sample " + type.formatted("name", "varchar(199)"),
                "alter table crm_sample " + type.formatted("amount", "numeric(24, 3)"),
                "alter table crm_sample " + type.formatted("quantity", "integer"),
                "alter table crm_sample add column extra integer not null",
                "alter table crm_sample add column harmless integer",
                "alter table crm_sheet_line drop constraint crm_fk_sheet_line",
                "drop table crm_link"));
        changes.add(
                switch (engine) {
                    case H2 -> "alter table crm_sample drop constraint crm_uq_sample_reference";
                    case POSTGRESQL -> "alter table crm_sample drop constraint crm_uq_sample_reference";
                    case MARIADB -> "alter table crm_sample drop index crm_uq_sample_reference";
                });
        changes.add(
                engine == Engine.MARIADB
                        ? "alter table crm_sheet modify column title varchar(120) null"
                        : "alter table crm_sheet alter column title drop not null");
        changes.forEach(sql -> DraftDdl.run(dataSource, sql));

        List<String> expected = new ArrayList<>(List.of(
                "crm_sample.remark missing-column",
                "crm_sample.name other-type",
                "crm_sample.amount other-type",
                "crm_sample.quantity other-type",
                "crm_sample.extra unknown-column",
                "crm_sample missing-key",
                "crm_sheet.title other-nullability",
                "crm_sheet_line missing-cascade",
                "crm_link missing-table"));
        if (engine == Engine.MARIADB) {
            // its modify forgets what it is not told
            expected.add("crm_sample.name other-nullability");
        }
        assertThat(drifts(Schema.of(layout), dataSource)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void a_migration_that_fails_says_why() {
        DataSource dataSource = database(Engine.H2).dataSource();
        DraftDdl.run(dataSource, "create table crm_history (id integer)");
        assertThatThrownBy(() -> Schema.standard().apply(dataSource))
                .isInstanceOf(StorageFailureException.class)
                .rootCause()
                .hasMessageContaining("already exists");
    }

    @Test
    void a_history_that_lost_its_primary_key_is_found() {
        DataSource dataSource = database(Engine.H2).dataSource();
        Schema.standard().apply(dataSource);
        DraftDdl.run(dataSource, "alter table crm_history drop primary key");
        assertThat(drifts(Schema.standard(), dataSource)).containsExactly("crm_history missing-key");
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_host_expands_its_own_migrations(Engine engine) {
        DataSource dataSource = database(engine).dataSource();
        Schema schema = Schema.of(Layout.standard().withPrefix("x_"));
        runAll(
                dataSource,
                schema.expand(
                        "create table ${table}visit (tenant_id ${id} not null, id ${id} not null, at_time ${instant},"
                                + " town varchar(10) ${text}, report ${longtext}, constraint ${key}pk_visit primary key"
                                + " (tenant_id, id))${options};",
                        SampleTables.dialect(engine)));
        DraftDdl.run(dataSource, "drop table x_visit");
    }

    @Test
    void a_sample_that_is_too_long_for_its_column_is_a_failure_that_quotes_nothing() {
        DataSource dataSource = database(Engine.H2).dataSource();
        SampleTables.create(dataSource, SampleTables.layout(), Engine.H2);
        Storage storage = JdbcStorage.over(dataSource, SampleTables.layout());
        String secret = "secret".repeat(40);
        assertThatThrownBy(() -> storage.inUnit(TENANT, unit -> {
                    unit.repository(Samples.TYPE).insert(Sample.named(secret));
                    return true;
                }))
                .hasMessageContaining("22001")
                .satisfies(e -> assertThat(e.toString() + e.getCause()).doesNotContain("secret"));
    }

    private static List<String> drifts(Schema schema, DataSource dataSource) {
        try {
            schema.validate(dataSource);
            return List.of();
        } catch (RuleViolationsException refusal) {
            return refusal.violations().stream().map(SchemaTest::brief).toList();
        }
    }

    private static String brief(Violation drift) {
        return drift.path() + " " + drift.code();
    }

    private static void runAll(DataSource dataSource, String script) {
        String code = script.lines().filter(l -> !l.startsWith("--")).collect(Collectors.joining("\n"));
        for (String statement : code.split(";", -1)) {
            if (!statement.isBlank()) {
                DraftDdl.run(dataSource, statement);
            }
        }
    }
}
