package io.github.crmkit.timeline;

import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.storage.FieldChange;
import io.github.crmkit.storage.HistoryEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One version of one aggregate: the events that made it, and all that they changed, for people to read. History keeps the
 * changes of a version on its first entry; here each event gets those that are its own.
 */
final class Edition {

    private static final String CURRENCY = "currency";

    /** Amounts, which are kept without their currency. */
    private static final List<String> AMOUNTS = List.of("amount", "recurringAmount", "net", "gross");

    /** Parts of a name that is told whole. */
    private static final Set<String> NAME_PARTS = Set.of("givenName", "familyName");

    private final EntityRef subject;
    private final long version;
    private final Past past;
    private final Wording wording;
    private final Map<String, FieldChange> raw = new LinkedHashMap<>();
    private final Map<String, Timeline.Change> changes = new LinkedHashMap<>();
    private final Map<HistoryEntry, List<Timeline.Change>> shares = new LinkedHashMap<>();

    /** @param events what made this version, in order; at least one */
    Edition(List<HistoryEntry> events, Past past, Wording wording) {
        this.subject = events.get(0).subject();
        this.version = events.get(0).version();
        this.past = past;
        this.wording = wording;
        events.forEach(event -> event.changes().forEach(change -> raw.put(change.field(), change)));
        raw.values().forEach(this::read);
        share(events);
    }

    EntityRef subject() {
        return subject;
    }

    Wording wording() {
        return wording;
    }

    /** What an event changed. */
    List<Timeline.Change> changesOf(HistoryEntry event) {
        return shares.getOrDefault(event, List.of());
    }

    /** A change of this version, whichever of its events made it. */
    Optional<Timeline.Change> change(String field) {
        return Optional.ofNullable(changes.get(field));
    }

    /** The parts that a list has now and had not before. */
    List<String> added(String field) {
        return without(parts(field, true), parts(field, false));
    }

    /** The parts that a list had and has no more. */
    List<String> removed(String field) {
        return without(parts(field, false), parts(field, true));
    }

    private List<String> parts(String field, boolean now) {
        FieldChange change = raw.get(field);
        return change == null ? List.of() : wording.parts(field, now ? change.after() : change.before());
    }

    private static List<String> without(List<String> parts, List<String> others) {
        List<String> rest = new ArrayList<>(parts);
        others.forEach(rest::remove);
        return rest;
    }

    private void read(FieldChange change) {
        String field = change.field();
        if (AMOUNTS.contains(field)) {
            readAmount(field);
        } else if (field.equals(CURRENCY)) {
            readCurrency(change);
        } else if (!NAME_PARTS.contains(field) || !raw.containsKey("fullName")) {
            put(field, value(change, change.before()), value(change, change.after()));
        }
    }

    private void readCurrency(FieldChange change) {
        AMOUNTS.stream()
                .filter(amount -> Wording.kind(subject.type(), amount).isPresent())
                .forEach(this::readAmount);
        if (AMOUNTS.stream().noneMatch(changes::containsKey)) {
            put(CURRENCY, value(change, change.before()), value(change, change.after()));
        }
    }

    private void readAmount(String field) {
        put(field, amount(field, version - 1), amount(field, version));
    }

    private @Nullable String amount(String field, long at) {
        return Wording.money(past.at(subject, field, at), past.at(subject, CURRENCY, at));
    }

    private @Nullable String value(FieldChange change, @Nullable String text) {
        return wording.value(subject.type(), change.field(), text);
    }

    /** What looks the same before and after is no change to the reader: only something hidden changed. */
    private void put(String field, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            changes.put(field, new Timeline.Change(field, Wording.label(field), before, after));
        }
    }

    /** Events that speak of certain fields take those; what is left goes to the first that speaks of any. */
    private void share(List<HistoryEntry> events) {
        Map<String, Timeline.Change> left = new LinkedHashMap<>(changes);
        for (HistoryEntry event : events) {
            List<Timeline.Change> own = new ArrayList<>();
            for (String field : Sentence.of(event.code()).fields()) {
                Timeline.Change change = left.remove(field);
                if (change != null) {
                    own.add(change);
                }
            }
            shares.put(event, own);
        }
        HistoryEntry general = events.stream()
                .filter(event -> Sentence.of(event.code()).fields().isEmpty())
                .findFirst()
                .orElse(events.get(0));
        shares.getOrDefault(general, new ArrayList<>()).addAll(left.values());
    }
}
