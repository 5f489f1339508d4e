package io.github.crmkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.Crm;
import io.github.crmkit.kernel.TenantId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DealScenarioTest {

    @Test
    void a_lead_becomes_a_won_deal_in_memory() {
        List<String> told = DealScenario.play(Crm.inMemory(), new TenantId(UUID.randomUUID()));

        assertThat(told).filteredOn(line -> line.startsWith("==")).hasSize(10);
        assertThat(told).filteredOn(line -> line.startsWith("HistoryEntry")).hasSizeGreaterThan(12);
    }

    @Test
    void it_is_told_in_the_same_words_each_time_and_for_each_tenant() {
        Crm crm = Crm.inMemory();

        List<String> first = DealScenario.play(crm, new TenantId(UUID.randomUUID()));
        List<String> second = DealScenario.play(crm, new TenantId(UUID.randomUUID()));

        assertThat(second).isEqualTo(first);
        assertThat(first).noneMatch(line -> line.contains("-7000-") || line.contains("@0x"));
    }
}
