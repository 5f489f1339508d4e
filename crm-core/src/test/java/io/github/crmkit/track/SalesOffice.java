package io.github.crmkit.track;

import io.github.crmkit.Crm;
import io.github.crmkit.CrmSession;
import io.github.crmkit.access.AccessPolicy;
import io.github.crmkit.kernel.Caller;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.memory.MemoryStorage;
import io.github.crmkit.opportunity.Standing;
import io.github.crmkit.pipeline.SilentPipeline;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.storage.Storage;
import io.github.crmkit.storage.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

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

    /** An office in memory whose stages ask nothing. */
    static SalesOffice open() {
        return over(new MemoryStorage());
    }

    /** An office over this store whose stages ask nothing. */
    static SalesOffice over(Storage storage) {
        SalesOffice office = new SalesOffice(storage);
        SilentPipeline.install(office.as(ANONG).pipelines());
        return office;
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
        return inUnit(unit -> {
            List<Standing> rows = new ArrayList<>();
            unit.repository(Standing.TYPE).each(Criteria.all(), Standing.inOrder(), rows::add);
            return rows;
        });
    }

    /** Works with the store past every door. */
    <R> R inUnit(Function<UnitOfWork, R> work) {
        return storage.inUnit(TENANT, work);
    }
}
