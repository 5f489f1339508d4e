package io.github.crmkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.jdbc.testing.Engine;
import io.github.crmkit.jdbc.testing.FaultyDataSource;
import io.github.crmkit.jdbc.testing.SampleTables;
import io.github.crmkit.jdbc.testing.TestDatabase;
import io.github.crmkit.kernel.CrmException;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.OutcomeUnknownException;
import io.github.crmkit.storage.Storage;
import io.github.crmkit.storage.contract.sample.Sample;
import io.github.crmkit.storage.contract.sample.SampleFields;
import io.github.crmkit.storage.contract.sample.Samples;
import io.github.crmkit.storage.contract.sample.Sheet;
import io.github.crmkit.storage.contract.sample.SheetLine;
import io.github.crmkit.storage.contract.sample.Sheets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whichever JDBC call fails, everything is stored or nothing, the caller is told, and no connection is lost. */
final class FaultSweepTest {

    private static final int FEWEST_CALLS = 60;

    private static final Sheet SHEET = Sheet.of("old", List.of(SheetLine.of("one", "1"), SheetLine.of("two", "2")));

    @ParameterizedTest(name = "calls fail {0} they are done, autocommit {1}")
    @CsvSource({"BEFORE, true", "AFTER, true", "BEFORE, false", "AFTER, false"})
    void whichever_call_fails_everything_is_stored_or_nothing(FaultyDataSource.When when, boolean autoCommit) {
        try (TestDatabase database = Engine.H2.fresh()) {
            SampleTables.create(database.dataSource(), SampleTables.layout(), Engine.H2);
            Storage sound = JdbcStorage.over(database.dataSource(), SampleTables.layout());
            FaultyDataSource faulty = new FaultyDataSource(database.dataSource(autoCommit));
            Storage storage = JdbcStorage.over(faulty, SampleTables.layout());

            int calls = 0;
            boolean complete = false;
            while (!complete) {
                calls++;
                complete = !fails(storage, sound, faulty, calls, when);
            }
            assertThat(calls).as("calls that were made to fail").isGreaterThan(FEWEST_CALLS);
        }
    }

    private static boolean fails(
            Storage storage, Storage sound, FaultyDataSource faulty, int call, FaultyDataSource.When when) {
        TenantId tenant = new TenantId(UUID.randomUUID());
        sound.inUnit(tenant, unit -> {
            unit.repository(Sheets.TYPE).insert(SHEET);
            return true;
        });
        String before = dump(sound, tenant);
        faulty.failAt(call, when);
        CrmException thrown = null;
        try {
            work(storage, tenant);
        } catch (CrmException e) {
            thrown = e;
        }
        String failed = faulty.failed();
        faulty.heal();

        String place = "call " + call + ", " + failed;
        assertThat(faulty.openConnections()).as("connections lost at %s", place).isZero();
        String now = dump(sound, tenant);
        if (thrown == null) {
            assertThat(now).as(place).contains("new", "s999");
        } else if (thrown instanceof OutcomeUnknownException) {
            assertThat(failed).isEqualTo("Connection.commit");
            assertThat(now.equals(before)).as(place).isEqualTo(when == FaultyDataSource.When.BEFORE);
        } else {
            assertThat(now).as(place).isEqualTo(before);
        }
        return failed != null;
    }

    /** Reads, inserts one and many, updates with lines. */
    private static void work(Storage storage, TenantId tenant) {
        storage.inUnit(tenant, unit -> {
            Sheet found = unit.repository(Sheets.TYPE).find(SHEET.id()).orElseThrow();
            unit.repository(Sheets.TYPE).update(found.with("new", List.of(SheetLine.of("three", "3"))));
            unit.repository(Samples.TYPE).insert(Sample.named("s1"));
            unit.repository(Samples.TYPE).insertAll(List.of(Sample.named("s2"), Sample.named("s999")));
            assertThat(unit.repository(Samples.TYPE).count(Criteria.all())).isEqualTo(3);
            return true;
        });
    }

    private static String dump(Storage storage, TenantId tenant) {
        return storage.inUnit(tenant, unit -> {
            List<Object> all = new ArrayList<>();
            unit.repository(Sheets.TYPE).each(Criteria.all(), Sort.byId(), all::add);
            unit.repository(Samples.TYPE).each(Criteria.all(), SampleFields.NAME.asc(), s -> all.add(s.name()));
            return all.toString();
        });
    }
}
