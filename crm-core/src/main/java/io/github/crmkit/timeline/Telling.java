package io.github.crmkit.timeline;

import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.query.ValueType;
import io.github.crmkit.storage.HistoryEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What sentences of one event are made of. Every part is empty where there is nothing to say. */
record Telling(HistoryEntry event, Edition edition) {

    /** The most parts of a list that a sentence names; the changes have them all. */
    private static final int MOST_NAMED = 5;

    /** Changes that follow from others, or that only machines care for. */
    private static final Set<String> UNSAID = Set.of(
            "category",
            "convertedAt",
            "createdAt",
            "enteredAt",
            "judgedAt",
            "judgedBy",
            "lastOpenStage",
            "outcome",
            "slipsAcross",
            "slipsInPeriod",
            "stageProbability",
            "statusReason");

    /** Texts that are read as they are, without quotes. */
    private static final Set<String> BARE = Set.of("currency", "closeRateCurrency", "email", "phone");

    /** What the words of the code say, and what changed. */
    String byCode() {
        String code = event.code();
        String words = code.substring(code.indexOf('.') + 1).replace('-', ' ').replace('.', ' ');
        return words + changes(": ");
    }

    /** The verb, and where a field went from and to. */
    String fromTo(String verb, String field) {
        return verb + before(" from ", field) + after(" to ", field);
    }

    /** When it came to its stage, where that was written down later than it happened. */
    String backdated() {
        String written = edition.wording().time(event.at());
        return edition.change("enteredAt")
                .flatMap(Timeline.Change::current)
                .filter(entered -> !entered.equals(written))
                .map(entered -> ", as of " + entered)
                .orElse("");
    }

    /** Whether the field has a value now. */
    boolean has(String field) {
        return edition.change(field).flatMap(Timeline.Change::current).isPresent();
    }

    /** The value of a field that changed, behind these words. */
    String after(String words, String field) {
        return edition.change(field)
                .flatMap(Timeline.Change::current)
                .map(value -> words + value)
                .orElse("");
    }

    /** The value that a field had before it changed, behind these words. */
    String before(String words, String field) {
        return edition.change(field)
                .flatMap(Timeline.Change::old)
                .map(value -> words + value)
                .orElse("");
    }

    /** The related aggregates that the caller sees, behind these words. */
    String related(String words) {
        List<String> labels = event.related().stream()
                .map(edition.wording()::label)
                .flatMap(Optional::stream)
                .toList();
        return labels.isEmpty() ? "" : words + and(labels);
    }

    /** Whether one of the related aggregates is of this type and seen by the caller. */
    boolean isRelatedTo(String type) {
        return event.related().stream()
                .filter(ref -> ref.type().equals(type))
                .map(edition.wording()::label)
                .anyMatch(Optional::isPresent);
    }

    /** What changed, or these words where nothing did that is worth saying. */
    String changesOr(String words) {
        String said = changes("");
        return said.isEmpty() ? words : said;
    }

    /** The parts that came into a list, behind these words. */
    String added(String words, String list) {
        List<String> parts = edition.added(list);
        return parts.isEmpty() ? "" : words + and(parts);
    }

    /** What changed, behind these words. */
    String changes(String words) {
        return besides(words, "");
    }

    /** What changed besides this field, behind these words. */
    String besides(String words, String field) {
        List<String> said = new ArrayList<>();
        edition.changesOf(event).stream()
                .filter(change -> !UNSAID.contains(change.field()))
                .filter(change -> !change.field().equals(field))
                .forEach(change -> say(change, said));
        return said.isEmpty() ? "" : words + String.join(", ", said);
    }

    private void say(Timeline.Change change, List<String> said) {
        EntityRef subject = edition.subject();
        if (Wording.isList(subject.type(), change.field())) {
            sayParts(change.label() + " added: ", edition.added(change.field()), said);
            sayParts(change.label() + " removed: ", edition.removed(change.field()), said);
            return;
        }
        Optional<ValueType.Kind> kind = Wording.kind(subject.type(), change.field());
        boolean quoted = kind.filter(ValueType.Kind.TEXT::equals).isPresent() && !BARE.contains(change.field());
        boolean day = kind.filter(ValueType.Kind.DATE::equals).isPresent();
        String quote = quoted ? "\"" : "";
        String from = change.old().map(value -> quote + value + quote).orElse("");
        String to = change.current().map(value -> quote + value + quote).orElse("");
        said.add(change.label() + words(from, to, day));
    }

    private static String words(String from, String to, boolean day) {
        if (from.isEmpty()) {
            return " set to " + to;
        }
        return to.isEmpty() ? " no longer " + from : (day ? " moved from " : " ") + from + " to " + to;
    }

    private static void sayParts(String words, List<String> parts, List<String> said) {
        if (!parts.isEmpty()) {
            said.add(words + and(parts));
        }
    }

    private static String and(List<String> parts) {
        if (parts.size() > MOST_NAMED) {
            return String.join(", ", parts.subList(0, MOST_NAMED)) + " and " + (parts.size() - MOST_NAMED) + " more";
        }
        int last = parts.size() - 1;
        return last == 0 ? parts.get(0) : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
    }
}
