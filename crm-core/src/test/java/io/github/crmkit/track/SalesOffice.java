package io.github.crmkit.track;

import io.github.crmkit.Crm;
import io.github.crmkit.CrmSession;
import io.github.crmkit.access.AccessPolicy;
import io.github.crmkit.kernel.Caller;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.opportunity.Opportunities;
import io.github.crmkit.opportunity.OpportunityId;
import io.github.crmkit.opportunity.Standing;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.Storage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** An organisation with a clock that moves only when told, for tests through the doors. */
final class SalesOffice {

    static final TenantId TENANT = new TenantId(new UUID(1, 1));
    static final UserId ANONG = new UserId(new UUID(3, 1));
    static final UserId BOON = new UserId(new UUID(3, 2));
    static final Instant OPENING = Instant.parse("2026-03-02T02:00:00.123456Z");

    private final Storage storage;
    private final Crm crm;
    private Instant now = OPENING;

    SalesOffice(Storage storage) {
        this.storage = storage;
        this.crm = Crm.on(storage).withClock(() -> now);
    }

    CrmSession as(UserId user) {
        return crm.as(Caller.of(TENANT, user));
    }

    CrmSession under(AccessPolicy policy, UserId user) {
        return crm.withPolicy(policy).as(Caller.of(TENANT, user));
    }

    Instant now() {
        return now;
    }

    /** Lets time pass, and says when it is then. */
    Instant pass(Duration time) {
        now = now.plus(time);
        return now;
    }

    /** Lets an hour pass, and says when it is then. */
    Instant later() {
        return pass(Duration.ofHours(1));
    }

    /** Every row behind every deal, past every policy. */
    List<Standing> rows() {
        return storage.inUnit(TENANT, unit -> {
            List<Standing> rows = new ArrayList<>();
            unit.repository(Standing.TYPE).each(Criteria.all(), Standing.inOrder(), rows::add);
            return rows;
        });
    }

    /** Writes rows past every door. */
    void add(List<Standing> rows) {
        storage.inUnit(TENANT, unit -> {
            unit.repository(Standing.TYPE).insertAll(rows);
            return rows;
        });
    }

    /** The ids of the deals that are there, past every policy. */
    List<OpportunityId> deals() {
        return storage.inUnit(TENANT, unit -> {
            List<OpportunityId> ids = new ArrayList<>();
            unit.repository(Opportunities.TYPE).each(Criteria.all(), Sort.byId(), deal -> ids.add(deal.id()));
            return ids;
        });
    }
}
