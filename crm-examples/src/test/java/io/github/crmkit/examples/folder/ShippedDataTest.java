package io.github.crmkit.examples.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.examples.csv.LoadRefusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippedDataTest {

    @TempDir
    private Path directory;

    @Test
    void the_data_set_is_found_from_the_repository_and_from_the_module() throws IOException {
        Path data = directory.resolve("crm-examples/data");
        Files.createDirectories(data);
        Files.createFile(data.resolve("mapping.properties"));

        assertThat(ShippedData.from(directory)).isEqualTo(data);
        assertThat(ShippedData.from(directory.resolve("crm-examples"))).isEqualTo(data);
    }

    @Test
    void elsewhere_the_refusal_says_what_was_looked_for() {
        assertThatThrownBy(() -> ShippedData.from(directory))
                .isInstanceOf(LoadRefusal.class)
                .hasMessageContaining("neither crm-examples/data nor data with a mapping.properties");
    }
}
