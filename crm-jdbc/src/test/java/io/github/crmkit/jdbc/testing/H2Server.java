package io.github.crmkit.jdbc.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** H2 within the test's own process: in memory, or durable in a file without write delay. */
final class H2Server implements Server {

    private final Durability durability;
    private final Map<String, Address> addresses = new ConcurrentHashMap<>();

    H2Server(Durability durability) {
        this.durability = durability;
    }

    @Override
    public Address create(String database) {
        String url = switch (durability) {
            case FAST -> "jdbc:h2:mem:" + database + ";DB_CLOSE_DELAY=-1";
            case DURABLE -> "jdbc:h2:file:" + folder().resolve(database) + ";WRITE_DELAY=0;DB_CLOSE_DELAY=-1";
        };
        Address address = new Address(url, "sa", "");
        addresses.put(database, address);
        return address;
    }

    @Override
    public void drop(String database) {
        Address address = addresses.remove(database);
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                Statement statement = connection.createStatement()) {
            statement.execute("drop all objects delete files");
            statement.execute("shutdown immediately");
        } catch (SQLException e) {
            throw new IllegalStateException("cannot drop " + database, e);
        }
    }

    private static Path folder() {
        return Server.home().resolve("h2");
    }
}
