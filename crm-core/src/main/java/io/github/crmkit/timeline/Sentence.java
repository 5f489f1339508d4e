package io.github.crmkit.timeline;

import io.github.crmkit.lead.LeadEvent;
import io.github.crmkit.opportunity.OpportunityEvent;
import io.github.crmkit.party.AccountEvent;
import io.github.crmkit.party.Accounts;
import io.github.crmkit.party.ContactEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How one event is told. Events without a sentence of their own are told by the words in their code and by what changed.
 *
 * @param fields what the event is about; empty where it is about anything that changed
 * @param needs the type of a related aggregate without which there is nothing to tell; absent where there is none
 * @param words what is said of the aggregate, without the reason
 */
record Sentence(List<String> fields, @Nullable String needs, Function<Telling, String> words) {

    private static final List<String> OWNER = List.of("owner");
    private static final List<String> STAFF = List.of("team", "revenueSplits", "overlaySplits");
    private static final List<String> PLACE =
            List.of("stage", "category", "outcome", "enteredAt", "lastOpenStage", "probability", "stageProbability");
    private static final List<String> JUDGEMENT = List.of("manualProbability", "judgedBy", "judgedAt");
    private static final List<String> CLOSURE =
            List.of("closedOn", "closeReason", "closeCompetitor", "closeRate", "closeRateCurrency", "closeRateSource");

    private static final Map<String, Sentence> BY_CODE = all();

    /** The sentence for this code. */
    static Sentence of(String code) {
        Sentence own = BY_CODE.get(code);
        return own == null ? general(Telling::byCode) : own;
    }

    private static Map<String, Sentence> all() {
        Map<String, Sentence> all = new LinkedHashMap<>();
        addLeads(all);
        addParties(all);
        addDeals(all);
        addQuotes(all);
        return Map.copyOf(all);
    }

    private static void addLeads(Map<String, Sentence> all) {
        all.put(LeadEvent.Captured.CODE, general(t -> "captured" + t.after(", source ", "source")));
        all.put(LeadEvent.Moved.CODE, about(List.of("status", "statusReason"), t -> t.fromTo("moved", "status")));
        all.put(LeadEvent.Edited.CODE, general(t -> t.changesOr("edited")));
        all.put(LeadEvent.Filled.CODE, general(t -> "blanks filled" + t.changes(": ")));
        all.put(LeadEvent.Assigned.CODE, about(OWNER, t -> t.fromTo("passed", "owner")));
        all.put(LeadEvent.Converted.CODE, about(List.of("convertedAt"), t -> "converted" + t.related(" into ")));
    }

    private static void addParties(Map<String, Sentence> all) {
        String account = Accounts.TYPE.name();
        all.put(AccountEvent.Created.CODE, general(t -> "created"));
        all.put(AccountEvent.Edited.CODE, general(t -> t.changesOr("edited")));
        all.put(AccountEvent.Filled.CODE, general(t -> "blanks filled" + t.changes(": ")));
        all.put(AccountEvent.Priced.CODE, general(t -> "prices agreed on"));
        all.put(AccountEvent.Assigned.CODE, about(OWNER, t -> t.fromTo("passed", "owner")));
        all.put(ContactEvent.Created.CODE, general(t -> "created"));
        all.put(ContactEvent.Edited.CODE, general(t -> t.changesOr("edited")));
        all.put(ContactEvent.Filled.CODE, general(t -> "blanks filled" + t.changes(": ")));
        all.put(ContactEvent.Assigned.CODE, about(OWNER, t -> t.fromTo("passed", "owner")));
        all.put(
                ContactEvent.Affiliated.CODE,
                new Sentence(List.of(), account, t -> "affiliated" + t.related(" with ")));
        all.put(
                ContactEvent.AffiliationEnded.CODE,
                new Sentence(List.of(), account, t -> "affiliation" + t.related(" with ") + " ended"));
    }

    private static void addDeals(Map<String, Sentence> all) {
        all.put(OpportunityEvent.Opened.CODE, general(Sentence::opened));
        all.put(OpportunityEvent.Moved.CODE, about(places(), t -> t.fromTo("moved", "stage") + t.backdated()));
        all.put(OpportunityEvent.Won.CODE, about(places(), t -> "won" + decided(t, " against ")));
        all.put(OpportunityEvent.Lost.CODE, about(places(), t -> "lost" + decided(t, " to ")));
        all.put(OpportunityEvent.Reopened.CODE, about(places(), t -> "reopened" + t.after(" in ", "stage")));
        all.put(OpportunityEvent.Edited.CODE, general(t -> t.changesOr("edited")));
        all.put(
                OpportunityEvent.AmountSet.CODE,
                about(List.of("amount", "amountMode"), t -> t.changesOr("amount set")));
        all.put(OpportunityEvent.LinesSet.CODE, general(t -> t.changesOr("lines set")));
        all.put(OpportunityEvent.Staffed.CODE, about(STAFF, t -> t.changesOr("team set")));
        all.put(OpportunityEvent.Answered.CODE, about(List.of("answers"), t -> "answered" + t.added(" ", "answers")));
        all.put(
                OpportunityEvent.HandedOver.CODE,
                about(join(OWNER, STAFF), t -> t.fromTo("handed over", "owner") + t.besides(", ", "owner")));
        all.put(
                OpportunityEvent.Assigned.CODE,
                about(join(OWNER, STAFF), t -> t.fromTo("passed", "owner") + t.besides(", ", "owner")));
        all.put(
                OpportunityEvent.ProbabilityOverridden.CODE,
                about(join(List.of("probability"), JUDGEMENT), Sentence::judged));
        all.put(
                OpportunityEvent.Scored.CODE,
                about(
                        List.of("modelProbability"),
                        t -> t.has("modelProbability")
                                ? "probability computed" + t.after(" as ", "modelProbability")
                                : "no computed probability any more"));
    }

    private static void addQuotes(Map<String, Sentence> all) {
        all.put(
                "quote.drafted",
                general(t -> "drafted" + t.after(" over ", "net") + (t.has("net") ? " without tax" : "")
                        + t.after(", valid through ", "validThrough")));
        all.put("quote.repriced", general(t -> "priced again" + t.changes(": ")));
        for (String status : List.of("sent", "accepted", "rejected", "cancelled")) {
            all.put("quote." + status, about(List.of("status"), t -> status));
        }
    }

    private static String opened(Telling t) {
        return "opened" + t.after(" in ", "stage") + t.after(" for account ", "account")
                + t.after(", amount ", "amount") + t.after(", to be decided by ", "closeDate")
                + t.after(", decided on ", "closedOn") + t.after(", from lead ", "lead");
    }

    private static String decided(Telling t, String rival) {
        return t.after(" on ", "closedOn") + t.after(rival, "closeCompetitor");
    }

    private static String judged(Telling t) {
        return t.has("manualProbability")
                ? "probability set by hand" + t.after(" to ", "manualProbability")
                        + t.before(", before that ", "manualProbability")
                : "probability no longer set by hand" + t.after(", now ", "probability");
    }

    private static List<String> places() {
        return join(PLACE, join(JUDGEMENT, CLOSURE));
    }

    private static List<String> join(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static Sentence general(Function<Telling, String> words) {
        return new Sentence(List.of(), null, words);
    }

    private static Sentence about(List<String> fields, Function<Telling, String> words) {
        return new Sentence(fields, null, words);
    }
}
