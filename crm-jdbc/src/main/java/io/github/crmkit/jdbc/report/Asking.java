package io.github.crmkit.jdbc.report;

import io.github.crmkit.jdbc.dialect.ColumnType;
import io.github.crmkit.jdbc.dialect.Dialect;
import io.github.crmkit.jdbc.mapping.Naming;
import io.github.crmkit.jdbc.mapping.Query;
import io.github.crmkit.jdbc.mapping.TableSql;
import io.github.crmkit.jdbc.sql.Transaction;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.query.Criteria;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One question on its way to the database: the values and the parts of its statement. {@code :tenant} is the unit's tenant in
 * every statement. Made for one answer, used by one thread.
 *
 * @param <T> the aggregate that is asked about
 */
public final class Asking<T> {

    private final Transaction transaction;
    private final TenantId tenant;
    private final Naming naming;
    private final Dialect dialect;
    private final TableSql<T, ?> subject;
    private final Map<String, Consumer<Query>> values = new HashMap<>();
    private final Map<String, Consumer<Query>> parts = new HashMap<>();

    /** A question of this tenant, within this transaction, about what lies in the table of the subject. */
    public Asking(Transaction transaction, TenantId tenant, Naming naming, Dialect dialect, TableSql<T, ?> subject) {
        this.transaction = transaction;
        this.tenant = tenant;
        this.naming = naming;
        this.dialect = dialect;
        this.subject = subject;
        value("tenant", ColumnType.ID, tenant.value());
    }

    /**
     * A moment, for comparisons with stored ones. Stored ones are in microseconds, so that being up to a moment and being up to
     * the microsecond in which it lies is the same.
     */
    public Asking<T> instant(String name, Instant moment) {
        return value(name, ColumnType.INSTANT, moment.truncatedTo(ChronoUnit.MICROS));
    }

    /** A day. */
    public Asking<T> date(String name, LocalDate day) {
        return value(name, ColumnType.DATE, day);
    }

    /** A part of the statement, which may hold marks of its own. */
    public Asking<T> part(String name, ReportSql sql) {
        parts.put(name, query -> write(sql, query));
        return this;
    }

    /** The conditions of a filter on the table of the subject, of whose columns they name the bare names. */
    public Asking<T> where(String name, Criteria<T> filter) {
        parts.put(name, query -> subject.writeWhere(query, tenant, filter));
        return this;
    }

    /** The rows that the statement finds. */
    public <R> List<R> rows(ReportSql sql, Function<Found, R> reading) {
        List<R> rows = new ArrayList<>();
        each(sql, row -> rows.add(reading.apply(row)));
        return rows;
    }

    /** Reads the rows that the statement finds, one after another. */
    public void each(ReportSql sql, Consumer<Found> reading) {
        Query query = new Query(dialect, "");
        write(sql, query);
        transaction.each(query.sql(), query::bind, cells -> reading.accept(new Found(dialect, cells)));
    }

    private Asking<T> value(String name, ColumnType type, Object plain) {
        values.put(name, query -> query.add("?").with(type, plain));
        return this;
    }

    private void write(ReportSql sql, Query query) {
        for (ReportSql.Piece piece : sql.pieces()) {
            switch (piece.kind()) {
                case PLAIN -> query.add(piece.text());
                case VALUE -> known(values, piece).accept(query);
                case PART -> {
                    if (piece.text().equals(ReportSql.TABLE)) {
                        query.add(naming.beforeTable());
                    } else {
                        known(parts, piece).accept(query);
                    }
                }
            }
        }
    }

    private static Consumer<Query> known(Map<String, Consumer<Query>> given, ReportSql.Piece piece) {
        Consumer<Query> writing = given.get(piece.text());
        if (writing == null) {
            throw new IllegalArgumentException("the statement names " + piece.text() + ", which nobody gave");
        }
        return writing;
    }
}
