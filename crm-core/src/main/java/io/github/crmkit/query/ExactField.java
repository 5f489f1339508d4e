package io.github.crmkit.query;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

record ExactField<T, V>(
        String name, ValueType<V> type, boolean nullable, Function<? super T, ? extends @Nullable V> getter)
        implements Field<T, V> {

    @Override
    public @Nullable V get(T entity) {
        return getter.apply(entity);
    }

    @Override
    public Field<T, V> optional() {
        return new ExactField<>(name, type, true, getter);
    }

    @Override
    public String toString() {
        return name;
    }
}
