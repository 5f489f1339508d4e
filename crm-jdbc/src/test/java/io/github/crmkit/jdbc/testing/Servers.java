package io.github.crmkit.jdbc.testing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The servers of this test run, each started when it is first asked for. */
final class Servers {

    private static final Map<Kind, Server> RUNNING = new ConcurrentHashMap<>();

    private Servers() {}

    static Server of(Engine engine, Durability durability) {
        return RUNNING.computeIfAbsent(new Kind(engine, durability), Servers::start);
    }

    private static Server start(Kind kind) {
        return switch (kind.engine()) {
            case H2 -> new H2Server(kind.durability());
            case POSTGRESQL -> new PostgresServer(kind.durability());
            case MARIADB -> new MariaDbServer(kind.durability());
        };
    }

    private record Kind(Engine engine, Durability durability) {}
}
