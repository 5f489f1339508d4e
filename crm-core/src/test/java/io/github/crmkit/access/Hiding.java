package io.github.crmkit.access;

import io.github.crmkit.kernel.Caller;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.EntityType;

/** Hides every aggregate of one type and allows the rest: for tests of what is not found. */
public record Hiding(EntityType<?, ?> hidden) implements AccessPolicy {

    @Override
    public <T> Criteria<T> visible(Caller caller, EntityType<T, ?> type) {
        return type.name().equals(hidden.name()) ? Criteria.none() : Criteria.all();
    }

    @Override
    public <T> boolean may(Caller caller, Action action, EntityType<T, ?> type, T subject) {
        return true;
    }
}
