package io.github.crmkit.catalog;

import io.github.crmkit.access.AccessPolicy;
import io.github.crmkit.access.Desk;
import io.github.crmkit.command.CommandCheck;
import io.github.crmkit.kernel.Caller;
import io.github.crmkit.kernel.IdGenerator;
import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.storage.Storage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/** Desks for tests: a fixed clock, one seller for each tenant. */
public final class CatalogDesk {

    public static final TenantId OURS = new TenantId(new UUID(7, 1));
    public static final TenantId THEIRS = new TenantId(new UUID(7, 2));

    private static final CommandCheck CHECK = new CommandCheck();

    private CatalogDesk() {}

    /** The desk of a seller of this tenant. */
    public static Desk of(Storage storage, TenantId tenant) {
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-05-04T09:00:00Z"));
        return new Desk(
                Caller.of(tenant, new UserId(new UUID(9, 1))),
                storage,
                AccessPolicy.allowAll(),
                clock,
                IdGenerator.timeOrdered(clock),
                CHECK);
    }
}
