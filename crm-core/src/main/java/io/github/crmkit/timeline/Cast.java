package io.github.crmkit.timeline;

import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.kernel.Id;
import io.github.crmkit.lead.Leads;
import io.github.crmkit.opportunity.Opportunities;
import io.github.crmkit.party.Accounts;
import io.github.crmkit.party.Contacts;
import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.pipeline.Pipelines;
import io.github.crmkit.quote.Quotes;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Everything that a story names and that its caller sees. Who is not in it does not exist. */
final class Cast {

    /** What people call the aggregates of each type. */
    private static final Map<String, String> KINDS = Map.of(
            Leads.TYPE.name(), "lead",
            Accounts.TYPE.name(), "account",
            Contacts.TYPE.name(), "contact",
            Opportunities.TYPE.name(), "deal",
            Quotes.TYPE.name(), "quote");

    private final Map<EntityRef, String> names = new HashMap<>();
    private final Map<UUID, String> stages = new HashMap<>();

    void meet(EntityRef who, String name) {
        names.put(who, name);
    }

    void meet(Pipeline pipeline) {
        meet(Pipelines.TYPE.refOf(pipeline), pipeline.name());
        pipeline.stages().forEach(stage -> stages.put(stage.id().value(), stage.name()));
    }

    boolean knows(EntityRef who) {
        return names.containsKey(who);
    }

    /** Its name alone; empty for what the caller does not see. */
    Optional<String> name(EntityRef who) {
        return Optional.ofNullable(names.get(who));
    }

    /** What it is and its name; empty for what the caller does not see. */
    Optional<String> label(EntityRef who) {
        return name(who).map(name -> KINDS.getOrDefault(who.type(), who.type()) + " " + name);
    }

    /** The name of a stage; empty for one of a pipeline that the caller does not see. */
    Optional<String> stage(UUID id) {
        return Optional.ofNullable(stages.get(id));
    }

    /** What a quote is called: it has no name of its own, and the end of its id tells it from its siblings. */
    static String quoteName(Id quote) {
        String id = quote.text();
        return "Q-" + id.substring(id.length() - 8).toUpperCase(Locale.ROOT);
    }
}
