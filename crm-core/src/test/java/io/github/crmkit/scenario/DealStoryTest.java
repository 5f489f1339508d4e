package io.github.crmkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.Crm;
import io.github.crmkit.kernel.TenantId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DealStoryTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void a_seed_is_told_in_the_same_words_each_time(long seed) {
        Crm crm = Crm.inMemory();

        List<String> first = DealStory.play(crm, new TenantId(UUID.randomUUID()), seed, 200);
        List<String> second = DealStory.play(crm, new TenantId(UUID.randomUUID()), seed, 200);

        assertThat(second).isEqualTo(first);
    }

    @Test
    void stories_are_about_everything_that_can_happen_to_a_deal() {
        List<String> told = DealStory.play(Crm.inMemory(), new TenantId(UUID.randomUUID()), 1, 2_000);

        for (String what : List.of(
                "WON",
                "LOST",
                "question-open",
                "deal-closed",
                "stale-version",
                "opportunity.reopened",
                "opportunity.handed-over",
                "opportunity.answered",
                "opportunity.edited",
                "opportunity.staffed",
                "opportunity.amount-set",
                "of all: Deal",
                "of all: illegal-transition")) {
            assertThat(told).as(what).anyMatch(line -> line.contains(what));
        }
    }
}
