package io.github.crmkit.jdbc;

import io.github.crmkit.jdbc.mapping.JdbcRepository;
import io.github.crmkit.jdbc.mapping.TableSql;
import io.github.crmkit.jdbc.report.Asking;
import io.github.crmkit.jdbc.report.Report;
import io.github.crmkit.jdbc.sql.Transaction;
import io.github.crmkit.kernel.Id;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.storage.Repository;
import io.github.crmkit.storage.Rollup;
import io.github.crmkit.storage.UnitOfWork;

/** One open unit of work. Whatever it wrote was sent at once, so that its reports count it too. */
record JdbcUnit(TenantId tenant, Transaction transaction, Prepared prepared) implements UnitOfWork {

    @Override
    public <T, I extends Id> Repository<T, I> repository(EntityType<T, I> type) {
        return new JdbcRepository<>(transaction, tenant, sql(type));
    }

    @Override
    public <T, R> R answer(Rollup<T, R> question, Criteria<T> visible) {
        Report<?, ?, ?> report = prepared.reports().get(question.getClass());
        return report == null ? question.fold(this, visible) : answer(report, question, visible);
    }

    @SuppressWarnings("unchecked") // the report was declared for questions of this very class
    private <T, R, Q extends Rollup<T, R>> R answer(
            Report<?, ?, ?> report, Rollup<T, R> question, Criteria<T> visible) {
        TableSql<T, ?> subject = sql(question.subject());
        Asking<T> asking = new Asking<>(transaction, tenant, prepared.naming(), prepared.dialect(), subject);
        return ((Report<T, R, Q>) report).answering().answer((Q) question, visible, asking);
    }

    @SuppressWarnings("unchecked") // the statements were made for this very type
    private <T, I extends Id> TableSql<T, I> sql(EntityType<T, I> type) {
        TableSql<T, I> sql = (TableSql<T, I>) prepared.statements().get(type);
        if (sql == null) {
            throw new IllegalArgumentException("no table is declared for " + type.name());
        }
        return sql;
    }

    @Override
    public void setRollbackOnly() {
        transaction.setRollbackOnly();
    }
}
