package io.github.crmkit.timeline;

import io.github.crmkit.access.Work;
import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.kernel.Id;
import io.github.crmkit.lead.Lead;
import io.github.crmkit.lead.Leads;
import io.github.crmkit.opportunity.Opportunities;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.opportunity.OpportunityFields;
import io.github.crmkit.opportunity.OpportunityId;
import io.github.crmkit.party.Account;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.party.Accounts;
import io.github.crmkit.party.Contacts;
import io.github.crmkit.pipeline.Pipelines;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.query.Field;
import io.github.crmkit.query.Sort;
import io.github.crmkit.query.ValueType;
import io.github.crmkit.quote.QuoteFields;
import io.github.crmkit.quote.Quotes;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.storage.HistoryId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads one story within one unit of work. Aggregates are read as their caller sees them, history only of those that were
 * found so; what deals were linked to when is known from their own history, which therefore is read first.
 */
final class StoryReading {

    /** The most ids of one look-up. */
    private static final int CHUNK = 1_000;

    private static final Instant EARLIEST = Instant.parse(ValueType.FIRST_YEAR + "-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse(ValueType.LAST_YEAR + "-12-31T23:59:59.999999Z");

    private final Work work;
    private final Instant since;
    private final Past past = new Past();
    private final Cast cast = new Cast();
    private final Map<EntityRef, List<Span>> parts = new LinkedHashMap<>();
    private final Set<EntityRef> asked = new HashSet<>();

    /** @param since the first instant that is told, inclusive */
    StoryReading(Work work, Instant since) {
        this.work = work;
        this.since = since;
    }

    Story ofDeal(OpportunityId id) {
        Opportunity deal = work.get(Opportunities.TYPE, id);
        return read(List.of(deal), ref -> List.of(Span.ALWAYS));
    }

    Story ofAccount(AccountId id) {
        Account account = work.get(Accounts.TYPE, id);
        meet(Accounts.TYPE, account, Account::name);
        addPart(Accounts.TYPE.refOf(account), List.of(Span.ALWAYS));
        List<Opportunity> deals = new ArrayList<>();
        Opportunities.in(work).each(Opportunities.of(id), Sort.byId(), deals::add);
        return read(
                deals,
                deal -> past.spans(deal, OpportunityFields.ACCOUNT.name()).getOrDefault(id.value(), List.of()));
    }

    /** @param during when a deal belongs to the story; asked when the history of the deals is known */
    private Story read(List<Opportunity> deals, Function<EntityRef, List<Span>> during) {
        deals.forEach(deal -> meet(Opportunities.TYPE, deal, Opportunity::name));
        List<EntityRef> subjects = deals.stream().map(Opportunities.TYPE::refOf).toList();
        List<HistoryEntry> entries = history(subjects);
        past.add(entries);
        for (Opportunity deal : deals) {
            addDeal(deal, during.apply(Opportunities.TYPE.refOf(deal)));
        }
        findMentioned(Leads.TYPE, Lead::company, parts.keySet());
        findQuotes(deals);
        findParties(Stream.concat(parts.keySet().stream(), Reference.mentionedIn(entries))
                .toList());
        Set<EntityRef> others = new LinkedHashSet<>(parts.keySet());
        subjects.forEach(others::remove);
        others.removeIf(who -> !cast.knows(who));
        List<HistoryEntry> ofOthers = history(others);
        past.add(ofOthers);
        entries.addAll(ofOthers);
        entries.removeIf(entry -> !belongs(entry));
        findParties(Reference.mentionedIn(entries).toList());
        findPipelines(deals, entries);
        return Story.of(entries, past, cast);
    }

    private void addDeal(Opportunity deal, List<Span> during) {
        EntityRef ref = Opportunities.TYPE.refOf(deal);
        addPart(ref, during);
        deal.convertedLead().ifPresent(lead -> addPart(Leads.TYPE.refTo(lead), List.of(Span.ALWAYS)));
        addLinked(ref, Accounts.TYPE, OpportunityFields.ACCOUNT, during);
        addLinked(ref, Contacts.TYPE, OpportunityFields.CONTACT, during);
    }

    private <I extends Id> void addLinked(
            EntityRef deal, EntityType<?, I> type, Field<Opportunity, I> field, List<Span> during) {
        past.spans(deal, field.name()).forEach((id, linked) -> {
            List<Span> shared = linked.stream()
                    .flatMap(span -> during.stream().map(span::within))
                    .toList();
            addPart(type.refTo(type.idOf(id)), shared);
        });
    }

    private void addPart(EntityRef subject, List<Span> during) {
        during.stream()
                .filter(span -> !span.isEmpty())
                .forEach(span ->
                        parts.computeIfAbsent(subject, s -> new ArrayList<>()).add(span));
    }

    private boolean belongs(HistoryEntry entry) {
        return parts.getOrDefault(entry.subject(), List.of()).stream().anyMatch(span -> span.contains(entry.at()));
    }

    private void findQuotes(List<Opportunity> deals) {
        chunks(deals, some -> {
            List<OpportunityId> ids = some.stream().map(Opportunity::id).toList();
            Quotes.in(work).each(QuoteFields.OPPORTUNITY.in(ids), Sort.byId(), quote -> {
                meet(Quotes.TYPE, quote, found -> Cast.quoteName(found.id()));
                EntityRef deal = Opportunities.TYPE.refTo(quote.opportunity());
                addPart(Quotes.TYPE.refOf(quote), parts.getOrDefault(deal, List.of()));
            });
        });
    }

    private void findParties(List<EntityRef> named) {
        findMentioned(Accounts.TYPE, Account::name, named);
        findMentioned(Contacts.TYPE, contact -> contact.name().display(), named);
    }

    private void findPipelines(List<Opportunity> deals, List<HistoryEntry> entries) {
        Stream<EntityRef> present =
                deals.stream().map(deal -> Pipelines.TYPE.refTo(deal.position().pipeline()));
        find(
                Pipelines.TYPE,
                cast::meet,
                Stream.concat(present, Reference.mentionedIn(entries)).toList());
    }

    private <T, I extends Id> void findMentioned(
            EntityType<T, I> type, Function<T, String> name, Collection<EntityRef> named) {
        find(type, found -> meet(type, found, name), named);
    }

    /** Looks up what was not looked up yet of those that are of this type. */
    private <T, I extends Id> void find(EntityType<T, I> type, Consumer<T> found, Collection<EntityRef> named) {
        List<I> ids = named.stream()
                .filter(ref -> ref.type().equals(type.name()) && asked.add(ref))
                .map(ref -> type.idOf(ref.id()))
                .toList();
        chunks(ids, some -> work.repository(type).findAll(some).forEach(found));
    }

    private <T> void meet(EntityType<T, ?> type, T found, Function<? super T, String> name) {
        EntityRef ref = type.refOf(found);
        asked.add(ref);
        cast.meet(ref, name.apply(found));
        past.isNow(type, found);
    }

    /** One type after the other: an index finds the rows of one type by their ids, but not those of several at once. */
    private List<HistoryEntry> history(Collection<EntityRef> subjects) {
        Map<String, List<HistoryId>> byType = new LinkedHashMap<>();
        subjects.forEach(subject -> byType.computeIfAbsent(subject.type(), type -> new ArrayList<>())
                .add(new HistoryId(subject.id())));
        List<HistoryEntry> all = new ArrayList<>();
        byType.forEach((type, ids) -> chunks(ids, some -> all.addAll(history(type, some))));
        return all;
    }

    private List<HistoryEntry> history(String type, List<HistoryId> ids) {
        Criteria<HistoryEntry> about = HistoryEntry.SUBJECT_TYPE.equalTo(type).and(HistoryEntry.SUBJECT_ID.in(ids));
        Criteria<HistoryEntry> where =
                since.isBefore(EARLIEST) ? about : about.and(HistoryEntry.AT.greaterThanEqual(from()));
        return work.traces(HistoryEntry.TYPE, where, HistoryEntry.AT.asc()).stream()
                .filter(entry -> !entry.at().isBefore(since))
                .toList();
    }

    /** In what every store keeps and compares: whole microseconds of possible years. */
    private Instant from() {
        return since.isAfter(LATEST) ? LATEST : since.truncatedTo(ChronoUnit.MICROS);
    }

    private static <V> void chunks(List<V> all, Consumer<List<V>> action) {
        for (int from = 0; from < all.size(); from += CHUNK) {
            action.accept(all.subList(from, Math.min(all.size(), from + CHUNK)));
        }
    }
}
