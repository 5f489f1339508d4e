package io.github.crmkit.access;

import io.github.crmkit.command.CommandCheck;
import io.github.crmkit.kernel.Caller;
import io.github.crmkit.kernel.Id;
import io.github.crmkit.kernel.IdGenerator;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.memory.MemoryStorage;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.storage.Storage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * An organisation with two users and a stranger, for tests of services: a clock that moves only when told, ids that are
 * always the same, and a store that can be looked at past every policy.
 */
public final class TestOffice {

    public static final TenantId TENANT = new TenantId(UUID.fromString("018f0000-0000-7000-8000-0000000000a1"));
    public static final TenantId OTHER_TENANT = new TenantId(UUID.fromString("018f0000-0000-7000-8000-0000000000a2"));
    public static final UserId SOMCHAI = new UserId(UUID.fromString("018f0000-0000-7000-8000-0000000000b1"));
    public static final UserId MALEE = new UserId(UUID.fromString("018f0000-0000-7000-8000-0000000000b2"));
    public static final Instant OPENING = Instant.parse("2026-03-02T02:00:00.123456Z");

    private static final CommandCheck CHECK = new CommandCheck();

    private final Storage storage;
    private final AccessPolicy policy;
    private final IdGenerator ids;
    private Instant now = OPENING;

    public TestOffice(Storage storage, AccessPolicy policy) {
        this.storage = storage;
        this.policy = policy;
        this.ids = IdGenerator.timeOrdered(clock());
    }

    /** An office in memory where everybody may do everything. */
    public static TestOffice open() {
        return new TestOffice(new MemoryStorage(), AccessPolicy.allowAll());
    }

    /** An office in memory with this policy. */
    public static TestOffice guardedBy(AccessPolicy policy) {
        return new TestOffice(new MemoryStorage(), policy);
    }

    /** The same store and clock under another policy. */
    public TestOffice under(AccessPolicy other) {
        TestOffice office = new TestOffice(storage, other);
        office.now = now;
        return office;
    }

    /** The desk of a user of the tenant. */
    public Desk deskOf(UserId user) {
        return deskOf(TENANT, user);
    }

    /** The desk of a user of any tenant. */
    public Desk deskOf(TenantId tenant, UserId user) {
        return new Desk(Caller.of(tenant, user), storage, policy, clock(), ids, CHECK);
    }

    /** Lets time pass. */
    public TestOffice pass(Duration time) {
        now = now.plus(time);
        return this;
    }

    public Storage storage() {
        return storage;
    }

    public Instant now() {
        return now;
    }

    /** Everything the tenant has of these types, and its whole history, past every policy. */
    public List<Object> dump(List<? extends EntityType<?, ?>> types) {
        List<Object> all = new ArrayList<>();
        types.forEach(type -> addAll(type, all));
        addAll(HistoryEntry.TYPE, all);
        return all;
    }

    private <T, I extends Id> void addAll(EntityType<T, I> type, List<Object> all) {
        storage.inUnit(TENANT, unit -> {
            unit.repository(type).each(Criteria.all(), Sort.byId(), all::add);
            return all;
        });
    }

    private InstantSource clock() {
        return () -> now;
    }
}
