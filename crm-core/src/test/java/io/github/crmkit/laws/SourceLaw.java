package io.github.crmkit.laws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What is counted in the source itself.
 *
 * @param sources the folder of Java sources
 */
public record SourceLaw(Path sources) {

    private static final int MOST_LINES = 400;
    private static final int MOST_FILES = 20;

    /** Files that are longer than a reader's patience. */
    public List<String> longFiles() {
        return files(path -> lines(path).size() > MOST_LINES);
    }

    /** Files with a mark of unfinished work. */
    public List<String> unfinishedFiles() {
        String mark = "TO" + "DO";
        return files(path -> lines(path).stream().anyMatch(l -> l.contains(mark) || l.contains("FIX" + "ME")));
    }

    /** Packages with too many files, or without a story that is null-marked. */
    public List<String> badPackages() {
        Map<Path, List<Path>> packages = new TreeMap<>();
        for (Path file : all()) {
            packages.computeIfAbsent(file.getParent(), p -> new ArrayList<>()).add(file);
        }
        List<String> bad = new ArrayList<>();
        packages.forEach((folder, inside) -> {
            if (folder.equals(sources)) {
                return;
            }
            if (inside.size() > MOST_FILES) {
                bad.add(sources.relativize(folder) + " has " + inside.size() + " files");
            }
            Path story = folder.resolve("package-info.java");
            if (!Files.exists(story) || lines(story).stream().noneMatch("@NullMarked"::equals)) {
                bad.add(sources.relativize(folder) + " has no null-marked package-info");
            }
        });
        return bad;
    }

    private List<String> files(Predicate<Path> bad) {
        return all().stream()
                .filter(bad)
                .map(p -> sources.relativize(p).toString())
                .toList();
    }

    private List<Path> all() {
        try (Stream<Path> walk = Files.walk(sources)) {
            return walk.filter(p -> p.toString().endsWith(".java")).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
