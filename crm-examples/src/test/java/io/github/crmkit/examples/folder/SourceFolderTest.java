package io.github.crmkit.examples.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.crmkit.examples.csv.LoadRefusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFolderTest {

    @TempDir
    private Path folder;

    @Test
    void everything_that_is_wrong_with_a_folder_is_said_before_a_row_is_read() {
        Folders folders = new Folders(folder)
                .mapping("""
                        accounts.file = accounts.csv
                        products.file = products.csv
                        leads.file = leads.csv
                        deals.file = deals.csv
                        deals.column.amount = value
                        """)
                .file("accounts.csv", "")
                .file("leads.csv", "ref,company,status,status,family_name,created_on,owner\n")
                .file("deals.csv", "ref,owner\n");

        assertThat(refusal(folders).problems())
                .containsExactly(
                        "accounts.csv is empty",
                        "leads.csv has more than one column \"status\"",
                        "products.csv is missing",
                        "deals.csv has no column \"stage\" for deals.column.stage",
                        "deals.csv has no column \"value\" for deals.column.amount");
    }

    @Test
    void a_folder_that_is_not_there_is_refused() throws IOException {
        Folders folders = new Folders(folder).mapping("deals.file = deals.csv").file("deals.csv", "ref,stage,owner\n");
        Mapping mapping = folders.open().mapping();

        assertThatThrownBy(() -> SourceFolder.of(folder.resolve("none"), mapping))
                .isInstanceOf(LoadRefusal.class)
                .hasMessageEndingWith("none: there is no such folder");
        assertThatThrownBy(() -> SourceFolder.of(Files.createFile(folder.resolve("file")), mapping))
                .isInstanceOf(LoadRefusal.class);
    }

    @Test
    void a_folder_in_place_of_a_file_is_a_missing_file() throws IOException {
        Files.createDirectory(folder.resolve("deals.csv"));

        assertThat(refusal(new Folders(folder).mapping("deals.file = deals.csv"))
                        .problems())
                .containsExactly("deals.csv is missing");
    }

    @Test
    void a_file_in_another_encoding_is_refused() throws IOException {
        Files.writeString(folder.resolve("deals.csv"), "ref,stage,owner\n", StandardCharsets.UTF_16);

        assertThat(refusal(new Folders(folder).mapping("deals.file = deals.csv"))
                        .problems())
                .containsExactly("deals.csv is not text in UTF-8");
    }

    @Test
    void a_header_with_broken_quotation_marks_is_refused() {
        Folders folders = new Folders(folder).mapping("deals.file = deals.csv").file("deals.csv", "\"ref,stage\n1,2\n");

        assertThat(refusal(folders).problems()).containsExactly("deals.csv the first line has broken quotation marks");
    }

    @Test
    void a_header_alone_is_a_table_without_rows() {
        Folders folders = new Folders(folder).mapping("deals.file = deals.csv").file("deals.csv", "ref,stage,owner");

        try (CsvTable table = folders.open().open(Source.DEALS)) {
            assertThat(table.hasNext()).isFalse();
            assertThatThrownBy(table::next).isInstanceOf(NoSuchElementException.class);
        }
    }

    @Test
    void a_default_stands_in_for_a_column_that_every_row_needs() {
        Folders folders = new Folders(folder)
                .mapping("deals.file = deals.csv\ndeals.default.owner = anong")
                .file("deals.csv", "ref,stage\nD-1,Proposal\n");

        assertThat(folders.rows(Source.DEALS).get(0).text("owner")).isEqualTo("anong");
    }

    @Test
    void a_repeated_column_that_nobody_reads_does_no_harm() {
        Folders folders = new Folders(folder)
                .mapping("deals.file = deals.csv")
                .file("deals.csv", "ref,stage,owner,note,note,,\nD-1,Proposal,anong,a,b,,\n");

        try (CsvTable table = folders.open().open(Source.DEALS)) {
            assertThat(table.unusedColumns()).containsExactly("note", "note", "column 6", "column 7");
            assertThat(table.next().text("owner")).isEqualTo("anong");
        }
    }

    @Test
    void cells_can_be_parted_by_another_character() {
        Folders folders = new Folders(folder)
                .mapping("csv.separator = tab\ndeals.file = deals.csv")
                .file("deals.csv", "ref\tstage\towner\nD,1\tProposal\tanong\n");

        assertThat(folders.rows(Source.DEALS).get(0).text("ref")).isEqualTo("D,1");
    }

    private static LoadRefusal refusal(Folders folders) {
        return catchThrowableOfType(LoadRefusal.class, folders::open);
    }
}
