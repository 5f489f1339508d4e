package io.github.crmkit.access;

import io.github.crmkit.kernel.Caller;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.query.Field;

/** Decides by ownership alone. */
enum OwnRecords implements AccessPolicy {
    INSTANCE;

    @Override
    public <T> Criteria<T> visible(Caller caller, EntityType<T, ?> type) {
        return type.owner().map(owner -> ownedBy(owner, caller)).orElseGet(Criteria::all);
    }

    @Override
    public <T> boolean may(Caller caller, Action action, EntityType<T, ?> type, T subject) {
        return action == Action.ASSIGN || visible(caller, type).matches(subject);
    }

    private static <T> Criteria<T> ownedBy(Field<T, ?> owner, Caller caller) {
        return new Criteria.Compare<>(
                owner, Criteria.Operator.EQUAL, caller.user().value());
    }
}
