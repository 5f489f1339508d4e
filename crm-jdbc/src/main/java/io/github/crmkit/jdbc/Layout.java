package io.github.crmkit.jdbc;

import io.github.crmkit.jdbc.dialect.Dialect;
import io.github.crmkit.jdbc.mapping.Naming;
import io.github.crmkit.jdbc.mapping.Table;
import io.github.crmkit.jdbc.mapping.TableSql;
import io.github.crmkit.jdbc.report.Report;
import io.github.crmkit.jdbc.report.Reports;
import io.github.crmkit.jdbc.sql.Catalogue;
import io.github.crmkit.jdbc.table.Tables;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.storage.StorageFailureException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Where the tables are, what they are called, which there are, and what is asked of them by SQL. Immutable.
 *
 * @param naming schema and prefix
 * @param dialect the database's dialect; null where the driver's product name tells
 * @param added the host's own tables, beside those of the library
 * @param reports the host's own reports, beside those of the library or instead of them
 */
public record Layout(Naming naming, @Nullable Dialect dialect, List<Table<?, ?>> added, List<Report<?, ?, ?>> reports) {

    /** What table names begin with unless something else is said: hosts have a product or an account table already. */
    public static final String PREFIX = "crm_";

    public Layout {
        added = List.copyOf(added);
        reports = List.copyOf(reports);
    }

    /** In the connection's own schema, with names that begin with {@value #PREFIX}. */
    public static Layout standard() {
        return new Layout(new Naming(null, PREFIX), null, List.of(), List.of());
    }

    /**
     * In this schema.
     *
     * @throws IllegalArgumentException for more than 31 letters, digits and underscores, or a digit first
     */
    public Layout inSchema(String schema) {
        return new Layout(new Naming(schema, naming.prefix()), dialect, added, reports);
    }

    /**
     * With names that begin like this. The prefix may be empty once a schema is named.
     *
     * @throws IllegalArgumentException for more than 31 letters, digits and underscores, or a digit first
     */
    public Layout withPrefix(String prefix) {
        return new Layout(new Naming(naming.schema(), prefix), dialect, added, reports);
    }

    /** For this dialect, whatever the driver calls its product. */
    public Layout speaking(Dialect spoken) {
        return new Layout(naming, spoken, added, reports);
    }

    /** With these tables of the host's; the host creates them itself. */
    public Layout with(Table<?, ?>... tables) {
        List<Table<?, ?>> all = new ArrayList<>(added);
        all.addAll(List.of(tables));
        return new Layout(naming, dialect, all, reports);
    }

    /** With these reports of the host's; one for a question that the library has a report for takes its place. */
    public Layout answering(Report<?, ?, ?>... own) {
        List<Report<?, ?, ?>> all = new ArrayList<>(reports);
        all.addAll(List.of(own));
        return new Layout(naming, dialect, added, all);
    }

    /** Every table: the library's, then the host's. */
    public List<Table<?, ?>> tables() {
        List<Table<?, ?>> all = new ArrayList<>(Tables.all());
        all.addAll(added);
        return List.copyOf(all);
    }

    /** The dialect, from the driver's product name where none was said. */
    Dialect dialectOf(DataSource dataSource) {
        if (dialect != null) {
            return dialect;
        }
        String product = Catalogue.look(dataSource, Catalogue::product);
        return Dialect.all().stream()
                .filter(d -> d.speaksTo(product))
                .findFirst()
                .orElseThrow(() -> new StorageFailureException(
                        "no dialect is known for this database product; Layout.speaking names one", null));
    }

    /** What units of work need to know about the database. */
    Prepared prepared(Dialect spoken) {
        Map<Class<?>, Report<?, ?, ?>> answers = new HashMap<>();
        Reports.all().forEach(report -> answers.put(report.question(), report));
        reports.forEach(report -> answers.put(report.question(), report));
        return new Prepared(naming, spoken, statements(spoken), Map.copyOf(answers));
    }

    private Map<EntityType<?, ?>, TableSql<?, ?>> statements(Dialect spoken) {
        Map<EntityType<?, ?>, TableSql<?, ?>> statements = new HashMap<>();
        for (Table<?, ?> table : tables()) {
            if (statements.put(table.type(), TableSql.of(table, naming, spoken)) != null) {
                throw new IllegalArgumentException(
                        "two tables are declared for " + table.type().name());
            }
        }
        return statements;
    }
}
