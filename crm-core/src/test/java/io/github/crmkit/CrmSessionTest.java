package io.github.crmkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.access.AccessPolicy;
import io.github.crmkit.kernel.Caller;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.lead.Lead;
import io.github.crmkit.lead.LeadId;
import io.github.crmkit.lead.LeadService.NewLead;
import io.github.crmkit.lead.LeadStatus;
import io.github.crmkit.lead.Leads;
import io.github.crmkit.lifecycle.IllegalTransitionException;
import io.github.crmkit.memory.MemoryStorage;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.storage.DuplicateKeyException;
import io.github.crmkit.storage.Repository;
import io.github.crmkit.storage.Storage;
import io.github.crmkit.storage.StorageFailureException;
import io.github.crmkit.storage.UnitOfWork;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CrmSessionTest {

    private static final Caller ANONG = Caller.of(new TenantId(new UUID(1, 1)), new UserId(new UUID(1, 2)));
    private static final Caller BOON = Caller.of(ANONG.tenant(), new UserId(new UUID(1, 3)));

    private final Storage storage = new MemoryStorage();
    private final Crm crm = Crm.on(storage);
    private final CrmSession sales = crm.as(ANONG);

    @Test
    void several_calls_are_one_unit_of_work() {
        Lead made = sales.compute(tx -> {
            Lead lead = tx.leads().capture(NewLead.of("Siam Tiles"));
            return tx.leads().move(lead.id(), LeadStatus.WORKING);
        });

        assertThat(sales.leads().get(made.id()).status()).isEqualTo(LeadStatus.WORKING);
        assertThat(sales.leads().history(made.id())).hasSize(2);
    }

    @Test
    void when_one_call_is_refused_nothing_of_the_unit_is_stored() {
        assertThatThrownBy(() -> sales.transact(tx -> {
                    Lead lead = tx.leads().capture(NewLead.of("Siam Tiles"));
                    tx.leads().move(lead.id(), LeadStatus.WORKING);
                    tx.leads().move(lead.id(), LeadStatus.UNQUALIFIED);
                }))
                .isInstanceOf(IllegalTransitionException.class);

        assertThat(sales.leads().count(Criteria.all())).isZero();
    }

    @Test
    void a_refusal_before_anything_was_written_may_be_caught_within_the_unit() {
        Lead lead = sales.leads().capture(NewLead.of("Siam Tiles"));

        sales.transact(tx -> {
            assertThatThrownBy(() -> tx.leads().move(new LeadId(new UUID(7, 7)), LeadStatus.WORKING))
                    .isInstanceOf(NotFoundException.class);
            tx.leads().move(lead.id(), LeadStatus.WORKING);
        });

        assertThat(sales.leads().get(lead.id()).status()).isEqualTo(LeadStatus.WORKING);
    }

    @Test
    void a_write_that_failed_within_the_unit_cannot_be_swallowed() {
        sales.leads().capture(NewLead.of("Siam Tiles").reference("A-1"));

        assertThatThrownBy(() -> sales.transact(tx -> {
                    tx.leads().capture(NewLead.of("Bangkok Tiles"));
                    assertThatThrownBy(() ->
                                    tx.leads().capture(NewLead.of("Siam Tiles").reference("A-1")))
                            .isInstanceOf(DuplicateKeyException.class);
                }))
                .isInstanceOf(StorageFailureException.class);

        assertThat(sales.leads().count(Criteria.all())).isEqualTo(1);
    }

    @Test
    void callers_see_their_own_records_under_that_policy() {
        Crm guarded = crm.withPolicy(AccessPolicy.ownRecords());
        Lead lead = guarded.as(ANONG).leads().capture(NewLead.of("Siam Tiles"));

        assertThatThrownBy(() -> guarded.as(BOON).leads().get(lead.id())).isInstanceOf(NotFoundException.class);
        assertThat(guarded.as(BOON).leads().count(Criteria.all())).isZero();
        guarded.as(ANONG).leads().assign(lead.id(), BOON.user());
        assertThat(guarded.as(BOON).leads().get(lead.id()).owner()).isEqualTo(BOON.user());
        assertThatThrownBy(() -> guarded.as(ANONG).leads().get(lead.id())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void time_and_ids_are_what_the_host_hands_in() {
        UUID id = new UUID(0x0192_0000_0000_7000L, 0x8000_0000_0000_0001L);
        Lead lead = crm.withClock(() -> Instant.parse("2026-05-15T08:00:00.123456789Z"))
                .withIds(() -> id)
                .as(ANONG)
                .compute(tx -> tx.leads().capture(NewLead.of("Siam Tiles")));

        assertThat(lead.id().value()).isEqualTo(id);
        assertThat(lead.stamp().createdAt()).isEqualTo(Instant.parse("2026-05-15T08:00:00.123456Z"));
        assertThat(lead.stamp().createdBy()).isEqualTo(ANONG.user());
    }

    @Test
    void a_host_can_keep_one_aggregate_in_a_repository_of_its_own() {
        Storage elsewhere = new MemoryStorage();
        Storage mixed = storage.replacing(Leads.TYPE, unit -> kept(elsewhere, unit));
        CrmSession host = crm.withStorage(mixed).as(ANONG);

        Lead lead = host.leads().capture(NewLead.of("Siam Tiles"));

        assertThat(host.leads().get(lead.id())).isEqualTo(lead);
        assertThat(sales.leads().count(Criteria.all())).isZero();
        assertThat(crm.withStorage(elsewhere).as(ANONG).leads().get(lead.id())).isEqualTo(lead);
        assertThat(host.leads().history(lead.id())).hasSize(1);
    }

    /** A repository of the host's that works on its own store, one unit for each call. */
    private static Repository<Lead, LeadId> kept(Storage elsewhere, UnitOfWork unit) {
        return new HostLeads(elsewhere, unit.tenant());
    }
}
