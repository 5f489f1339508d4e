package io.github.crmkit.lead;

import static io.github.crmkit.access.TestOffice.MALEE;
import static io.github.crmkit.access.TestOffice.OTHER_TENANT;
import static io.github.crmkit.access.TestOffice.SOMCHAI;
import static io.github.crmkit.lead.LeadStatus.UNQUALIFIED;
import static io.github.crmkit.lead.LeadStatus.WORKING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.crmkit.access.AccessDeniedException;
import io.github.crmkit.access.AccessPolicy;
import io.github.crmkit.access.AskedActions;
import io.github.crmkit.access.ReadOnly;
import io.github.crmkit.access.TestOffice;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.lead.LeadService.EditLead;
import io.github.crmkit.lead.LeadService.NewLead;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Who sees a lead, who may change it, and what those who may not find out. */
class LeadAccessTest {

    private final TestOffice office = TestOffice.open();
    private final LeadService leads = new LeadService(office.deskOf(SOMCHAI));

    @Test
    void an_unknown_lead_and_a_lead_of_another_tenant_are_told_apart_by_nothing() {
        Lead theirs = stranger().capture(NewLead.of("Secret Tiles"));
        LeadId unknown = new LeadId(UUID.randomUUID());

        for (Consumer<LeadId> door : doorsOf(leads)) {
            assertThat(refusalOf(door, theirs.id())).isEqualTo(refusalOf(door, unknown));
        }
        assertThat(stranger().get(theirs.id())).isEqualTo(theirs);
        assertThat(leads.count(Criteria.all())).isZero();
    }

    @Test
    void a_lead_that_a_colleague_owns_is_not_found_where_records_are_own() {
        LeadService own =
                new LeadService(office.under(AccessPolicy.ownRecords()).deskOf(SOMCHAI));
        Lead hers = leads.capture(NewLead.of("Malee's").owner(MALEE).reference("M-1"));
        Lead his = leads.capture(NewLead.of("Somchai's"));

        for (Consumer<LeadId> door : doorsOf(own)) {
            assertThat(refusalOf(door, hers.id())).isEqualTo(refusalOf(door, new LeadId(UUID.randomUUID())));
        }
        assertThat(leads.get(hers.id())).isEqualTo(hers);
        assertThat(own.byReference("M-1")).isEmpty();
        assertThat(own.find(Criteria.all(), Sort.byId(), PageRequest.first(9))).containsExactly(his);
        assertThat(own.count(Criteria.all())).isEqualTo(1);
    }

    @Test
    void a_lead_can_be_handed_to_a_colleague_and_is_gone() {
        LeadService own =
                new LeadService(office.under(AccessPolicy.ownRecords()).deskOf(SOMCHAI));
        Lead his = own.capture(NewLead.of("Somchai's"));

        assertThat(own.assign(his.id(), MALEE).owner()).isEqualTo(MALEE);
        assertThatThrownBy(() -> own.get(his.id())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_denied_write_leaves_nothing() {
        Lead lead = leads.capture(NewLead.of("Siam Tiles"));
        LeadService reader = new LeadService(office.under(new ReadOnly()).deskOf(SOMCHAI));
        List<Object> before = office.dump(List.of(Leads.TYPE));
        List<ThrowingCallable> writes = List.of(
                () -> reader.capture(NewLead.of("Thai Tiles")),
                () -> reader.captureAll(List.of(NewLead.of("Thai Tiles"), NewLead.of("Viet Tiles"))),
                () -> reader.move(lead.id(), WORKING),
                () -> reader.assign(lead.id(), MALEE),
                () -> reader.edit(EditLead.of(lead).score(5)));

        for (ThrowingCallable write : writes) {
            assertThatThrownBy(write).isInstanceOf(AccessDeniedException.class);
        }
        assertThat(reader.get(lead.id())).isEqualTo(lead);
        assertThat(office.dump(List.of(Leads.TYPE))).isEqualTo(before);
    }

    @Test
    void each_write_asks_for_its_own_action() {
        AskedActions policy = new AskedActions();
        LeadService asking = new LeadService(office.under(policy).deskOf(SOMCHAI));

        LeadId id = asking.capture(NewLead.of("Siam Tiles")).id();
        asking.captureAll(List.of(NewLead.of("Thai Tiles")));
        assertThat(policy.taken()).containsExactly("create lead");
        asking.edit(EditLead.of(asking.get(id)).score(5));
        asking.move(id, WORKING);
        asking.move(id, UNQUALIFIED, "no budget");
        assertThat(policy.taken()).containsExactly("update lead");
        asking.assign(id, MALEE);
        assertThat(policy.taken()).containsExactly("assign lead");
    }

    private static List<Consumer<LeadId>> doorsOf(LeadService service) {
        return List.of(
                service::get,
                service::history,
                service::options,
                id -> service.move(id, WORKING),
                id -> service.move(id, UNQUALIFIED, "no budget"),
                id -> service.assign(id, MALEE),
                id -> service.edit(edit(id)));
    }

    private LeadService stranger() {
        return new LeadService(office.deskOf(OTHER_TENANT, MALEE));
    }

    private static EditLead edit(LeadId id) {
        return new EditLead(id, 1, "Siam Tiles", null, null, null, null, LeadSource.WEB, null, null);
    }

    private static String refusalOf(Consumer<LeadId> door, LeadId id) {
        NotFoundException refusal = catchThrowableOfType(NotFoundException.class, () -> door.accept(id));
        assertThat(refusal).isNotNull();
        return refusal.code() + " " + refusal.getMessage().replace(id.text(), "?");
    }
}
