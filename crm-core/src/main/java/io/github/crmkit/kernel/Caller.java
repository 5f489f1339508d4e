package io.github.crmkit.kernel;

/**
 * On whose behalf something happens: a user within a tenant. Handed in explicitly, never taken from a thread.
 *
 * @param tenant the organisation whose data is seen
 * @param user who acts; recorded in stamps and history
 */
public record Caller(TenantId tenant, UserId user) {

    /** A caller who is this user of this tenant. */
    public static Caller of(TenantId tenant, UserId user) {
        return new Caller(tenant, user);
    }
}
