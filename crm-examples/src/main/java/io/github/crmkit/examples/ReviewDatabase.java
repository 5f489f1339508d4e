package io.github.crmkit.examples;

import io.github.crmkit.examples.csv.LoadRefusal;
import io.github.crmkit.jdbc.EmbeddedH2;
import io.github.crmkit.jdbc.JdbcStorage;
import io.github.crmkit.jdbc.Schema;
import io.github.crmkit.storage.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.jdbcx.JdbcConnectionPool;

/** An embedded database in a file, open from when it is made until it is closed; its tables are brought into being. */
final class ReviewDatabase implements AutoCloseable {

    private final JdbcConnectionPool connections;

    /**
     * Opens the database, or makes a new one.
     *
     * @param file without the ending that H2 adds
     * @throws LoadRefusal when the folder of the file cannot be made, or H2 would not take the path as it is
     * @throws io.github.crmkit.storage.StorageFailureException when the database cannot be opened
     */
    ReviewDatabase(Path file) {
        if (file.toAbsolutePath().toString().indexOf(';') >= 0) {
            throw new LoadRefusal(file, "the path of a database has no semicolon");
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException unwritable) {
            throw new LoadRefusal(file, "its folder cannot be made");
        }
        connections = JdbcConnectionPool.create(EmbeddedH2.file(file), "", "");
        Schema.standard().apply(connections);
    }

    /** What the CRM keeps everything in. */
    Storage storage() {
        return JdbcStorage.over(connections);
    }

    @Override
    public void close() {
        connections.dispose();
    }
}
