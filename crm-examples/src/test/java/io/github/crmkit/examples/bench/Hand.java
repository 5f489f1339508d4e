package io.github.crmkit.examples.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What the code written by hand shares: a transaction as the adapter's own, and the awkward types. */
final class Hand {

    /** Work on an open connection. */
    interface Work<R> {
        R on(Connection connection) throws SQLException;
    }

    private Hand() {}

    static <R> R inTransaction(DataSource source, Work<R> work) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                R result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    static void instant(PreparedStatement to, int at, @Nullable Instant value) throws SQLException {
        to.setObject(at, value == null ? null : value.atOffset(ZoneOffset.UTC));
    }

    static @Nullable Instant instant(ResultSet from, int at) throws SQLException {
        OffsetDateTime value = from.getObject(at, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
