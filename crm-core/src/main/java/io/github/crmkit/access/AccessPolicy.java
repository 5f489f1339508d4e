package io.github.crmkit.access;

import io.github.crmkit.kernel.Caller;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.EntityType;

/**
 * Decides what callers see and may do within their tenant. Other tenants are out of reach whatever a policy says.
 *
 * <p>A policy that throws denies. Implementations must be safe under threads and answer the same for the same arguments
 * within a unit of work.
 */
public interface AccessPolicy {

    /** The aggregates of this type that the caller sees. */
    <T> Criteria<T> visible(Caller caller, EntityType<T, ?> type);

    /**
     * Whether the caller may do this to a visible aggregate. Asked for the state before and for the state after, so that
     * nobody can create or hand over what they could not have.
     */
    <T> boolean may(Caller caller, Action action, EntityType<T, ?> type, T subject);

    /** Every caller sees and may do everything in their tenant. */
    static AccessPolicy allowAll() {
        return AllowAll.INSTANCE;
    }

    /**
     * Callers see and change what they own; types without owners, such as products and pipelines, are open to all. What is
     * handed to a colleague is gone from the giver's sight.
     */
    static AccessPolicy ownRecords() {
        return OwnRecords.INSTANCE;
    }
}
