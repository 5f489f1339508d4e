package io.github.crmkit.access;

import io.github.crmkit.kernel.Caller;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.EntityType;

/** Sees everything and may do nothing: for tests of denied writes. */
public record ReadOnly() implements AccessPolicy {

    @Override
    public <T> Criteria<T> visible(Caller caller, EntityType<T, ?> type) {
        return Criteria.all();
    }

    @Override
    public <T> boolean may(Caller caller, Action action, EntityType<T, ?> type, T subject) {
        return false;
    }
}
