package io.github.crmkit.examples.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordReaderTest {

    @TempDir
    private Path folder;

    @Test
    void records_know_the_line_on_which_they_begin() throws IOException {
        assertThat(read("a,b\n1,\"two\nlines\"\n\n3,4\n"))
                .containsExactly("1: [a, b]", "2: [1, two\nlines]", "5: [3, 4]");
    }

    @Test
    void a_byte_order_mark_is_not_part_of_the_first_cell() throws IOException {
        assertThat(read("\uFEFFa,b\r\n1,2\r\n")).containsExactly("1: [a, b]", "2: [1, 2]");
    }

    @Test
    void an_empty_file_has_no_records() throws IOException {
        assertThat(read("")).isEmpty();
        assertThat(read("\uFEFF")).isEmpty();
        assertThat(read("\n\n")).isEmpty();
    }

    @Test
    void quotation_marks_within_a_cell_are_doubled_or_stand_inside() throws IOException {
        assertThat(read("a,b\n\"say \"\"hi\"\"\",5\" pipe\n"))
                .containsExactly("1: [a, b]", "2: [say \"hi\", 5\" pipe]");
    }

    @Test
    void a_forgotten_quotation_mark_costs_its_own_row_only() throws IOException {
        assertThat(read("a,b\n1,\"open\n2,x\n3,y\n"))
                .containsExactly("1: [a, b]", "2: malformed", "3: [2, x]", "4: [3, y]");
    }

    @Test
    void text_after_a_closing_quotation_mark_costs_its_own_row_only() throws IOException {
        assertThat(read("a,b\r\n\"1\"x,2\r\n\"3\"y,4\r\n5,6\r\n"))
                .containsExactly("1: [a, b]", "2: malformed", "3: malformed", "4: [5, 6]");
    }

    @Test
    void a_cell_without_end_does_not_fill_the_memory() throws IOException {
        assertThat(read("a,b\n1," + "x".repeat(1_100_000) + "\n2,y\n"))
                .containsExactly("1: [a, b]", "2: malformed", "3: [2, y]");
    }

    @Test
    void a_row_of_endless_cells_is_counted_but_not_kept() throws IOException {
        RawRecord record =
                records("1,".repeat(50_000) + "\n", StandardCharsets.UTF_8).get(0);

        assertThat(record.count()).isEqualTo(50_001);
        assertThat(record.cells()).hasSize(1_024);
    }

    @Test
    void bytes_that_are_not_utf_8_are_marked() throws IOException {
        assertThat(records("caf\u00E9,1\n", StandardCharsets.ISO_8859_1).get(0).cells())
                .containsExactly("caf\uFFFD", "1");
    }

    @Test
    void a_file_full_of_broken_rows_is_given_up() {
        assertThatThrownBy(() -> read("\"1\"x\n".repeat(1_002)))
                .isInstanceOf(LoadRefusal.class)
                .hasMessageContaining("more than 1000 rows have broken quotation marks");
    }

    @Test
    void a_file_that_is_not_there_is_refused() {
        assertThatThrownBy(() -> new RecordReader(folder.resolve("none.csv"), ','))
                .isInstanceOf(LoadRefusal.class)
                .hasMessageEndingWith("none.csv: cannot be opened");
    }

    @Test
    void a_folder_in_place_of_a_file_is_refused() {
        assertThatThrownBy(() -> {
                    try (RecordReader reader = new RecordReader(folder, ',')) {
                        reader.next();
                    }
                })
                .isInstanceOf(LoadRefusal.class);
    }

    private List<String> read(String text) throws IOException {
        return records(text, StandardCharsets.UTF_8).stream()
                .map(record -> record.line() + ": " + (record.isMalformed() ? "malformed" : record.cells()))
                .toList();
    }

    private List<RawRecord> records(String text, Charset charset) throws IOException {
        Path file = Files.writeString(folder.resolve("some.csv"), text, charset);
        List<RawRecord> records = new ArrayList<>();
        try (RecordReader reader = new RecordReader(file, ',')) {
            for (Optional<RawRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
                records.add(next.get());
            }
        }
        return records;
    }
}
