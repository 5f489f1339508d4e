package io.github.crmkit.access;

import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.kernel.Event;
import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.query.Field;
import io.github.crmkit.query.Trail;
import io.github.crmkit.query.ValueType;
import io.github.crmkit.storage.FieldChange;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.storage.HistoryId;
import io.github.crmkit.storage.UnitOfWork;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The history entries of one unit of work and the rows of its trails, kept until they are written in one go. */
final class Journal {

    private final Map<EntityType<?, ?>, Rows<?>> trails = new LinkedHashMap<>();
    private List<HistoryEntry> waiting = new ArrayList<>();

    <T> void record(Work work, EntityType<T, ?> type, @Nullable T before, T after, List<? extends Event> events) {
        follow(work, type, before, after, type.stampOf(after).version());
        List<FieldChange> changes = changes(type, before, after);
        Stamp stamp = type.stampOf(after);
        if (events.isEmpty()) {
            String code = type.name() + (before == null ? ".created" : ".changed");
            add(work, type.refOf(after), stamp.version(), code, null, changes, List.of());
        }
        for (Event event : events) {
            String note = event.reason().orElse(null);
            add(work, type.refOf(after), stamp.version(), event.code(), note, changes, event.related());
            changes = List.of();
        }
    }

    <T> void recordDeletion(Work work, EntityType<T, ?> type, T last, @Nullable String reason) {
        follow(work, type, last, null, type.stampOf(last).version() + 1);
        List<FieldChange> changes = changes(type, last, null);
        add(
                work,
                type.refOf(last),
                type.stampOf(last).version() + 1,
                type.name() + ".deleted",
                reason,
                changes,
                List.of());
    }

    /** Writes all that waits, each type at once. */
    void writeTo(UnitOfWork unit) {
        List<HistoryEntry> entries = waiting;
        waiting = new ArrayList<>();
        if (!entries.isEmpty()) {
            unit.repository(HistoryEntry.TYPE).insertAll(entries);
        }
        List<Rows<?>> followed = List.copyOf(trails.values());
        trails.clear();
        followed.forEach(rows -> rows.writeTo(unit));
    }

    private <T> void follow(Work work, EntityType<T, ?> type, @Nullable T before, @Nullable T after, long version) {
        type.trail().ifPresent(trail -> {
            Trail.Step<T> step = new Trail.Step<>(
                    work.newId(),
                    before,
                    after,
                    version,
                    work.now(),
                    work.caller().user());
            add(trail, step);
        });
    }

    @SuppressWarnings("unchecked") // rows are filed under their own type
    private <T, S> void add(Trail<T, S> trail, Trail.Step<T> step) {
        trail.row().apply(step).ifPresent(row -> {
            Rows<S> rows = (Rows<S>) trails.computeIfAbsent(trail.type(), t -> new Rows<>(trail.type()));
            rows.waiting().add(row);
        });
    }

    private record Rows<S>(EntityType<S, ?> type, List<S> waiting) {

        Rows(EntityType<S, ?> type) {
            this(type, new ArrayList<>());
        }

        void writeTo(UnitOfWork unit) {
            unit.repository(type).insertAll(waiting);
        }
    }

    private void add(
            Work work,
            EntityRef subject,
            long version,
            String code,
            @Nullable String note,
            List<FieldChange> changes,
            List<EntityRef> related) {
        waiting.add(new HistoryEntry(
                new HistoryId(work.newId()),
                subject,
                version,
                work.now(),
                work.caller().user(),
                code,
                note,
                changes,
                related));
    }

    private static <T> List<FieldChange> changes(EntityType<T, ?> type, @Nullable T before, @Nullable T after) {
        List<FieldChange> changes = new ArrayList<>();
        addChanges(type.fields(), before, after, changes);
        addChanges(type.told(), before, after, changes);
        return changes;
    }

    private static <T> void addChanges(
            List<Field<T, ?>> fields, @Nullable T before, @Nullable T after, List<FieldChange> changes) {
        for (Field<T, ?> field : fields) {
            addChange(field, before, after, changes);
        }
    }

    private static <T, V> void addChange(
            Field<T, V> field, @Nullable T before, @Nullable T after, List<FieldChange> changes) {
        V old = before == null ? null : field.get(before);
        V current = after == null ? null : field.get(after);
        // most fields stay as they are: only what differs is worth its text
        if (Objects.equals(old, current)) {
            return;
        }
        String oldText = text(field.type(), old);
        String currentText = text(field.type(), current);
        if (!Objects.equals(oldText, currentText)) {
            changes.add(new FieldChange(field.name(), oldText, currentText));
        }
    }

    private static <V> @Nullable String text(ValueType<V> type, @Nullable V value) {
        return value == null ? null : type.format(type.toPlain(value));
    }
}
