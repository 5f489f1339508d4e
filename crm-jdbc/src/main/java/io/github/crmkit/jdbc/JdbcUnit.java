package io.github.crmkit.jdbc;

import io.github.crmkit.jdbc.mapping.JdbcRepository;
import io.github.crmkit.jdbc.mapping.TableSql;
import io.github.crmkit.jdbc.sql.Transaction;
import io.github.crmkit.kernel.Id;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.storage.Repository;
import io.github.crmkit.storage.UnitOfWork;
import java.util.Map;

/** One open unit of work. */
record JdbcUnit(TenantId tenant, Transaction transaction, Map<EntityType<?, ?>, TableSql<?, ?>> statements)
        implements UnitOfWork {

    @Override
    @SuppressWarnings("unchecked") // the statements were made for this very type
    public <T, I extends Id> Repository<T, I> repository(EntityType<T, I> type) {
        TableSql<T, I> sql = (TableSql<T, I>) statements.get(type);
        if (sql == null) {
            throw new IllegalArgumentException("no table is declared for " + type.name());
        }
        return new JdbcRepository<>(transaction, tenant, sql);
    }

    @Override
    public void setRollbackOnly() {
        transaction.setRollbackOnly();
    }
}
