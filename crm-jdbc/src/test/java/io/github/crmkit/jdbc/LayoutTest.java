package io.github.crmkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.jdbc.dialect.Dialect;
import io.github.crmkit.jdbc.testing.BreakingDataSource;
import io.github.crmkit.jdbc.testing.Engine;
import io.github.crmkit.jdbc.testing.SampleTables;
import io.github.crmkit.jdbc.testing.TestDatabase;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.storage.StorageFailureException;
import io.github.crmkit.storage.contract.sample.Sheets;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LayoutTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1st",
                "a b",
                "a;drop table lead",
                "a\"",
                "a'",
                "a`",
                "a.b",
                "a-b",
                "a--",
                "a/*",
                "ä",
                "ı",
                "a\u0000",
                "a\n",
                "${table}",
                "a123456789012345678901234567890x"
            })
    void a_hostile_name_is_refused_before_any_sql(String name) {
        assertThatThrownBy(() -> Layout.standard().withPrefix(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(name);
        assertThatThrownBy(() -> Layout.standard().inSchema(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_prefix_may_be_empty_within_a_schema() {
        assertThatThrownBy(() -> Layout.standard().inSchema("")).isInstanceOf(IllegalArgumentException.class);
        assertThat(Layout.standard().inSchema("sales").withPrefix("").naming().table("lead"))
                .isEqualTo("sales.lead");
        assertThatThrownBy(() -> Layout.standard().withPrefix("")).isInstanceOf(IllegalArgumentException.class);
        assertThat(Layout.standard()
                        .inSchema("Sales")
                        .withPrefix("_x1_")
                        .naming()
                        .table("lead"))
                .isEqualTo("Sales._x1_lead");
    }

    @Test
    void a_name_that_some_database_would_cut_is_refused() {
        Layout layout = Layout.standard().withPrefix("a234567890123456789012345678901");
        assertThatThrownBy(() -> layout.naming().key("uq_price_book_entry_book_product_unit"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_type_has_one_table_at_most() {
        try (TestDatabase database = Engine.H2.fresh()) {
            Layout twice = SampleTables.with(SampleTables.layout());
            assertThatThrownBy(() -> JdbcStorage.over(database.dataSource(), twice))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_type_without_a_table_is_a_programmers_error() {
        try (TestDatabase database = Engine.H2.fresh()) {
            JdbcStorage storage = JdbcStorage.over(database.dataSource());
            assertThatThrownBy(
                            () -> storage.inUnit(new TenantId(UUID.randomUUID()), unit -> unit.repository(Sheets.TYPE)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("sheet");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void the_dialect_is_known_by_the_product_name_or_said(Engine engine) {
        try (TestDatabase database = engine.fresh()) {
            Dialect expected = SampleTables.dialect(engine);
            assertThat(Layout.standard().dialectOf(database.dataSource())).isEqualTo(expected);
            assertThat(Layout.standard().speaking(Dialect.postgresql()).dialectOf(database.dataSource()))
                    .isEqualTo(Dialect.postgresql());
        }
        assertThat(Dialect.all()).noneMatch(d -> d.speaksTo("Oracle"));
    }

    @Test
    void a_database_that_is_not_there_is_a_failure_at_once() {
        try (TestDatabase database = Engine.H2.fresh()) {
            BreakingDataSource broken = new BreakingDataSource(database.dataSource());
            broken.breakAt("getConnection", new SQLException("refused", "08001"));
            assertThatThrownBy(() -> JdbcStorage.over(broken)).isInstanceOf(StorageFailureException.class);
        }
    }
}
