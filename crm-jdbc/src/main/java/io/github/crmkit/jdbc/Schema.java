package io.github.crmkit.jdbc;

import io.github.crmkit.jdbc.dialect.Dialect;
import io.github.crmkit.jdbc.sql.Catalogue;
import io.github.crmkit.jdbc.sql.SchemaLock;
import io.github.crmkit.jdbc.sql.SessionLock;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.storage.StorageFailureException;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * The tables as a whole: bringing them into being, printing their SQL, and comparing a live schema with what is declared.
 * Nothing here happens unless it is called.
 */
public final class Schema {

    private final Layout layout;

    private Schema(Layout layout) {
        this.layout = layout;
    }

    /** The tables of {@link Layout#standard}. */
    public static Schema standard() {
        return of(Layout.standard());
    }

    /** The tables of this layout. */
    public static Schema of(Layout layout) {
        return new Schema(layout);
    }

    /**
     * Runs the migrations that are missing, through Flyway, which must be on the class path. Flyway keeps its record in a
     * table of its own beside ours, so it does not meet with migrations of the host. A named schema that is missing is made.
     *
     * <p>Many may call this at the same time, from one process or from many: one works, the others wait, up to five minutes.
     * Takes one connection at a time, so a pool of one is enough. The lock is the session's and held until the last
     * migration is done: an advisory lock on PostgreSQL, a named lock on MariaDB, a row with the session's id on H2. A node
     * that dies loses it; on H2 the next one sees that only as an administrator, and others find the row taken until
     * somebody sets its columns to null. A PostgreSQL pooler must not share sessions by the transaction. Where the host's
     * dialect has no {@link Dialect#sessionLock} Flyway locks as it does by itself, and takes up to three connections at
     * once.
     *
     * @throws StorageFailureException when Flyway is absent, the schema cannot be locked, tables cannot be made there, or a
     *     migration fails; where making tables is refused, within seconds. The connection is given back without the lock
     */
    public void apply(DataSource dataSource) {
        Dialect dialect = layout.dialectOf(dataSource);
        String schema = layout.naming().schema();
        String storedSchema = schema == null ? null : Catalogue.look(dataSource, c -> c.storedName(schema));
        if (schema != null) {
            SchemaLock.makeSchema(dataSource, schema);
        }
        Consumer<DataSource> migration = source -> FlywayRun.migrate(source, layout.naming(), dialect, storedSchema);
        Optional<SessionLock> lock = dialect.sessionLock(layout.naming().table("schema_lock"));
        try {
            if (lock.isPresent()) {
                new SchemaLock(dataSource, lock.get()).holding(migration);
            } else {
                migration.accept(dataSource);
            }
        } catch (NoClassDefFoundError absent) {
            throw new StorageFailureException(
                    "Flyway is not on the class path: add flyway-core and its part for the database, or run what"
                            + " Schema.print gives",
                    absent);
        }
    }

    /** The SQL of all migrations, in their order, as any other tool can run it. Asks no database. */
    public String print(Dialect dialect) {
        return Migrations.print(layout.naming(), dialect);
    }

    /**
     * SQL of the host's own with the same placeholders as the library's migrations: <code>${table}</code>,
     * <code>${key}</code>, <code>${id}</code>, <code>${instant}</code>, <code>${text}</code>, <code>${longtext}</code>,
     * <code>${absentlast}</code>, <code>${options}</code>.
     */
    public String expand(String sql, Dialect dialect) {
        return Migrations.expand(sql, layout.naming(), dialect);
    }

    /**
     * Compares the live schema with every declared table. Takes one connection at a time, and locks nothing.
     *
     * @throws io.github.crmkit.kernel.RuleViolationsException with everything that differs: a missing table, a missing
     *     column, another type, length, scale or nullability, a column that nobody fills, a missing key
     */
    public void validate(DataSource dataSource) {
        Dialect dialect = layout.dialectOf(dataSource);
        Violations drifts = new Violations();
        Catalogue.look(dataSource, catalogue -> {
            SchemaDrift drift = new SchemaDrift(catalogue, layout.naming(), dialect, drifts);
            layout.tables().forEach(drift::inspect);
            return drifts;
        });
        drifts.throwIfAny("database schema");
    }
}
