package io.github.crmkit.jdbc.testing;

import io.github.crmkit.jdbc.JdbcStorage;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.storage.Storage;
import io.github.crmkit.storage.UnitOfWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;

/** A host that begins and ends a transaction of its own around each unit, and lets the library join it. */
public record HostTransactions(DataSource dataSource, JdbcStorage library) implements Storage {

    @Override
    public <R> R inUnit(TenantId tenant, Function<UnitOfWork, R> work) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                R result = library.joining(connection).inUnit(tenant, work);
                connection.commit();
                return result;
            } catch (RuntimeException | Error thrown) {
                connection.rollback();
                throw thrown;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean ownsTransactions() {
        return true;
    }
}
