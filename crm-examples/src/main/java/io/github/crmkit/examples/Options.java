package io.github.crmkit.examples;

import io.github.crmkit.examples.csv.LoadRefusal;
import io.github.crmkit.examples.folder.ShippedData;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What a pipeline review was asked to work on.
 *
 * @param folder with the files
 * @param mapping how to read them
 * @param database the file of the database, without the ending that H2 adds
 * @param page where the page with charts is written; a file that is there is replaced
 */
record Options(Path folder, Path mapping, Path database, Path page) {

    static final String USAGE = """
            usage: PipelineReview [FOLDER [MAPPING]] [--database FILE] [--page FILE]
              FOLDER           a folder with CSV files; the data set that ships with the examples unless given
              MAPPING          how to read them; FOLDER/mapping.properties unless given
              --database FILE  where to keep everything; a file below target/pipeline-review unless given
              --page FILE      where to write the page with charts; beside the database unless given
            """;

    private static final String DATABASE = "--database";
    private static final String PAGE = "--page";
    private static final Set<String> FILES = Set.of(DATABASE, PAGE);

    /** Arguments that make no sense, and why. */
    static final class Misused extends Exception {

        private static final long serialVersionUID = 1L;

        private Misused(String message) {
            super(message);
        }
    }

    /**
     * Reads the arguments.
     *
     * @throws Misused when they make no sense
     * @throws LoadRefusal when no folder is named and the shipped one is not found
     */
    static Options parse(Path workingDirectory, List<String> arguments) throws Misused {
        List<String> paths = new ArrayList<>();
        Map<String, Path> files = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (FILES.contains(argument)) {
                if (files.containsKey(argument) || i + 1 == arguments.size()) {
                    throw new Misused(argument + " needs one file");
                }
                i++;
                files.put(argument, workingDirectory.resolve(arguments.get(i)));
            } else if (argument.startsWith("-")) {
                throw new Misused("there is no option " + argument);
            } else {
                paths.add(argument);
            }
        }
        if (paths.size() > 2) {
            throw new Misused("there are " + paths.size() + " arguments");
        }
        Path folder = paths.isEmpty() ? ShippedData.from(workingDirectory) : workingDirectory.resolve(paths.get(0));
        Path mapping = paths.size() < 2 ? folder.resolve(ShippedData.MAPPING) : workingDirectory.resolve(paths.get(1));
        Path database = files.getOrDefault(DATABASE, databaseFor(workingDirectory, folder, paths.isEmpty()));
        return new Options(folder, mapping, database, files.getOrDefault(PAGE, beside(database, ".html")));
    }

    /** The file with the whole account of the load. */
    Path report() {
        return beside(database, ".load.txt");
    }

    private static Path beside(Path database, String ending) {
        return database.resolveSibling(database.getFileName() + ending);
    }

    /** Each folder has a database of its own, so that two of the same name are not mixed. */
    private static Path databaseFor(Path workingDirectory, Path folder, boolean shipped) {
        Path path = folder.toAbsolutePath().normalize();
        String mark = UUID.nameUUIDFromBytes(path.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
        String name = shipped ? "shipped" : path.getFileName() + "-" + mark.substring(0, 8);
        return List.of(workingDirectory.resolve("crm-examples"), workingDirectory).stream()
                .filter(module -> Files.isRegularFile(module.resolve("pom.xml")))
                .map(module -> module.resolve("target"))
                .findFirst()
                .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir")))
                .resolve("pipeline-review")
                .resolve(name);
    }
}
