package io.github.crmkit.timeline;

import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.query.Field;
import io.github.crmkit.storage.FieldChange;
import io.github.crmkit.storage.HistoryEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the fields of aggregates were, from what they are and from what history says of them. History may be known from some
 * instant on only: what a field was before its first known change is that change's old value.
 */
final class Past {

    private record Known(EntityRef subject, String field) {}

    private record Step(Instant at, FieldChange change) {}

    private final Map<EntityRef, Function<String, @Nullable String>> present = new HashMap<>();
    private final Map<Known, NavigableMap<Long, Step>> steps = new HashMap<>();

    /** How an aggregate is now. */
    <T> void isNow(EntityType<T, ?> type, T entity) {
        present.put(
                type.refOf(entity),
                name -> type.field(name).map(f -> text(f, entity)).orElse(null));
    }

    void add(List<HistoryEntry> entries) {
        for (HistoryEntry entry : entries) {
            for (FieldChange change : entry.changes()) {
                steps.computeIfAbsent(new Known(entry.subject(), change.field()), k -> new TreeMap<>())
                        .put(entry.version(), new Step(entry.at(), change));
            }
        }
    }

    /** The value of a field, as text, once the aggregate had this version; null where it was absent. */
    @Nullable
    String at(EntityRef subject, String field, long version) {
        NavigableMap<Long, Step> known = steps.get(new Known(subject, field));
        if (known == null) {
            return now(subject, field);
        }
        Map.Entry<Long, Step> last = known.floorEntry(version);
        return last == null
                ? known.firstEntry().getValue().change().before()
                : last.getValue().change().after();
    }

    /** Which ids a field named, each with the times when it did. */
    Map<UUID, List<Span>> spans(EntityRef subject, String field) {
        Map<UUID, List<Span>> spans = new LinkedHashMap<>();
        NavigableMap<Long, Step> known = steps.getOrDefault(new Known(subject, field), new TreeMap<>());
        String value = known.isEmpty()
                ? now(subject, field)
                : known.firstEntry().getValue().change().before();
        Instant from = Instant.MIN;
        for (Step step : known.values()) {
            addSpan(spans, value, new Span(from, step.at()));
            value = step.change().after();
            from = step.at();
        }
        addSpan(spans, value, new Span(from, Instant.MAX));
        return spans;
    }

    private static void addSpan(Map<UUID, List<Span>> spans, @Nullable String value, Span span) {
        if (value != null) {
            spans.computeIfAbsent(UUID.fromString(value), id -> new ArrayList<>())
                    .add(span);
        }
    }

    private @Nullable String now(EntityRef subject, String field) {
        Function<String, @Nullable String> values = present.get(subject);
        return values == null ? null : values.apply(field);
    }

    private static <T> @Nullable String text(Field<T, ?> field, T entity) {
        Object value = field.plain(entity);
        return value == null ? null : field.type().format(value);
    }
}
