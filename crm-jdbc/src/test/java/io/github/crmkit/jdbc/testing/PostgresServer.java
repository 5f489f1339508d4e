package io.github.crmkit.jdbc.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL server of its own process, on a free port. */
final class PostgresServer implements Server {

    private static final String OWNER = "postgres";

    private final EmbeddedPostgres postgres;

    PostgresServer(Durability durability) {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(Server.home().resolve("postgresql").toFile())
                .setServerConfig("max_connections", "200")
                .setServerConfig("timezone", "America/St_Johns");
        if (durability == Durability.FAST) {
            builder.setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("full_page_writes", "off");
        }
        try {
            postgres = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Address create(String database) {
        run("create database " + database
                + " template template0 encoding 'UTF8' locale_provider icu icu_locale 'en-US' locale 'C'");
        return new Address("jdbc:postgresql://localhost:" + postgres.getPort() + "/" + database, OWNER, "");
    }

    @Override
    public void drop(String database) {
        run("drop database " + database + " with (force)");
    }

    private void run(String sql) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot run: " + sql, e);
        }
    }
}
