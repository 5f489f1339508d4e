package io.github.crmkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.Crm;
import io.github.crmkit.jdbc.testing.Engine;
import io.github.crmkit.jdbc.testing.MigratedDatabase;
import io.github.crmkit.jdbc.testing.RecordingDataSource;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.scenario.DealScenario;
import io.github.crmkit.storage.Storage;
import io.github.crmkit.storage.UnitOfWork;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The deal from end to end, on every database. */
class DealScenarioTest {

    @ParameterizedTest
    @EnumSource(Engine.class)
    void it_is_told_in_the_same_words_as_in_memory(Engine engine) {
        List<String> inMemory = DealScenario.play(Crm.inMemory(), MigratedDatabase.newTenant());

        Storage storage = MigratedDatabase.of(engine).storage();
        List<String> onDisk = DealScenario.play(Crm.on(storage), MigratedDatabase.newTenant());

        assertThat(onDisk).isEqualTo(inMemory);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void every_statement_of_it_binds_the_tenant_whose_unit_it_is_in(Engine engine) {
        RecordingDataSource recorder =
                new RecordingDataSource(MigratedDatabase.of(engine).pool());
        Watched watched = new Watched(JdbcStorage.over(recorder), recorder, new AtomicInteger());

        DealScenario.play(Crm.on(watched), MigratedDatabase.newTenant());

        assertThat(watched.statements()).hasValueGreaterThan(100);
        assertThat(recorder.openConnections()).isZero();
    }

    /** Looks at the statements of each unit when it has ended. */
    private record Watched(Storage base, RecordingDataSource recorder, AtomicInteger statements) implements Storage {

        @Override
        public <R> R inUnit(TenantId tenant, Function<UnitOfWork, R> work) {
            recorder.clear();
            try {
                return base.inUnit(tenant, work);
            } finally {
                recorder.requireTenant(tenant);
                assertThat(recorder.mostConnections()).isLessThanOrEqualTo(1);
                statements.addAndGet(recorder.statements().size());
            }
        }

        @Override
        public boolean ownsTransactions() {
            return base.ownsTransactions();
        }
    }
}
