package io.github.crmkit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.examples.console.TextTable;
import io.github.crmkit.examples.folder.ShippedData;
import io.github.crmkit.examples.load.MessyFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as it is run from a terminal, on a database in a file. */
class PipelineReviewTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

    @TempDir
    private Path here;

    /** What one run left behind. */
    private record Run(int exitCode, String out, String err) {

        /** From the title of a part to the end. */
        String from(String title) {
            return out.substring(out.indexOf("== " + title));
        }
    }

    @Test
    void the_review_of_the_shipped_folder_says_this() {
        Run run = shipped();

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(masked(run.out())).isEqualTo(resource("shipped-review.txt"));
    }

    @Test
    void a_second_run_finds_everything_done_and_comes_to_the_same_numbers() {
        Run first = shipped();
        Run second = shipped();

        assertThat(second.exitCode()).isZero();
        assertThat(second.from("Pipeline by stage")).isEqualTo(first.from("Pipeline by stage"));
        assertThat(second.out())
                .contains("deals     deals.csv        160        0        160     0        0         0")
                .contains(
                        "20 qualified: 0 converted now, 0 of these into accounts that were there; 20 converted before.")
                .contains("Retail, drafted before")
                .contains("Wholesale, drafted before")
                .contains("Nothing to move")
                .doesNotContain("drafted now", "other values");
        assertThat(shipped().out()).isEqualTo(second.out());
    }

    @Test
    void a_folder_in_other_words_is_read_by_its_mapping_and_reconciles() throws IOException {
        Path folder = Files.createDirectories(here.resolve("other"));
        new MessyFolder(folder, 1_200).line("BROKEN,Nobody Known,GTXPro,,Engaging,10/20/2016,,");

        Run run = run(folder.toString(), MessyFolder.MAPPING.toString(), "--database", "other-review");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("deals     sales_pipeline.csv  1,201    1,200          0     0        1       401")
                .contains("sales_pipeline.csv:1202: owner \"Nobody Known\" is not among the sellers")
                .contains("Nothing to convert: the folder has no qualified leads.")
                .contains("the folder has no lines, so one unit of its product is quoted.")
                .contains("There is one price book with prices for it, so there is nothing to compare.")
                .contains("Nothing to move: ")
                .contains("Both agree.\n")
                .contains("The lost deals carry no amount, so there is no rate by value.")
                .containsPattern("Closed Won +480 +%,d\\.00 +480 +%<,d\\.00\\n".formatted(MessyFolder.wonAmount(1_200)))
                .containsPattern("Closed Lost +360 +0\\.00 +360 +0\\.00\\n")
                .contains(
                        "360 open: 360 without an amount, 360 without a close date, 180 without an account, 0 overdue.");
        assertThat(here.resolve("other-review.load.txt"))
                .content()
                .contains("sku \"GTXPro\" read as \"GTX Pro\": 401 rows, lines 2, 5, 8, ")
                .contains("\nRefused\n  sales_pipeline.csv:1202: owner \"Nobody Known\" is not among the sellers\n")
                .doesNotContain(" more");
    }

    @Test
    void the_page_says_what_the_terminal_says() throws IOException {
        Run run = shipped();
        Document page = Jsoup.parse(Files.readString(here.resolve("review.html")));

        List<String> tables = page.select("section > div > .scroll table").stream()
                .map(PipelineReviewTest::asText)
                .toList();

        assertThat(run.out()).contains("== Page with charts\n\n" + here.resolve("review.html") + "\n");
        assertThat(tables).hasSizeGreaterThan(3).allMatch(run.out()::contains);
        assertThat(page.select("section"))
                .allMatch(section -> !section.select("table").isEmpty());
    }

    @Test
    void a_second_run_writes_the_same_page() throws IOException {
        shipped();
        String first = Files.readString(here.resolve("review.html"));
        shipped();

        assertThat(here.resolve("review.html")).content().isEqualTo(first);
    }

    @Test
    void the_page_is_written_where_it_is_asked_for() {
        Run run = run(data().toString(), "--database", "review", "--page", "deep/er/sales.html");

        assertThat(run.exitCode()).isZero();
        assertThat(here.resolve("deep/er/sales.html")).content().startsWith("<!DOCTYPE html>");
        assertThat(here.resolve("review.html")).doesNotExist();
    }

    @Test
    void a_page_that_cannot_be_written_ends_with_one_line() throws IOException {
        Files.createDirectories(here.resolve("taken"));

        Run run = run(data().toString(), "--database", "review", "--page", "taken");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).endsWith("taken: cannot be written\n").hasLineCount(1);
    }

    @Test
    void a_folder_that_is_not_there_ends_with_one_line() {
        assertRefused(run("nowhere", MessyFolder.MAPPING.toString()), "nowhere: there is no such folder");
    }

    @Test
    void a_mapping_that_is_not_there_or_broken_ends_with_one_line() throws IOException {
        Files.createDirectories(here.resolve("folder"));
        assertRefused(run("folder"), "mapping.properties");

        Files.writeString(here.resolve("folder/mapping.properties"), "zone = Mars\ncolour = red\n");
        assertRefused(run("folder"), "unknown key colour");
    }

    @Test
    void a_folder_without_a_file_or_a_column_ends_with_one_line() throws IOException {
        Path folder = Files.createDirectories(here.resolve("folder"));
        new MessyFolder(folder, 3);
        Files.writeString(folder.resolve("sales_teams.csv"), "agent\nAnn Example\n");
        Files.delete(folder.resolve("products.csv"));

        Run run = run("folder", MessyFolder.MAPPING.toString());

        assertRefused(run, "products.csv is missing");
        assertRefused(run, "sales_teams.csv has no column \"sales_agent\"");
        assertThat(here.resolve("target")).doesNotExist();
    }

    @Test
    void arguments_that_make_no_sense_are_answered_with_the_usage() {
        Run run = run("--verbose");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("pipeline review: there is no option --verbose\n" + Options.USAGE);
    }

    @Test
    void a_database_that_cannot_be_opened_ends_with_one_line() throws IOException {
        Files.writeString(here.resolve("garbage.mv.db"), "this is no database ".repeat(1_000));

        Run run = run(data().toString(), "--database", "garbage");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("pipeline review: ").hasLineCount(1);
    }

    @Test
    void a_database_that_h2_would_misread_ends_with_one_line() {
        assertRefused(run(data().toString(), "--database", "a;INIT=x"), "has no semicolon");
    }

    private static void assertRefused(Run run, String reason) {
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("pipeline review: ").contains(reason).hasLineCount(1);
    }

    private Run shipped() {
        return run(data().toString(), "--database", "review");
    }

    private Run run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = new PipelineReview(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        CLOCK)
                .run(here, List.of(arguments));
        return new Run(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static String asText(Element table) {
        TextTable text = TextTable.of(table.select("thead th").stream()
                .map(head -> new TextTable.Column(head.text(), head.hasClass("n")))
                .toArray(TextTable.Column[]::new));
        for (Element row : table.select("tbody tr")) {
            if (row.hasClass("ruled")) {
                text.rule();
            }
            text.row(row.children().stream().map(Element::wholeText).toArray(String[]::new));
        }
        return text.render();
    }

    private static Path data() {
        return ShippedData.from(Path.of("")).toAbsolutePath();
    }

    private String masked(String text) {
        return text.replace(data().toString(), "FOLDER").replace(here.toString(), "HERE");
    }

    private static String resource(String name) {
        try (InputStream in = PipelineReviewTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
