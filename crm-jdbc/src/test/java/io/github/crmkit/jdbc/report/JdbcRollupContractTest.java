package io.github.crmkit.jdbc.report;

import io.github.crmkit.jdbc.testing.Engine;
import io.github.crmkit.jdbc.testing.MigratedDatabase;
import io.github.crmkit.storage.Storage;
import io.github.crmkit.track.contract.RollupContractSuite;
import org.junit.jupiter.api.Nested;

/** The answers by SQL are those of the fold, on every engine. */
final class JdbcRollupContractTest {

    abstract static class OnEngine extends RollupContractSuite {

        private final Engine engine;

        OnEngine(Engine engine) {
            this.engine = engine;
        }

        @Override
        protected Storage storage() {
            return MigratedDatabase.of(engine).storage();
        }
    }

    @Nested
    class H2 extends OnEngine {
        H2() {
            super(Engine.H2);
        }
    }

    @Nested
    class Postgresql extends OnEngine {
        Postgresql() {
            super(Engine.POSTGRESQL);
        }
    }

    @Nested
    class Mariadb extends OnEngine {
        Mariadb() {
            super(Engine.MARIADB);
        }
    }
}
