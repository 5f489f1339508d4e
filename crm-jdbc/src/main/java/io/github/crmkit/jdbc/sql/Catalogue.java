package io.github.crmkit.jdbc.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What a database tells about itself. Looking there begins no transaction and ends none, also where the connection is in
 * the middle of one.
 */
public final class Catalogue {

    @FunctionalInterface
    private interface Question<R> {
        R ask(Connection connection) throws SQLException;
    }

    private final Connection connection;

    private Catalogue(Connection connection) {
        this.connection = connection;
    }

    /** Looks on a connection of its own, and hands it back. */
    public static <R> R look(DataSource dataSource, Function<Catalogue, R> looking) {
        try (Connection connection = dataSource.getConnection()) {
            return looking.apply(new Catalogue(connection));
        } catch (SQLException e) {
            throw Faults.failure("no connection to the database", e);
        }
    }

    /** The name of the database product. */
    public String product() {
        return ask(c -> c.getMetaData().getDatabaseProductName());
    }

    /** The name as the database keeps it when it is written without quotes. */
    public String storedName(String name) {
        return ask(c -> LiveTable.stored(c.getMetaData(), name));
    }

    /** A table; null where there is none. */
    public @Nullable LiveTable table(TablePlace place) {
        try {
            return LiveTable.read(connection, place);
        } catch (SQLException e) {
            throw Faults.failure("the database does not describe its tables", e);
        }
    }

    private <R> R ask(Question<R> question) {
        try {
            return question.ask(connection);
        } catch (SQLException e) {
            throw Faults.failure("the database does not describe itself", e);
        }
    }
}
