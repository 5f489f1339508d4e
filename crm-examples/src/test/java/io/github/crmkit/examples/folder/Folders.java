package io.github.crmkit.examples.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes small folders for tests: a mapping that is complete, and files beside it. */
public final class Folders {

    private static final String BASICS = """
            review.date = 2026-05-15
            zone = Asia/Bangkok
            currency = THB
            date.format = d/M/yyyy
            """;

    private final Path folder;
    private String mapping = BASICS;

    public Folders(Path folder) {
        this.folder = folder;
    }

    /** Adds lines to the mapping. */
    public Folders mapping(String lines) {
        mapping += lines.stripIndent() + "\n";
        return this;
    }

    /** Writes a file. */
    public Folders file(String name, String text) {
        write(name, text);
        return this;
    }

    /** The folder, checked. */
    public SourceFolder open() {
        return SourceFolder.of(folder, Mapping.read(write("mapping.properties", mapping)));
    }

    /** Every row of a source. */
    public List<CsvRow> rows(Source source) {
        List<CsvRow> rows = new ArrayList<>();
        try (CsvTable table = open().open(source)) {
            table.forEachRemaining(rows::add);
        }
        return rows;
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
