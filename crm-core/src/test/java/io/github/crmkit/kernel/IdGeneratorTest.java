package io.github.crmkit.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class IdGeneratorTest {

    private static final Comparator<UUID> UNSIGNED = Comparator.comparing(
                    UUID::getMostSignificantBits, Long::compareUnsigned)
            .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final IdGenerator ids = IdGenerator.timeOrdered(() -> now);

    private List<UUID> next(int count) {
        List<UUID> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            made.add(ids.next());
        }
        return made;
    }

    @Test
    void ids_are_of_version_7_and_carry_the_time_of_the_clock() {
        UUID id = ids.next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(now.toEpochMilli());
    }

    @Test
    void ids_keep_sorting_when_the_clock_stands_still() {
        assertThat(next(10_000)).isSortedAccordingTo(UNSIGNED).doesNotHaveDuplicates();
    }

    @Test
    void ids_keep_sorting_when_the_clock_goes_back_by_less_than_a_second() {
        List<UUID> made = new ArrayList<>(next(10));
        for (int step = 0; step < 60; step++) {
            now = now.plusMillis(step % 3 == 0 ? -900 : 450);
            made.addAll(next(10));
        }

        assertThat(made).isSortedAccordingTo(UNSIGNED).doesNotHaveDuplicates();
    }

    @Test
    void no_id_comes_twice_when_the_clock_jumps() {
        Set<UUID> made = ConcurrentHashMap.newKeySet();
        for (long seconds : List.of(0L, -3_600L, 0L, 315_360_000L, -1L, -315_360_000L, 3_600L)) {
            now = now.plusSeconds(seconds);
            next(2_000).forEach(id -> assertThat(made.add(id)).isTrue());
        }
    }

    @Test
    void threads_never_get_the_same_id() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<List<UUID>>> callers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                callers.add(() -> next(5_000));
            }
            Set<UUID> made = ConcurrentHashMap.newKeySet();
            for (Future<List<UUID>> some : threads.invokeAll(callers)) {
                assertThat(some.get()).isSortedAccordingTo(UNSIGNED);
                made.addAll(some.get());
            }
            assertThat(made).hasSize(40_000);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void typed_ids_read_what_they_write_and_nothing_else() {
        TenantId tenant = new TenantId(ids.next());

        assertThat(TenantId.parse(tenant.text())).isEqualTo(tenant);
        assertThat(UserId.parse(tenant.text()).value()).isEqualTo(tenant.value());
        assertThatIllegalArgumentException().isThrownBy(() -> UserId.parse("not an id"));
    }
}
