package io.github.crmkit.examples.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.crmkit.examples.csv.LoadRefusal;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappingTest {

    private static final String GOOD = """
            review.date = 2026-05-15
            zone = Asia/Bangkok
            currency = THB
            date.format = M/d/yyyy
            deals.file = deals.csv
            """;

    @TempDir
    private Path folder;

    @Test
    void a_small_mapping_is_enough() throws IOException {
        Mapping mapping = read(GOOD);

        assertThat(mapping.reviewDate()).isEqualTo(LocalDate.of(2026, 5, 15));
        assertThat(mapping.zone()).isEqualTo(ZoneId.of("Asia/Bangkok"));
        assertThat(mapping.currency()).isEqualTo(CurrencyUnit.of("THB"));
        assertThat(mapping.sources()).containsExactly(Source.DEALS);
        assertThat(mapping.has(Source.LEADS)).isFalse();
        assertThat(mapping.format().separator()).isEqualTo(',');
    }

    @Test
    void sources_come_in_the_order_in_which_they_are_loaded() throws IOException {
        assertThat(read(GOOD + "accounts.file = a.csv\nprices.file = p.csv\n").sources())
                .containsExactly(Source.ACCOUNTS, Source.PRICES, Source.DEALS);
    }

    @Test
    void columns_defaults_repairs_and_translations_belong_to_their_field() throws IOException {
        TableMapping deals = read(GOOD + """
                        deals.column.ref = opportunity_id
                        deals.default.lost_reason = not recorded
                        deals.repair.sku = GTXPro -> GTX Pro; n/a ->
                        deals.translate.stage = Won -> Closed Won; Lost -> Closed Lost
                        """).table(Source.DEALS).orElseThrow();

        assertThat(deals.columns()).containsEntry("ref", "opportunity_id");
        assertThat(deals.defaults()).containsEntry("lost_reason", "not recorded");
        assertThat(deals.repairs().get("sku"))
                .containsEntry("GTXPro", "GTX Pro")
                .containsEntry("n/a", "");
        assertThat(deals.translations().get("stage")).containsEntry("Lost", "Closed Lost");
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        List<String> problems = problems("""
                review.date = 15/05/2026
                zone = Siam
                currency = BAHT
                date.format = yyyy-MM
                csv.separator = ;;
                deals.file = ../deals.csv
                deals.column.reff = id
                deals.colum.ref = id
                deals.column.ref =
                deals.default.amount = 1,000.00
                deals.repair.sku = GTXPro = GTX Pro
                deal.file = deals.csv
                leads.column.ref = id
                """);

        assertThat(problems)
                .containsExactlyInAnyOrder(
                        "review.date is \"15/05/2026\", not a day like 2026-05-15",
                        "zone is \"Siam\", not a time zone like Asia/Bangkok",
                        "currency is \"BAHT\", not a currency code like THB",
                        "date.format is \"yyyy-MM\", not a pattern of year, month and day like yyyy-MM-dd",
                        "csv.separator is \";;\", not one character or \"tab\"",
                        "deals.file is \"../deals.csv\", not the name of a file in the folder",
                        "deals.file is missing, but other keys speak of deals",
                        "unknown key deals.column.reff",
                        "unknown key deals.colum.ref",
                        "deals.column.ref has no value",
                        "deals.default.amount is \"1,000.00\", not a plain decimal number",
                        "deals.repair.sku has \"GTXPro = GTX Pro\", not a pair like: from -> to",
                        "unknown key deal.file",
                        "leads.file is missing, but other keys speak of leads");
    }

    @Test
    void what_every_mapping_must_say_is_named() {
        assertThat(problems("deals.file = deals.csv"))
                .containsExactly(
                        "review.date is missing: a day like 2026-05-15",
                        "zone is missing: a time zone like Asia/Bangkok",
                        "currency is missing: a currency code like THB",
                        "date.format is missing: a pattern of year, month and day like yyyy-MM-dd");
    }

    @Test
    void the_message_is_one_line_that_begins_with_the_file() {
        LoadRefusal refusal = refusal("zo\u001Bne = x\n");

        assertThat(refusal).hasMessageStartingWith(folder.resolve("mapping.properties") + ": ");
        assertThat(refusal.getMessage()).doesNotContain("\n", "\u001B");
    }

    @ParameterizedTest
    @CsvSource({
        "zone = Europe/Paris, zone is given twice",
        "deals.file = other.csv, deals.file is given twice",
        "deals.repair.sku = A -> B; A -> C, deals.repair.sku has \"A\" twice",
        "deals.default.close_on = 2026-12-31, 'deals.default.close_on is \"2026-12-31\", not a date in date.format'",
        "nothing, unknown key nothing",
        "deals.column.ref.x = id, unknown key deals.column.ref.x",
        "deals = x, unknown key deals"
    })
    void a_line_that_cannot_be_meant_is_refused(String line, String problem) {
        assertThat(problems(GOOD + line)).containsExactly(problem);
    }

    @Test
    void a_mapping_without_a_source_is_refused() {
        assertThat(problems(GOOD.replace("deals.file = deals.csv", "")))
                .containsExactly("there is no source, for example deals.file = deals.csv");
    }

    @Test
    void an_empty_mapping_is_refused() {
        assertThat(problems("")).hasSize(5);
    }

    @Test
    void a_mapping_that_is_not_there_is_refused() {
        LoadRefusal refusal =
                catchThrowableOfType(LoadRefusal.class, () -> Mapping.read(folder.resolve("none.properties")));

        assertThat(refusal.problems()).containsExactly("there is no such file");
    }

    @Test
    void a_mapping_that_is_not_text_is_refused() {
        assertThat(refusal("currency = TH\u00DF", StandardCharsets.ISO_8859_1).problems())
                .containsExactly("is not text in UTF-8");
        assertThat(problems(GOOD + "deals.column.ref = \\u12"))
                .containsExactly("a \\u is not followed by four hexadecimal digits");
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_key() throws IOException {
        assertThat(read("\uFEFF" + GOOD).sources()).containsExactly(Source.DEALS);
    }

    @Test
    void long_lists_go_on_in_the_next_line() throws IOException {
        TableMapping deals = read(GOOD + "deals.repair.sku = A -> B; \\\n    C -> D\n")
                .table(Source.DEALS)
                .orElseThrow();

        assertThat(deals.repairs().get("sku")).containsOnlyKeys("A", "C");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yyyy-MM-dd", "M/d/yyyy", "dd.MM.yy", "d MMM uuuu", "yyyyMMdd"})
    void a_date_format_writes_and_reads_back_any_day(String pattern) throws IOException {
        Mapping mapping = read(GOOD.replace("M/d/yyyy", pattern));

        assertThat(mapping.format().dates().pattern()).isEqualTo(pattern);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MM/dd", "yyyy-mm-dd", "yyyy-MM-DD", "hh:mm", "'today'", "yyyy-MM-dd'", "b", "YYYY-MM-dd"})
    void a_pattern_that_loses_the_day_is_no_date_format(String pattern) {
        assertThat(problems(GOOD.replace("M/d/yyyy", pattern)))
                .singleElement()
                .asString()
                .startsWith("date.format is ");
    }

    private Mapping read(String text) throws IOException {
        return Mapping.read(Files.writeString(folder.resolve("mapping.properties"), text));
    }

    private List<String> problems(String text) {
        return refusal(text).problems();
    }

    private LoadRefusal refusal(String text) {
        return refusal(text, StandardCharsets.UTF_8);
    }

    private LoadRefusal refusal(String text, Charset charset) {
        return catchThrowableOfType(
                LoadRefusal.class,
                () -> Mapping.read(Files.writeString(folder.resolve("mapping.properties"), text, charset)));
    }
}
