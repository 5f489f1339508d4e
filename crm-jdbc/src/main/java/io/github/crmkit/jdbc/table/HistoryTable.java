package io.github.crmkit.jdbc.table;

import io.github.crmkit.jdbc.json.JsonObject;
import io.github.crmkit.jdbc.json.JsonOut;
import io.github.crmkit.jdbc.json.JsonShape;
import io.github.crmkit.jdbc.mapping.Table;
import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.storage.FieldChange;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.storage.HistoryId;
import java.util.UUID;

/** Who did what, when and why: only ever added to. */
final class HistoryTable {

    private HistoryTable() {}

    static Table<HistoryEntry, HistoryId> declared() {
        return Table.of(HistoryEntry.TYPE, "history", t -> {
            var subjectType = t.field(HistoryEntry.SUBJECT_TYPE);
            var subjectId = t.field(HistoryEntry.SUBJECT_ID);
            var version = t.field(HistoryEntry.VERSION, "subject_version");
            var at = t.field(HistoryEntry.AT, "occurred_at");
            var by = t.field(HistoryEntry.BY, "actor_id");
            var code = t.field(HistoryEntry.CODE);
            var note = t.field(HistoryEntry.NOTE);
            var changes = t.json("changes", new ChangeShape(), HistoryEntry::changes);
            var related = t.json("related", new RefShape(), HistoryEntry::related);
            t.appendOnly();
            t.index(
                    "ix_history_subject",
                    HistoryEntry.SUBJECT_TYPE
                            .asc()
                            .then(HistoryEntry.SUBJECT_ID.asc())
                            .then(HistoryEntry.VERSION.asc()));
            return row -> new HistoryEntry(
                    row.id(),
                    new EntityRef(row.get(subjectType), row.get(subjectId).value()),
                    row.get(version),
                    row.get(at),
                    row.get(by),
                    row.get(code),
                    row.optional(note),
                    row.get(changes),
                    row.get(related));
        });
    }

    private static final class ChangeShape implements JsonShape<FieldChange> {

        @Override
        public void write(JsonOut to, FieldChange change) {
            to.text("field", change.field()).text("before", change.before()).text("after", change.after());
        }

        @Override
        public FieldChange read(JsonObject from, int version) {
            return new FieldChange(from.text("field"), from.optional("before"), from.optional("after"));
        }
    }

    private static final class RefShape implements JsonShape<EntityRef> {

        @Override
        public void write(JsonOut to, EntityRef ref) {
            to.text("type", ref.type()).text("id", ref.id());
        }

        @Override
        public EntityRef read(JsonObject from, int version) {
            return new EntityRef(from.text("type"), UUID.fromString(from.text("id")));
        }
    }
}
