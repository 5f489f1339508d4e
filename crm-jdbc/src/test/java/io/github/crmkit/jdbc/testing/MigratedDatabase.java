package io.github.crmkit.jdbc.testing;

import io.github.crmkit.jdbc.JdbcStorage;
import io.github.crmkit.jdbc.Schema;
import io.github.crmkit.kernel.TenantId;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * One database of each engine with all tables of the library, shared by the tests of a run: each of them works for tenants
 * of its own, whose ids nobody else has.
 */
public final class MigratedDatabase {

    private static final Map<Engine, MigratedDatabase> READY = new ConcurrentHashMap<>();

    private final DataSource pool;
    private final JdbcStorage storage;

    private MigratedDatabase(DataSource pool) {
        Schema.standard().apply(pool);
        this.pool = pool;
        this.storage = JdbcStorage.over(pool);
    }

    /** The database of this engine. */
    public static MigratedDatabase of(Engine engine) {
        return READY.computeIfAbsent(engine, e -> new MigratedDatabase(e.fresh().pool()));
    }

    /** A tenant that has nothing yet. */
    public static TenantId newTenant() {
        return new TenantId(UUID.randomUUID());
    }

    /** Its pool of connections. */
    public DataSource pool() {
        return pool;
    }

    /** Its store. */
    public JdbcStorage storage() {
        return storage;
    }
}
