package io.github.crmkit.access;

import io.github.crmkit.kernel.Caller;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.EntityType;
import java.util.function.BiPredicate;

/** Everybody sees everything and may do everything but this. */
public record Denying(BiPredicate<Action, String> denied) implements AccessPolicy {

    /** Nobody may do this to anything. */
    public static Denying of(Action action) {
        return new Denying((asked, type) -> asked == action);
    }

    /** Nobody may do anything to this type. */
    public static Denying of(EntityType<?, ?> type) {
        return new Denying((asked, name) -> name.equals(type.name()));
    }

    @Override
    public <T> Criteria<T> visible(Caller caller, EntityType<T, ?> type) {
        return Criteria.all();
    }

    @Override
    public <T> boolean may(Caller caller, Action action, EntityType<T, ?> type, T subject) {
        return !denied.test(action, type.name());
    }
}
