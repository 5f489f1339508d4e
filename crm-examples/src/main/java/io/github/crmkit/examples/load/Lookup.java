package io.github.crmkit.examples.load;

import io.github.crmkit.CrmSession;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What rows refer to by a key; each is looked up once, together with the others of its batch. */
final class Lookup<T> {

    private final BiFunction<CrmSession, Set<String>, Map<String, T>> find;
    private final Map<String, T> found = new HashMap<>();

    /** @param find what is stored under some keys */
    Lookup(BiFunction<CrmSession, Set<String>, Map<String, T>> find) {
        this.find = find;
    }

    /** Looks up what these rows refer to, as far as it is not known yet. */
    <R> void fetch(CrmSession tx, List<R> rows, Function<R, @Nullable String> key) {
        Set<String> missing = new HashSet<>();
        rows.stream().map(key).filter(Objects::nonNull).forEach(missing::add);
        missing.removeAll(found.keySet());
        if (!missing.isEmpty()) {
            found.putAll(find.apply(tx, missing));
        }
    }

    /** What this key refers to, if anything was found. */
    Optional<T> get(@Nullable String key) {
        return Optional.ofNullable(key).map(found::get);
    }
}
