package io.github.crmkit.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.kernel.UserId;
import io.github.crmkit.money.ExactSum;
import io.github.crmkit.money.MoneyBag;
import io.github.crmkit.pipeline.PipelineId;
import io.github.crmkit.pipeline.StageId;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PipelineCubeTest {

    private static final int SLOTS = 1024;

    private static PipelineCube.Key key(@Nullable YearMonth due) {
        return new PipelineCube.Key(
                new PipelineId(new UUID(1, 1)), new StageId(new UUID(2, 2)), new UserId(new UUID(3, 3)), due);
    }

    @Test
    void cells_without_deals_are_not_in_it_and_later_changes_of_the_map_do_not_matter() {
        PipelineCube.Cell one = new PipelineCube.Cell(1, 1, MoneyBag.empty(), ExactSum.empty());
        Map<PipelineCube.Key, PipelineCube.Cell> cells = new HashMap<>();
        cells.put(key(null), one);
        PipelineCube cube = new PipelineCube(cells);
        cells.put(key(YearMonth.of(2026, 1)), PipelineCube.Cell.none());
        assertThat(cube.cells()).isEqualTo(Map.of(key(null), one));
        assertThat(new PipelineCube(cells)).isEqualTo(cube);
    }

    @Test
    void the_months_of_one_stage_of_one_owner_lie_apart_in_a_hash_map() {
        Set<Integer> slots = new HashSet<>();
        for (int month = 0; month < 120; month++) {
            int hash = key(YearMonth.of(2020, 1).plusMonths(month)).hashCode();
            slots.add((hash ^ hash >>> 16) % SLOTS);
        }
        assertThat(slots).hasSizeGreaterThan(100);
    }
}
