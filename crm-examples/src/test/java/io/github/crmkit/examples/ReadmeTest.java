package io.github.crmkit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    private static final int MOST_LINES = 40;

    @Test
    void the_quickstart_of_the_readme_is_the_compiled_one() throws IOException {
        List<String> source = Files.readAllLines(
                Path.of("src", "main", "java", "io", "github", "crmkit", "examples", "Quickstart.java"));
        List<String> readme = Files.readAllLines(Path.of("..", "README.md"));

        List<String> compiled =
                between(source, "        // the README begins here", "        // the README ends here").stream()
                        .map(line -> line.isEmpty() ? line : line.substring(8))
                        .toList();

        assertThat(between(readme, "```java", "```")).isEqualTo(compiled);
        assertThat(compiled).hasSizeLessThan(MOST_LINES);
    }

    private static List<String> between(List<String> lines, String begin, String end) {
        int from = lines.indexOf(begin) + 1;
        List<String> rest = lines.subList(from, lines.size());
        return rest.subList(0, rest.indexOf(end));
    }
}
