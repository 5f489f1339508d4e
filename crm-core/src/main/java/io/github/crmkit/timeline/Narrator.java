package io.github.crmkit.timeline;

import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.time.OrganisationZone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts a story into words. */
final class Narrator {

    private record Version(EntityRef subject, long number) {
        Version(HistoryEntry entry) {
            this(entry.subject(), entry.version());
        }
    }

    private final Story story;
    private final Wording wording;

    Narrator(Story story, OrganisationZone zone, Function<? super UserId, ? extends @Nullable String> names) {
        this.story = story;
        this.wording = new Wording(story.cast(), zone, names);
    }

    List<Timeline.Entry> entries() {
        Map<Version, List<HistoryEntry>> versions = new LinkedHashMap<>();
        story.entries()
                .forEach(entry -> versions.computeIfAbsent(new Version(entry), v -> new ArrayList<>())
                        .add(entry));
        Map<Version, Edition> editions = new LinkedHashMap<>();
        versions.forEach((version, events) -> editions.put(version, new Edition(events, story.past(), wording)));
        List<Timeline.Entry> told = new ArrayList<>();
        for (HistoryEntry entry : story.entries()) {
            Edition edition = editions.get(new Version(entry));
            if (edition != null) {
                tell(new Telling(entry, edition), told);
            }
        }
        return told;
    }

    private void tell(Telling telling, List<Timeline.Entry> told) {
        HistoryEntry event = telling.event();
        Sentence sentence = Sentence.of(event.code());
        String needed = sentence.needs();
        if (needed != null && !telling.isRelatedTo(needed)) {
            return;
        }
        String note = event.note();
        String reason = note == null ? null : Wording.flat(note);
        told.add(new Timeline.Entry(
                event.at(),
                event.by(),
                wording.user(event.by()),
                event.subject(),
                wording.label(event.subject()).orElseThrow(),
                event.code(),
                sentence.words().apply(telling) + (reason == null ? "" : ": " + reason),
                reason,
                telling.edition().changesOf(event),
                event.related().stream().filter(story.cast()::knows).toList()));
    }
}
