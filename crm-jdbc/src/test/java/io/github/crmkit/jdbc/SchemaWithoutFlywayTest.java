package io.github.crmkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** A host that runs the SQL itself need not have Flyway. */
final class SchemaWithoutFlywayTest {

    @Test
    void applying_says_what_is_missing_and_everything_else_works() throws Exception {
        try (URLClassLoader host = new URLClassLoader(classPathWithoutFlyway(), ClassLoader.getPlatformClassLoader())) {
            Object schema = host.loadClass("io.github.crmkit.jdbc.Schema")
                    .getMethod("standard")
                    .invoke(null);
            Object dialect = host.loadClass("io.github.crmkit.jdbc.dialect.Dialect")
                    .getMethod("h2")
                    .invoke(null);
            DataSource dataSource = (DataSource) host.loadClass(JdbcDataSource.class.getName())
                    .getConstructor()
                    .newInstance();
            dataSource.getClass().getMethod("setURL", String.class).invoke(dataSource, "jdbc:h2:mem:");

            Method apply = schema.getClass().getMethod("apply", DataSource.class);
            assertThatThrownBy(() -> apply.invoke(schema, dataSource))
                    .isInstanceOf(InvocationTargetException.class)
                    .cause()
                    .hasMessageContaining("Flyway is not on the class path")
                    .satisfies(e -> assertThat(e.getClass().getSimpleName()).isEqualTo("StorageFailureException"));
            Object printed = schema.getClass()
                    .getMethod("print", dialect.getClass().getSuperclass().getInterfaces()[0])
                    .invoke(schema, dialect);
            assertThat(printed.toString()).contains("create table crm_history");
        }
    }

    private static URL[] classPathWithoutFlyway() throws Exception {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (!entry.isEmpty() && !entry.contains("flyway")) {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        return urls.toArray(new URL[0]);
    }
}
