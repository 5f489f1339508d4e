package io.github.crmkit.jdbc.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.crmkit.jdbc.dialect.ColumnType;
import io.github.crmkit.jdbc.testing.SampleTables;
import io.github.crmkit.storage.contract.sample.Sample;
import io.github.crmkit.storage.contract.sample.SampleFields;
import io.github.crmkit.storage.contract.sample.SampleId;
import io.github.crmkit.storage.contract.sample.Samples;
import io.github.crmkit.storage.contract.sample.Sheet;
import io.github.crmkit.storage.contract.sample.SheetId;
import io.github.crmkit.storage.contract.sample.Sheets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TableTest {

    @Test
    void a_declared_field_without_a_column_is_found_at_once() {
        assertThatThrownBy(() -> Table.of(Samples.TYPE, "sample", t -> {
                    SampleFields.ALL.stream()
                            .filter(f -> f != SampleFields.RATE)
                            .forEach(t::derived);
                    return TableTest::unread;
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sample has no column for rate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"value", "order", "Title", "a b", "1st", "t;", "", "title\u0000", "end"})
    void a_name_that_is_reserved_or_not_plain_is_refused(String name) {
        assertThatThrownBy(() -> Table.of(Sheets.TYPE, name, t -> {
                    t.field(Sheets.TITLE);
                    return TableTest::unreadSheet;
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Table.of(Sheets.TYPE, "sheet", t -> {
                    t.field(Sheets.TITLE, name);
                    return TableTest::unreadSheet;
                }))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_column_or_a_field_is_declared_once() {
        assertThatThrownBy(() -> Table.of(Sheets.TYPE, "sheet", t -> {
                    t.field(Sheets.TITLE);
                    t.column("title", Codec.text(10), Sheet::title);
                    return TableTest::unreadSheet;
                }))
                .hasMessage("there are two columns title");
        assertThatThrownBy(() -> Table.of(Sheets.TYPE, "sheet", t -> {
                    t.field(Sheets.TITLE);
                    t.derived(Sheets.TITLE, "title_again");
                    return TableTest::unreadSheet;
                }))
                .hasMessage("title has two columns");
    }

    @Test
    void a_folded_text_has_a_second_column_of_the_same_type() {
        Table<Sample, SampleId> table = table();
        assertThat(table.columns())
                .filteredOn(c -> c.name().startsWith("name"))
                .extracting(Column::name, Column::type, Column::nullable)
                .containsExactly(
                        tuple("name", ColumnType.text(200), false), tuple("name_folded", ColumnType.text(200), false));
    }

    @Test
    void names_become_snake_case() {
        assertThat(Names.snake("closeDate")).isEqualTo("close_date");
        assertThat(Names.snake("sample-label")).isEqualTo("sample_label");
        assertThat(table().columns()).extracting(Column::name).contains("happened_at", "due_on", "owner_id");
    }

    @Test
    void keys_and_indexes_begin_with_the_tenant() {
        Table<Sample, SampleId> table = table();
        assertThat(table.columnsOf(Samples.TYPE.uniqueKeys().get(0))).containsExactly("tenant_id", "reference");
        assertThat(table.constraintOf(Samples.TYPE.uniqueKeys().get(0))).isEqualTo("uq_sample_reference");
        assertThat(table.columnsOf(table.indexes().get(0))).containsExactly("tenant_id", "owner_id", "due_on", "id");
    }

    @SuppressWarnings("unchecked")
    private static Table<Sample, SampleId> table() {
        return (Table<Sample, SampleId>) SampleTables.all().get(0);
    }

    private static Sample unread(EntityRow<Sample, SampleId> row) {
        return Sample.named(List.of(row).toString());
    }

    private static Sheet unreadSheet(EntityRow<Sheet, SheetId> row) {
        return Sheet.of(List.of(row).toString(), List.of());
    }
}
