package io.github.crmkit.jdbc.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A running server of one engine, which ends with the test run. */
interface Server {

    /** Makes an empty database of that name, and says where it is. */
    Address create(String database);

    /** Ends every connection to the database and removes it. */
    void drop(String database);

    /** Where a database is and who may enter. */
    record Address(String url, String user, String password) {}

    /** Where servers keep their programs and data: below the build folder, so that {@code mvn clean} removes them. */
    static Path home() {
        try {
            Path home = Path.of(System.getProperty("basedir", ""), "target", "test-databases");
            return Files.createDirectories(home.toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
