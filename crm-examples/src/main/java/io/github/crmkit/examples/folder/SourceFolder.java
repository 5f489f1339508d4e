package io.github.crmkit.examples.folder;

import io.github.crmkit.examples.csv.LoadRefusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder of CSV files whose files and headers have been checked against a mapping. It holds no file open; each table
 * is opened when it is read.
 */
public final class SourceFolder {

    private final Path folder;
    private final Mapping mapping;

    private SourceFolder(Path folder, Mapping mapping) {
        this.folder = folder;
        this.mapping = mapping;
    }

    /**
     * Checks that every file of the mapping is there and has the columns it must have; reads no rows.
     *
     * @throws LoadRefusal with everything that is wrong with the folder
     */
    public static SourceFolder of(Path folder, Mapping mapping) {
        if (!Files.isDirectory(folder)) {
            throw new LoadRefusal(folder, "there is no such folder");
        }
        SourceFolder checked = new SourceFolder(folder, mapping);
        List<String> problems = new ArrayList<>();
        for (Source source : mapping.sources()) {
            checked.check(source, problems);
        }
        if (!problems.isEmpty()) {
            throw new LoadRefusal(folder.toString(), problems);
        }
        return checked;
    }

    /** How the folder is read. */
    public Mapping mapping() {
        return mapping;
    }

    /**
     * Opens the file of a source that the mapping has.
     *
     * @throws LoadRefusal when the file has changed since it was checked and cannot be read any more
     */
    public CsvTable open(Source source) {
        return CsvTable.open(folder, tableOf(source), mapping.format());
    }

    private void check(Source source, List<String> problems) {
        String file = tableOf(source).file();
        if (!Files.isRegularFile(folder.resolve(file))) {
            problems.add(file + " is missing");
            return;
        }
        try {
            open(source).close();
        } catch (LoadRefusal refusal) {
            refusal.problems().forEach(problem -> problems.add(file + " " + problem));
        }
    }

    private TableMapping tableOf(Source source) {
        return mapping.table(source)
                .orElseThrow(() -> new IllegalArgumentException("the mapping has no " + source.label()));
    }
}
