package io.github.crmkit.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.memory.MemoryStorage;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.contract.sample.Sample;
import io.github.crmkit.storage.contract.sample.Samples;
import java.util.List;
import java.util.Random;

/** Random stories, told to the adapter and to the storage in memory: both must answer the same. */
final class StoryCases {

    private static final int STORIES = Integer.getInteger("crmkit.contract.stories", 12);
    private static final int UNITS = 30;
    private static final long FIRST_SEED = Long.getLong("crmkit.contract.seed", 2026);

    private StoryCases() {}

    static List<ContractCase> all() {
        return List.of(new ContractCase("random_stories_end_as_in_memory", StoryCases::tell));
    }

    private static void tell(Bench bench) {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + STORIES; seed++) {
            Bench fresh = Bench.over(bench.storage(), bench.other());
            MemoryStorage memory = new MemoryStorage();
            tell(seed, fresh, new Bench(memory, memory, fresh.tenant(), fresh.stranger()));
        }
    }

    private static void tell(long seed, Bench adapter, Bench memory) {
        RandomStory story = new RandomStory(new Random(seed));
        for (int number = 0; number < UNITS; number++) {
            RandomStory.Chapter chapter = story.next();
            List<Object> expected = chapter.tell(memory);
            List<Object> actual = chapter.tell(adapter);
            assertThat(actual)
                    .as("seed %d, unit %d: %s", seed, number, chapter.steps())
                    .isEqualTo(expected);
            List<Sample> kept = memory.list(Samples.TYPE, Criteria.all(), Sort.byId());
            assertThat(adapter.all())
                    .as("seed %d, after unit %d: %s", seed, number, chapter.steps())
                    .isEqualTo(kept);
            story.remember(kept);
        }
    }
}
