package io.github.crmkit.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.examples.csv.LoadRefusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @TempDir
    private Path here;

    @Test
    void without_arguments_the_shipped_folder_is_taken() throws Exception {
        Path module = Files.createDirectories(here.resolve("crm-examples"));
        Files.createFile(module.resolve("pom.xml"));
        Files.createFile(Files.createDirectories(module.resolve("data")).resolve("mapping.properties"));

        Options options = Options.parse(here, List.of());

        assertThat(options.folder()).isEqualTo(module.resolve("data"));
        assertThat(options.mapping()).isEqualTo(module.resolve("data/mapping.properties"));
        assertThat(options.database()).isEqualTo(module.resolve("target/pipeline-review/shipped"));
        assertThat(options.report()).isEqualTo(module.resolve("target/pipeline-review/shipped.load.txt"));
        assertThat(options.page()).isEqualTo(module.resolve("target/pipeline-review/shipped.html"));
    }

    @Test
    void outside_of_the_repository_a_folder_must_be_named() {
        assertThatThrownBy(() -> Options.parse(here, List.of())).isInstanceOf(LoadRefusal.class);
    }

    @Test
    void a_folder_brings_its_mapping_or_is_given_one() throws Exception {
        assertThat(Options.parse(here, List.of("some")).mapping()).isEqualTo(here.resolve("some/mapping.properties"));
        assertThat(Options.parse(here, List.of("some", "other.properties")).mapping())
                .isEqualTo(here.resolve("other.properties"));
    }

    @Test
    void two_folders_of_one_name_have_two_databases_and_one_folder_always_the_same() throws Exception {
        Path one = Options.parse(here, List.of("2025/export")).database();

        assertThat(one).isNotEqualTo(Options.parse(here, List.of("2026/export")).database());
        assertThat(one)
                .isEqualTo(Options.parse(here, List.of("2026/../2025/export")).database());
        assertThat(one.getFileName().toString()).startsWith("export-");
    }

    @Test
    void the_database_can_be_chosen_wherever_it_stands() throws Exception {
        Options first = Options.parse(here, List.of("--database", "deep/review", "some"));
        Options last = Options.parse(here, List.of("some", "--database", "deep/review"));

        assertThat(first).isEqualTo(last);
        assertThat(first.database()).isEqualTo(here.resolve("deep/review"));
        assertThat(first.page()).isEqualTo(here.resolve("deep/review.html"));
    }

    @Test
    void the_page_can_be_chosen_too() throws Exception {
        Options options = Options.parse(here, List.of("some", "--page", "sales/today.html", "--database", "review"));

        assertThat(options.page()).isEqualTo(here.resolve("sales/today.html"));
        assertThat(options.database()).isEqualTo(here.resolve("review"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b c",
                "--database",
                "a --database x --database y",
                "--page",
                "a --page x --page y",
                "--verbose",
                "-h"
            })
    void arguments_that_make_no_sense_are_refused(String arguments) throws IOException {
        assertThatThrownBy(() -> Options.parse(here, List.of(arguments.split(" "))))
                .isInstanceOf(Options.Misused.class);
    }
}
