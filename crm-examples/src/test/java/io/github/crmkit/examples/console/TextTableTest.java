package io.github.crmkit.examples.console;

import static io.github.crmkit.examples.console.TextTable.Column.number;
import static io.github.crmkit.examples.console.TextTable.Column.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void text_stands_left_and_numbers_stand_right() {
        String table = TextTable.of(text("Stage"), number("Deals"), number("Amount"))
                .row("Qualification", "15", "1,200.00")
                .row("Proposal", "4", "90.50")
                .rule()
                .row("Total", "19", "1,290.50")
                .render();

        assertThat(table).isEqualTo("""
                        Stage          Deals    Amount
                        -------------  -----  --------
                        Qualification     15  1,200.00
                        Proposal           4     90.50
                        -------------  -----  --------
                        Total             19  1,290.50
                        """);
    }

    @Test
    void thai_vietnamese_and_wide_names_do_not_push_the_numbers_aside() {
        String table = TextTable.of(text("Name"), number("Won"))
                .row("ที่นี่", "1")
                .row("陳記五金", "22")
                .row("Nguyê\u0303n", "3")
                .render();

        assertThat(table.lines().map(DisplayWidth::of)).containsOnly(13);
    }

    @Test
    void a_line_never_ends_with_spaces() {
        String table = TextTable.of(number("N"), text("Remark"))
                .row("1", "")
                .row("2", "long remark")
                .render();

        assertThat(table.lines()).noneMatch(line -> line.endsWith(" "));
    }

    @Test
    void a_cell_cannot_break_the_table_or_command_the_terminal() {
        String table = TextTable.of(text("Name")).row("two\nlines\u001B[31m").render();

        assertThat(table.lines()).hasSize(3);
        assertThat(table).doesNotContain("\u001B");
    }

    @Test
    void a_row_has_as_many_cells_as_the_table_has_columns() {
        TextTable table = TextTable.of(text("A"), text("B"));

        assertThatThrownBy(() -> table.row("only one"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 cells, not 1");
        assertThatThrownBy(TextTable::of).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_empty_table_is_its_header() {
        assertThat(TextTable.of(text("Name"), number("Won")).render()).isEqualTo("Name  Won\n----  ---\n");
    }
}
