package io.github.crmkit.query;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

record DeclaredTextField<T>(
        String name,
        ValueType<String> type,
        boolean nullable,
        boolean isFolded,
        Function<? super T, ? extends @Nullable String> getter)
        implements TextField<T> {

    @Override
    public @Nullable String get(T entity) {
        return getter.apply(entity);
    }

    @Override
    public TextField<T> optional() {
        return new DeclaredTextField<>(name, type, true, isFolded, getter);
    }

    @Override
    public TextField<T> folded() {
        return new DeclaredTextField<>(name, type, nullable, true, getter);
    }

    @Override
    public String toString() {
        return name;
    }
}
