package io.github.crmkit.jdbc;

import io.github.crmkit.jdbc.dialect.Dialect;
import io.github.crmkit.jdbc.mapping.Naming;
import io.github.crmkit.jdbc.sql.SchemaLock;
import io.github.crmkit.storage.StorageFailureException;
import java.io.Reader;
import java.io.StringReader;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** Hands the migrations to Flyway. The only class that knows it, loaded only when it is asked to migrate. */
final class FlywayRun {

    private FlywayRun() {}

    static void migrate(DataSource dataSource, Naming naming, Dialect dialect, @Nullable String schema) {
        FluentConfiguration configuration = Flyway.configure(FlywayRun.class.getClassLoader())
                .dataSource(dataSource)
                .table(naming.prefix() + "schema_history")
                .placeholders(Migrations.placeholders(naming, dialect))
                // the schema may hold tables of the host's, and our own record starts empty
                .baselineOnMigrate(true)
                .baselineVersion("0")
                // nothing that the host keeps for its own Flyway is looked at
                .locations(new String[0])
                .resourceProvider(new Files())
                .javaMigrationClassProvider(List::of);
        if (schema != null) {
            configuration.schemas(schema).createSchemas(false);
        }
        try {
            Flyway flyway = configuration.load();
            if (flyway.info().applied().length == 0) {
                // Flyway itself would try to make its record ten times, a second apart
                SchemaLock.tryTable(dataSource, naming.table("schema_trial"));
            }
            flyway.migrate();
        } catch (FlywayException e) {
            throw new StorageFailureException("the tables could not be brought up to date", e);
        }
    }

    private static final class Files implements ResourceProvider {

        @Override
        public @Nullable LoadableResource getResource(String name) {
            return Migrations.FILES.contains(name) ? new File(name) : null;
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return Migrations.FILES.stream()
                    .filter(f -> f.startsWith(prefix) && Arrays.stream(suffixes).anyMatch(f::endsWith))
                    .<LoadableResource>map(File::new)
                    .toList();
        }
    }

    private static final class File extends LoadableResource {

        private final String name;

        File(String name) {
            this.name = name;
        }

        @Override
        public Reader read() {
            return new StringReader(Migrations.read(name));
        }

        @Override
        public String getAbsolutePath() {
            return Migrations.FOLDER + name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return getAbsolutePath();
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return name;
        }
    }
}
