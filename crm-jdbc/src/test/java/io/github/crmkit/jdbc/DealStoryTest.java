package io.github.crmkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.Crm;
import io.github.crmkit.jdbc.testing.Engine;
import io.github.crmkit.jdbc.testing.MigratedDatabase;
import io.github.crmkit.scenario.DealStory;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random lives of deals, on every database. */
class DealStoryTest {

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_seed_is_told_in_the_same_words_as_in_memory(Engine engine) {
        Crm onDisk = Crm.on(MigratedDatabase.of(engine).storage());
        for (long seed = 1; seed <= 5; seed++) {
            List<String> inMemory = DealStory.play(Crm.inMemory(), MigratedDatabase.newTenant(), seed, 150);

            assertThat(DealStory.play(onDisk, MigratedDatabase.newTenant(), seed, 150))
                    .as("seed " + seed)
                    .isEqualTo(inMemory);
        }
    }
}
