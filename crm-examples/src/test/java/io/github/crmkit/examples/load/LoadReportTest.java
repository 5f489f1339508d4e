package io.github.crmkit.examples.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.examples.csv.RowProblem;
import io.github.crmkit.examples.folder.CsvRow;
import io.github.crmkit.examples.folder.CsvTable;
import io.github.crmkit.examples.folder.Folders;
import io.github.crmkit.examples.folder.Source;
import io.github.crmkit.examples.rows.DealRow;
import java.nio.file.Path;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadReportTest {

    private static final CurrencyUnit BAHT = CurrencyUnit.of("THB");

    @TempDir
    private Path folder;

    @Test
    void every_row_is_accounted_for_and_what_happened_to_it_is_told() {
        LoadReport report = loaded("""
                ref,stage,owner,amount,sku,colour
                D-1,Proposal,anong,100.00,GTXPro,red
                D-2,Proposal,anong,1e3,GTXPro,red
                D-3,Proposal,anong,,GTXPro,red
                D-4,Proposal,anong,,GTX Pro,red
                D-4,Proposal,anong,,GTX Pro,red
                ,Proposal,,,,red
                """);

        assertThat(report.read(Source.DEALS)).isEqualTo(6);
        assertThat(report.created(Source.DEALS)).isEqualTo(3);
        assertThat(report.unchanged(Source.DEALS)).isEqualTo(1);
        assertThat(report.refused(Source.DEALS)).isEqualTo(2);
        assertThat(report.repaired(Source.DEALS)).isEqualTo(2);
        assertThat(report.balances()).isTrue();
        assertThat(report.render()).isEqualTo("""
                        Source  File       Rows  Created  Unchanged  Used  Refused  Repaired
                        ------  ---------  ----  -------  ---------  ----  -------  --------
                        deals   deals.csv     6        3          1     0        2         2

                        Repaired
                          deals.csv: sku "GTXPro" read as "GTX Pro": 2 rows, lines 2, 4

                        Noted
                          deals.csv: no amount, kept without one: 3 rows, lines 4-6

                        Refused
                          deals.csv:3: amount is "1e3", not a plain number like 1234.50
                          deals.csv:7: ref is missing
                          deals.csv:7: owner is missing

                        Columns not used
                          deals.csv: colour
                        """);
    }

    @Test
    void a_terminal_gets_a_few_and_the_number_of_the_rest() {
        LoadReport report = loaded("""
                ref,stage,owner,amount,sku
                D-1,Proposal,anong,1,GTXPro
                D-2,Proposal,,1,GTXPro
                D-3,Proposal,anong,1,GTXPro
                D-4,Proposal,,1,GTXPro
                """);

        assertThat(report.render(1))
                .contains("read as \"GTX Pro\": 2 rows, lines 2 and 1 more")
                .contains("deals.csv:3: owner is missing\n  and 1 more reasons")
                .doesNotContain("deals.csv:5");
    }

    @Test
    void a_row_that_is_refused_later_is_accounted_for_too() {
        Folders folders = deals("ref,stage,owner\nD-1,Dreaming,anong\n");
        LoadReport report = new LoadReport();
        try (CsvTable table = folders.open().open(Source.DEALS)) {
            report.begin(table);
            CsvRow row = table.next();
            report.take(row, any -> row.text("stage"));

            assertThat(report.balances()).isFalse();
            report.refused(row, "the pipeline has no such stage");
        }

        assertThat(report.balances()).isTrue();
        assertThat(report.problems()).containsExactly(new RowProblem("deals.csv", 2, "the pipeline has no such stage"));
    }

    @Test
    void a_row_that_says_nothing_to_be_kept_is_used() {
        LoadReport report = new LoadReport();
        try (CsvTable table =
                deals("ref,stage,owner\nD-1,Proposal,anong\n").open().open(Source.DEALS)) {
            report.begin(table);
            CsvRow row = table.next();
            report.take(row, any -> row.text("ref"));
            report.used(row);
        }

        assertThat(report.used(Source.DEALS)).isEqualTo(1);
        assertThat(report.balances()).isTrue();
    }

    @Test
    void what_is_not_kept_is_told_line_by_line_or_counted() {
        LoadReport report = new LoadReport();
        try (CsvTable table = deals("ref,stage,owner\nD-1,Proposal,anong\nD-2,Proposal,anong\n")
                .open()
                .open(Source.DEALS)) {
            report.begin(table);
            table.forEachRemaining(row -> {
                report.take(row, any -> row.text("ref"));
                report.used(row);
                report.unkept(row, "owner");
            });
        }

        assertThat(report.render())
                .endsWith("\nNot kept, there is no place for it\n  deals.csv: owner: 2 rows, lines 2-3\n");
        assertThat(report.render(5)).endsWith("\nNot kept, there is no place for it\n  deals.csv: owner of 2 rows\n");
    }

    @Test
    void reasons_are_told_in_the_order_of_the_lines_whenever_they_were_found() {
        LoadReport report = new LoadReport();
        try (CsvTable table = deals("ref,stage,owner\nD-1,Proposal,anong\n,Proposal,anong\n")
                .open()
                .open(Source.DEALS)) {
            report.begin(table);
            CsvRow first = table.next();
            report.take(first, any -> first.text("ref"));
            report.take(table.next(), any -> any.text("ref"));
            report.refused(first, "came too late");
        }

        assertThat(report.problems()).extracting(RowProblem::line).containsExactly(2L, 3L);
    }

    @Test
    void a_column_that_only_one_of_two_sources_reads_is_used() {
        Folders folders =
                new Folders(folder).mapping("""
                        products.file = products.csv
                        prices.file = products.csv
                        prices.default.book = List
                        prices.column.unit_price = sales_price
                        """).file("products.csv", "sku,name,sales_price,weight\nA,Tile,10.00,3\n");
        LoadReport report = new LoadReport();
        for (Source source : folders.open().mapping().sources()) {
            try (CsvTable table = folders.open().open(source)) {
                report.begin(table);
            }
        }

        assertThat(report.render()).endsWith("Columns not used\n  products.csv: weight\n");
    }

    @Test
    void a_source_whose_account_was_not_opened_cannot_be_booked() {
        CsvRow row = deals("ref,stage,owner\nD-1,Proposal,anong\n")
                .rows(Source.DEALS)
                .get(0);

        assertThatThrownBy(() -> new LoadReport().created(row)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new LoadReport().read(Source.DEALS)).isZero();
    }

    private LoadReport loaded(String deals) {
        LoadReport report = new LoadReport();
        String before = "";
        try (CsvTable table = deals(deals).open().open(Source.DEALS)) {
            report.begin(table);
            while (table.hasNext()) {
                CsvRow row = table.next();
                Optional<DealRow> deal = report.take(row, any -> DealRow.from(any, BAHT));
                if (deal.isEmpty()) {
                    continue;
                }
                if (deal.get().amount() == null) {
                    report.noted(row, "no amount, kept without one");
                }
                if (deal.get().ref().equals(before)) {
                    report.unchanged(row);
                } else {
                    report.created(row);
                }
                before = deal.get().ref();
            }
        }
        return report;
    }

    private Folders deals(String text) {
        return new Folders(folder)
                .mapping("deals.file = deals.csv\ndeals.repair.sku = GTXPro -> GTX Pro")
                .file("deals.csv", text);
    }
}
