package io.github.crmkit.examples.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final List<String> lines = new ArrayList<>();
    private Instant now = Instant.parse("2026-05-15T08:00:00Z");
    private final InstantSource clock = () -> now;
    private final Progress progress = new Progress(lines::add, clock, Duration.ofSeconds(1));

    @Test
    void short_work_says_nothing() {
        Progress.Work work = progress.begin("deals", "rows");
        for (int i = 0; i < 500; i++) {
            work.step();
        }
        now = now.plusMillis(999);
        work.step();
        work.end();

        assertThat(lines).isEmpty();
    }

    @Test
    void long_work_speaks_once_a_second_and_at_its_end() {
        Progress.Work work = progress.begin("deals", "rows");
        for (int i = 0; i < 2_500; i++) {
            now = now.plusMillis(1);
            work.step();
        }
        work.end();

        assertThat(lines)
                .containsExactly(
                        "  deals: 1,000 rows, 1 s", "  deals: 2,000 rows, 2 s", "  deals: done, 2,500 rows, 2 s");
    }

    @Test
    void a_long_silence_is_followed_by_one_line_only() {
        Progress.Work work = progress.begin("quotes", "lines");
        now = now.plusSeconds(30);
        work.step(7);
        work.step();

        assertThat(lines).containsExactly("  quotes: 7 lines, 30 s");
    }

    @Test
    void the_interval_is_positive() {
        assertThatThrownBy(() -> new Progress(lines::add, clock, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
