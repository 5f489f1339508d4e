package io.github.crmkit.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.memory.MemoryStorage;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.storage.contract.sample.Link;
import io.github.crmkit.storage.contract.sample.LinkId;
import io.github.crmkit.storage.contract.sample.Links;
import io.github.crmkit.storage.contract.sample.Sample;
import io.github.crmkit.storage.contract.sample.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReplacedStorageTest {

    private static final TenantId TENANT = new TenantId(new UUID(1, 1));

    private final MemoryStorage base = new MemoryStorage();
    private final List<Object> seen = new ArrayList<>();
    private final Storage replaced = base.replacing(Links.TYPE, unit -> new Watched(unit.repository(Links.TYPE), seen));

    /** A repository of a host's that notes what is inserted. */
    private record Watched(Repository<Link, LinkId> base, List<Object> seen)
            implements ForwardingRepository<Link, LinkId> {

        @Override
        public void insert(Link state) {
            seen.add(state);
            base.insert(state);
        }
    }

    @Test
    void one_type_goes_to_the_hosts_repository_and_the_others_stay() {
        Link link = Link.of(null, "x");
        replaced.inUnit(TENANT, unit -> {
            unit.repository(Links.TYPE).insert(link);
            unit.repository(Samples.TYPE).insert(Samples.full());
            assertThat(unit.tenant()).isEqualTo(TENANT);
            return true;
        });

        assertThat(seen).containsExactly(link);
        assertThat(base.<Long>inUnit(
                        TENANT, unit -> unit.repository(Samples.TYPE).count(Criteria.all())))
                .isEqualTo(1);
        Optional<Link> kept =
                base.inUnit(TENANT, unit -> unit.repository(Links.TYPE).find(link.id()));
        assertThat(kept).contains(link);
    }

    @Test
    void joined_units_use_the_hosts_repository_too() {
        Link link = Link.of(null, "x");
        replaced.inUnit(
                TENANT,
                outer -> outer.asStorage().inUnit(TENANT, unit -> {
                    unit.repository(Links.TYPE).insert(link);
                    return true;
                }));

        assertThat(seen).containsExactly(link);
    }

    @Test
    void the_unit_stays_one_unit() {
        assertThatThrownBy(() -> replaced.inUnit(TENANT, unit -> {
                    unit.repository(Links.TYPE).insert(Link.of(null, "x"));
                    unit.repository(Samples.TYPE).insert(Sample.named("half"));
                    unit.setRollbackOnly();
                    return true;
                }))
                .isInstanceOf(StorageFailureException.class);
        assertThat(base.<Long>inUnit(TENANT, unit -> unit.repository(Links.TYPE).count(Criteria.all())))
                .isZero();
        assertThat(replaced.ownsTransactions()).isTrue();
    }
}
