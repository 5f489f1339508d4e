package io.github.crmkit.timeline;

import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.query.ValueType;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.storage.HistoryId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was read for one story.
 *
 * @param entries in the order in which they are told
 * @param past what the fields of their subjects were at each version
 * @param cast what the caller sees, by name
 */
record Story(List<HistoryEntry> entries, Past past, Cast cast) {

    private static final ValueType<HistoryId> ID = HistoryEntry.TYPE.id().type();

    /** What was written of one aggregate at one instant. */
    private record Moment(Instant at, EntityRef subject) {
        Moment(HistoryEntry entry) {
            this(entry.at(), entry.subject());
        }
    }

    static Story of(List<HistoryEntry> entries, Past past, Cast cast) {
        return new Story(entries.stream().sorted(order(entries)).toList(), past, cast);
    }

    /**
     * By time; at one instant the aggregates in the order in which they were first written to, which ids tell, and the
     * entries of each by version. Comparing ids first and versions only within an aggregate would be no order at all.
     */
    private static Comparator<HistoryEntry> order(List<HistoryEntry> entries) {
        Map<Moment, HistoryId> begun = new HashMap<>();
        entries.forEach(e -> begun.merge(new Moment(e), e.id(), (a, b) -> compare(a, b) <= 0 ? a : b));
        return Comparator.comparing(HistoryEntry::at)
                .thenComparing(e -> begun.getOrDefault(new Moment(e), e.id()), Story::compare)
                .thenComparing(HistoryEntry::version)
                .thenComparing(HistoryEntry::id, Story::compare);
    }

    private static int compare(HistoryId a, HistoryId b) {
        return ID.compare(a.value(), b.value());
    }
}
