package io.github.crmkit.timeline;

import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.time.OrganisationZone;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What happened, oldest first, as one caller sees it. Immutable, and never kept: it is read from history each time.
 *
 * <p>Entries are in the order of their time. What was saved at one instant stands in the order in which it was written, the
 * changes of one aggregate by its versions.
 *
 * @param about whose story it is
 * @param zone where the organisation counts its days; times are told in it
 */
public record Timeline(EntityRef about, OrganisationZone zone, List<Entry> entries) {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    /**
     * One thing that happened to one aggregate. All texts are on one line.
     *
     * @param at when, in microseconds
     * @param by who did it
     * @param who what the host calls them
     * @param about what it happened to
     * @param label what that is called today, for example {@code deal 500 boxes of tiles}
     * @param code the stable code of the event, for example {@code opportunity.moved}
     * @param sentence what happened, to be read after the label, the reason included
     * @param reason why, where somebody said so
     * @param changes the fields that this changed, each on one entry only, for people to read
     * @param related other aggregates that it is about, as far as the caller sees them
     */
    public record Entry(
            Instant at,
            UserId by,
            String who,
            EntityRef about,
            String label,
            String code,
            String sentence,
            @Nullable String reason,
            List<Change> changes,
            List<EntityRef> related) {

        public Entry {
            changes = List.copyOf(changes);
            related = List.copyOf(related);
        }

        /** Why, where somebody said so. */
        public Optional<String> statedReason() {
            return Optional.ofNullable(reason);
        }
    }

    /**
     * A field that changed, for people to read: names instead of ids, amounts with their currency, times in the
     * organisation's zone, the parts of a list one after the other.
     *
     * @param field the name of the field, as filters and history know it
     * @param label the same in words
     * @param before its value before; absent where it had none, and where that was something the caller does not see
     * @param after its value after; absent as before
     */
    public record Change(
            String field,
            String label,
            @Nullable String before,
            @Nullable String after) {

        /** The value before, where there was one. */
        public Optional<String> old() {
            return Optional.ofNullable(before);
        }

        /** The value after, where there is one. */
        public Optional<String> current() {
            return Optional.ofNullable(after);
        }
    }

    public Timeline {
        entries = List.copyOf(entries);
    }

    /** Whether nothing happened. */
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** What happened to this aggregate alone. */
    public Timeline of(EntityRef aggregate) {
        return new Timeline(
                about,
                zone,
                entries.stream().filter(e -> e.about().equals(aggregate)).toList());
    }

    /**
     * The story as plain text, one line for each entry: {@code 2026-11-20 10:05 Somchai, deal 500 boxes of tiles: moved from
     * Qualification to Proposal}. Empty where nothing happened.
     */
    public String text() {
        return entries.stream().map(this::line).collect(Collectors.joining("\n"));
    }

    private String line(Entry entry) {
        return MINUTES.format(entry.at().atZone(zone.zone())) + " " + entry.who() + ", " + entry.label() + ": "
                + entry.sentence();
    }
}
