package io.github.crmkit.examples.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.examples.csv.RowProblem;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowTest {

    private static final CurrencyUnit BAHT = CurrencyUnit.of("THB");
    private static final String HEADER = "ref,stage,owner,amount,currency,close_on,account_ref\n";

    @TempDir
    private Path folder;

    private Folders folders;

    @BeforeEach
    void mapTheDeals() {
        folders = new Folders(folder).mapping("deals.file = deals.csv");
    }

    @Test
    void fields_are_read_by_name_and_without_spaces_around_them() {
        CsvRow row = deal(" D-1 ,Proposal,anong,1250.50,,3/1/2026,");

        assertThat(row.text("ref")).isEqualTo("D-1");
        assertThat(row.decimal("amount")).isEqualTo(new BigDecimal("1250.50"));
        assertThat(row.moneyOrNull("amount", BAHT)).isEqualTo(Money.parse("THB 1250.50"));
        assertThat(row.date("close_on")).isEqualTo(LocalDate.of(2026, 1, 3));
        assertThat(row.textOrNull("account_ref")).isNull();
        assertThat(row.textOrNull("lost_reason")).isNull();
        assertThat(row.currency("currency", BAHT)).isEqualTo(BAHT);
        assertThat(row.problems()).isEmpty();
    }

    @Test
    void columns_are_found_wherever_they_stand_and_whatever_they_are_called() {
        folders.mapping("""
                        deals.column.ref = opportunity id
                        deals.column.stage = deal_stage
                        deals.column.owner = agent
                        """).file("deals.csv", "\uFEFFagent,unused, deal_stage ,opportunity id\nanong,x,Won,D-7\n");

        CsvRow row = folders.rows(Source.DEALS).get(0);

        assertThat(List.of(row.text("ref"), row.text("stage"), row.text("owner")))
                .containsExactly("D-7", "Won", "anong");
    }

    @Test
    void a_row_is_refused_once_with_all_its_reasons() {
        CsvRow row = deal(",Proposal,,12.5.0,EURO,31/4/2026,");

        assertThat(row.read(any -> List.of(
                        row.text("ref"),
                        row.text("owner"),
                        row.decimal("amount"),
                        row.currency("currency", BAHT),
                        row.date("close_on"))))
                .isEmpty();
        assertThat(row.problems())
                .extracting(RowProblem::toString)
                .containsExactly(
                        "deals.csv:2: ref is missing",
                        "deals.csv:2: owner is missing",
                        "deals.csv:2: amount is \"12.5.0\", not a plain number like 1234.50",
                        "deals.csv:2: currency is \"EURO\", not a currency code like THB",
                        "deals.csv:2: close_on is \"31/4/2026\", not a date like d/M/yyyy");
    }

    @Test
    void a_bad_date_is_reported_with_the_line_of_the_file() {
        folders.file("deals.csv", HEADER + "D-1,\"Pro\nposal\",anong,,,,\n\nD-2,Proposal,anong,,,2026-03-01,\n");

        CsvRow row = folders.rows(Source.DEALS).get(1);

        assertThat(row.read(any -> row.date("close_on"))).isEmpty();
        assertThat(row.problems())
                .containsExactly(
                        new RowProblem("deals.csv", 5, "close_on is \"2026-03-01\", not a date like d/M/yyyy"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,000.00", "1e3", "0x10", "1.", ".5", "+5", "--5", "1 000", "NaN", "١٢", "1.00000000001"})
    void a_number_that_could_be_misread_is_refused(String text) {
        CsvRow row = deal("D-1,Proposal,anong,\"" + text + "\",,,");

        assertThat(row.decimalOrNull("amount")).isNull();
        assertThat(row.problems()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"THB, 10.005, THB", "JPY, 10.5, JPY", "KWD, 10.0005, KWD"})
    void an_amount_with_cents_that_the_currency_has_not_is_refused(String currency, String amount, String named) {
        CsvRow row = deal("D-1,Proposal,anong," + amount + ",,,");

        assertThat(row.moneyOrNull("amount", CurrencyUnit.of(currency))).isNull();
        assertThat(row.problems())
                .extracting(RowProblem::reason)
                .containsExactly("amount has more decimals than " + named);
    }

    @Test
    void zeros_behind_the_point_are_no_cents() {
        assertThat(deal("D-1,Proposal,anong,10.500,,,").moneyOrNull("amount", BAHT))
                .isEqualTo(Money.parse("THB 10.50"));
        assertThat(deal("D-1,Proposal,anong,1000.0,,,").moneyOrNull("amount", CurrencyUnit.JPY))
                .isEqualTo(Money.parse("JPY 1000"));
    }

    @Test
    void a_repair_is_made_and_told() {
        folders.mapping("deals.repair.stage = Propsal -> Proposal; n/a ->");

        CsvRow repaired = deal("D-1,Propsal,anong,,,,");
        assertThat(repaired.text("stage")).isEqualTo("Proposal");
        assertThat(repaired.repairs()).containsExactly("stage \"Propsal\" read as \"Proposal\"");

        CsvRow emptied = deal("D-1,n/a,anong,,,,");
        assertThat(emptied.textOrNull("stage")).isNull();
        assertThat(emptied.repairs()).containsExactly("stage \"n/a\" read as \"\"");
    }

    @Test
    void a_translation_is_made_and_not_told() {
        folders.mapping("deals.translate.stage = Won -> Closed Won");

        CsvRow row = deal("D-1,Won,anong,,,,");

        assertThat(row.text("stage")).isEqualTo("Closed Won");
        assertThat(row.repairs()).isEmpty();
        assertThat(row.notes()).isEmpty();
    }

    @Test
    void a_repaired_value_is_translated_too() {
        folders.mapping("deals.repair.stage = Wonn -> Won\ndeals.translate.stage = Won -> Closed Won");

        assertThat(deal("D-1,Wonn,anong,,,,").text("stage")).isEqualTo("Closed Won");
    }

    @Test
    void a_default_for_an_empty_cell_is_told_and_one_for_an_absent_column_is_not() {
        folders.mapping("deals.default.currency = USD\ndeals.default.lost_reason = not recorded");

        CsvRow row = deal("D-1,Proposal,anong,,,,");

        assertThat(row.text("currency")).isEqualTo("USD");
        assertThat(row.text("lost_reason")).isEqualTo("not recorded");
        assertThat(row.notes()).containsExactly("currency is empty, taken as \"USD\"");
    }

    @ParameterizedTest
    @CsvSource({"'D-1,Proposal,anong', 3", "'D-1,Proposal,anong,,,,,x', 8", "D-1, 1"})
    void a_row_with_the_wrong_number_of_cells_is_reported_and_not_lost(String line, int cells) {
        CsvRow row = deal(line);

        assertThat(row.read(any -> "used")).isEmpty();
        assertThat(row.problems())
                .containsExactly(new RowProblem("deals.csv", 2, "has " + cells + " cells where the header has 7"));
    }

    @Test
    void a_row_with_broken_quotation_marks_is_reported_and_the_rest_goes_on() {
        folders.file("deals.csv", HEADER + "D-1,\"Proposal,anong,,,,\nD-2,Proposal,anong,,,,\n");

        List<CsvRow> rows = folders.rows(Source.DEALS);

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).problems())
                .containsExactly(new RowProblem(
                        "deals.csv", 2, "has a quotation mark that is not closed, or text after a closing one"));
        assertThat(rows.get(1).text("ref")).isEqualTo("D-2");
    }

    @Test
    void a_row_that_is_not_utf_8_is_reported() {
        CsvRow row = deal("D-1,Proposal,an\uFFFDng,,,,");

        assertThat(row.problems()).extracting(RowProblem::reason).containsExactly("is not text in UTF-8");
    }

    @Test
    void reasons_cannot_command_a_terminal() {
        CsvRow row = deal("D-1,Proposal,anong,,,\u001B[31m,");

        assertThat(row.dateOrNull("close_on")).isNull();
        assertThat(row.problems().get(0).reason()).isEqualTo("close_on is \"?[31m\", not a date like d/M/yyyy");
    }

    @Test
    void asking_for_a_field_that_the_source_has_not_is_a_programming_error() {
        CsvRow row = deal("D-1,Proposal,anong,,,,");

        assertThatThrownBy(() -> row.text("colour"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("deals have no field colour");
    }

    private CsvRow deal(String line) {
        return folders.file("deals.csv", HEADER + line + "\n")
                .rows(Source.DEALS)
                .get(0);
    }
}
