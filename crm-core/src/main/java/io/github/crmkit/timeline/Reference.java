package io.github.crmkit.timeline;

import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.lead.Leads;
import io.github.crmkit.opportunity.Opportunities;
import io.github.crmkit.party.Accounts;
import io.github.crmkit.party.Contacts;
import io.github.crmkit.pipeline.Pipelines;
import io.github.crmkit.storage.HistoryEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the ids in the texts of a field stand for. A field of ids that is not listed here is not told at all. */
enum Reference {
    USER(null),
    STAGE(null),
    PIPELINE(Pipelines.TYPE.name()),
    LEAD(Leads.TYPE.name()),
    ACCOUNT(Accounts.TYPE.name()),
    CONTACT(Contacts.TYPE.name()),
    DEAL(Opportunities.TYPE.name());

    static final Pattern ID = Pattern.compile("\\p{XDigit}{8}-(?:\\p{XDigit}{4}-){3}\\p{XDigit}{12}");

    /** By the name of the field, which means the same in every type. */
    private static final Map<String, Reference> BY_FIELD = Map.ofEntries(
            Map.entry("owner", USER),
            Map.entry("judgedBy", USER),
            Map.entry("team", USER),
            Map.entry("revenueSplits", USER),
            Map.entry("overlaySplits", USER),
            Map.entry("stage", STAGE),
            Map.entry("lastOpenStage", STAGE),
            Map.entry("pipeline", PIPELINE),
            Map.entry("lead", LEAD),
            Map.entry("account", ACCOUNT),
            Map.entry("contact", CONTACT),
            Map.entry("contactRoles", CONTACT),
            Map.entry("opportunity", DEAL));

    private final @Nullable String type;

    Reference(@Nullable String type) {
        this.type = type;
    }

    /** What the ids in this field stand for, where it has any. */
    static Optional<Reference> in(String field) {
        return Optional.ofNullable(BY_FIELD.get(field));
    }

    /** The name of the type of aggregate, where it is one. */
    Optional<String> aggregate() {
        return Optional.ofNullable(type);
    }

    /** All aggregates that the entries name in their fields and as related. */
    static Stream<EntityRef> mentionedIn(List<HistoryEntry> entries) {
        return entries.stream()
                .flatMap(entry -> Stream.concat(
                        entry.related().stream(),
                        entry.changes().stream()
                                .flatMap(change -> Stream.of(change.before(), change.after())
                                        .flatMap(text ->
                                                in(change.field()).stream().flatMap(kind -> kind.mentionedIn(text))))))
                .distinct();
    }

    private Stream<EntityRef> mentionedIn(@Nullable String text) {
        String name = type;
        if (name == null || text == null) {
            return Stream.empty();
        }
        return ID.matcher(text).results().map(found -> new EntityRef(name, UUID.fromString(found.group())));
    }

    /** The text with each id replaced by its name; absent where one of them has none, and is not to be told. */
    static Optional<String> replaceIds(String text, Function<UUID, Optional<String>> name) {
        StringBuilder told = new StringBuilder();
        Matcher ids = ID.matcher(text);
        while (ids.find()) {
            Optional<String> found = name.apply(UUID.fromString(ids.group()));
            if (found.isEmpty()) {
                return Optional.empty();
            }
            ids.appendReplacement(told, Matcher.quoteReplacement(found.get()));
        }
        return Optional.of(ids.appendTail(told).toString());
    }
}
