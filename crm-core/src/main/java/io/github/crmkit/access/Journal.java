package io.github.crmkit.access;

import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.kernel.Event;
import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.query.Field;
import io.github.crmkit.storage.FieldChange;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.storage.HistoryId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The history entries of one unit of work, kept until they are written in one go. */
final class Journal {

    private List<HistoryEntry> waiting = new ArrayList<>();

    <T> void record(Work work, EntityType<T, ?> type, @Nullable T before, T after, List<? extends Event> events) {
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

    <T> void recordDeletion(Work work, EntityType<T, ?> type, T last) {
        List<FieldChange> changes = changes(type, last, null);
        add(
                work,
                type.refOf(last),
                type.stampOf(last).version() + 1,
                type.name() + ".deleted",
                null,
                changes,
                List.of());
    }

    List<HistoryEntry> drain() {
        List<HistoryEntry> entries = waiting;
        waiting = new ArrayList<>();
        return entries;
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
        for (Field<T, ?> field : type.fields()) {
            String old = text(field, before);
            String current = text(field, after);
            if (!Objects.equals(old, current)) {
                changes.add(new FieldChange(field.name(), old, current));
            }
        }
        return changes;
    }

    private static <T> @Nullable String text(Field<T, ?> field, @Nullable T entity) {
        Object value = entity == null ? null : field.plain(entity);
        return value == null ? null : field.type().format(value);
    }
}
