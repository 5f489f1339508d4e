package io.github.crmkit.storage;

import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.query.Field;
import io.github.crmkit.query.OrderedField;
import io.github.crmkit.query.TextField;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who did what to which aggregate, when and why, and which fields it changed. Written in the unit of work that saved the
 * change, and never again: history is only ever added to, so an entry is always at version 1.
 *
 * @param id sorts by time for entries of one writer
 * @param subject the aggregate
 * @param version the version that the aggregate got by this change
 * @param at when, in microseconds
 * @param by who
 * @param code the event's code, for example {@code lead.moved}
 * @param note the reason that was given; null where none was asked for
 * @param changes the fields that changed; only on the first entry of a version
 * @param related other aggregates that the event is about
 */
public record HistoryEntry(
        HistoryId id,
        EntityRef subject,
        long version,
        Instant at,
        UserId by,
        String code,
        @Nullable String note,
        List<FieldChange> changes,
        List<EntityRef> related) {

    /** The longest event code. */
    public static final int MAX_CODE = 60;

    /** The longest reason, in UTF-16 units. */
    public static final int MAX_NOTE = 500;

    public static final TextField<HistoryEntry> SUBJECT_TYPE =
            Field.text("subjectType", 40, e -> e.subject().type());
    public static final Field<HistoryEntry, HistoryId> SUBJECT_ID =
            Field.id("subjectId", HistoryId::new, e -> new HistoryId(e.subject().id()));
    public static final OrderedField<HistoryEntry, Long> VERSION = Field.integer("version", HistoryEntry::version);
    public static final OrderedField<HistoryEntry, Instant> AT = Field.instant("at", HistoryEntry::at);
    public static final Field<HistoryEntry, UserId> BY = Field.id("by", UserId::new, HistoryEntry::by);
    public static final TextField<HistoryEntry> CODE = Field.text("code", MAX_CODE, HistoryEntry::code);
    public static final TextField<HistoryEntry> NOTE =
            Field.<HistoryEntry>text("note", MAX_NOTE, HistoryEntry::note).optional();

    /** How history is kept. */
    public static final EntityType<HistoryEntry, HistoryId> TYPE = EntityType.named(
                    "history", HistoryId::new, HistoryEntry::id)
            .fields(List.of(SUBJECT_TYPE, SUBJECT_ID, VERSION, AT, BY, CODE, NOTE))
            .trace()
            .stamp(HistoryEntry::stamp, HistoryEntry::stamped);

    public HistoryEntry {
        changes = List.copyOf(changes);
        related = List.copyOf(related);
    }

    /** The reason that was given, where one was asked for. */
    public Optional<String> reason() {
        return Optional.ofNullable(note);
    }

    /** The change of this field, if this entry has one. */
    public Optional<FieldChange> change(Field<?, ?> field) {
        return changes.stream().filter(c -> c.field().equals(field.name())).findFirst();
    }

    /** Selects the history of one aggregate. */
    public static Criteria<HistoryEntry> about(EntityRef subject) {
        UUID uuid = subject.id();
        return SUBJECT_TYPE.equalTo(subject.type()).and(SUBJECT_ID.equalTo(new HistoryId(uuid)));
    }

    private Stamp stamp() {
        return Stamp.first(at, by);
    }

    private HistoryEntry stamped(Stamp stamp) {
        return new HistoryEntry(
                id, subject, version, stamp.createdAt(), stamp.createdBy(), code, note, changes, related);
    }
}
