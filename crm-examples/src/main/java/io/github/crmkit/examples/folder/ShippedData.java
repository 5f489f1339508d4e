package io.github.crmkit.examples.folder;

import io.github.crmkit.examples.csv.LoadRefusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds the data set that ships with the examples, from the root of the repository or from the module. */
public final class ShippedData {

    /** The name of the mapping that lies beside the files of a folder. */
    public static final String MAPPING = "mapping.properties";

    private ShippedData() {}

    /**
     * The folder of the data set, seen from a working directory.
     *
     * @throws LoadRefusal when the directory is neither the repository nor the module
     */
    public static Path from(Path workingDirectory) {
        return List.of(workingDirectory.resolve("crm-examples/data"), workingDirectory.resolve("data")).stream()
                .filter(folder -> Files.isRegularFile(folder.resolve(MAPPING)))
                .findFirst()
                .orElseThrow(() -> new LoadRefusal(
                        workingDirectory,
                        "there is neither crm-examples/data nor data with a " + MAPPING + "; name a folder"));
    }
}
