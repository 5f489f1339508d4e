package io.github.crmkit.deal;

import io.github.crmkit.kernel.Violations;
import io.github.crmkit.party.ContactId;
import io.github.crmkit.pipeline.StageId;
import io.github.crmkit.pricing.PriceSheet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known about a deal besides its master data: kept and read with the deal, as a whole.
 *
 * @param contactRoles who has what to do with it at the customer; where exactly one of them decides and none is marked,
 *     that one becomes the primary decider
 * @param competitors who else wants to sell
 * @param team who works on it and who gets what
 * @param lines what would be sold, in order, all in one currency
 * @param campaigns the host's keys of the campaigns that brought it, each once
 * @param nextStep what is to be done next; absent where nothing is
 * @param answers what was found out, one for each question of each stage
 */
public record Dossier(
        List<ContactRole> contactRoles,
        List<Competitor> competitors,
        SalesTeam team,
        List<DealLine> lines,
        List<String> campaigns,
        @Nullable NextStep nextStep,
        List<Answer> answers) {

    /** The most contact roles. */
    public static final int MAX_CONTACT_ROLES = 100;

    /** The most competitors. */
    public static final int MAX_COMPETITORS = 50;

    /** The most lines. */
    public static final int MAX_LINES = PriceSheet.MAX_LINES;

    /** The most campaigns. */
    public static final int MAX_CAMPAIGNS = 50;

    /** The longest key of a campaign, in UTF-16 units, inclusive. */
    public static final int MAX_CAMPAIGN = 100;

    private static final Dossier EMPTY =
            new Dossier(List.of(), List.of(), SalesTeam.nobody(), List.of(), List.of(), null, List.of());

    /** @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with it */
    public Dossier {
        contactRoles = ContactRole.settled(contactRoles);
        competitors = List.copyOf(competitors);
        lines = List.copyOf(lines);
        campaigns = campaigns.stream().map(DealRules::stripped).toList();
        answers = List.copyOf(answers);
        Violations problems = new Violations();
        checkPeople(contactRoles, competitors, campaigns, nextStep, problems);
        checkLines(lines, problems);
        Set<List<Object>> answered = new HashSet<>();
        for (int i = 0; i < answers.size(); i++) {
            Answer one = answers.get(i);
            problems.require(
                    answered.add(List.of(one.stage(), one.question())),
                    "answers[" + i + "]",
                    "duplicate",
                    "must not be given twice");
        }
        problems.throwIfAny("dossier");
    }

    /** Nothing is known. */
    public static Dossier empty() {
        return EMPTY;
    }

    /** Whether nothing is known but the next step, perhaps. */
    public boolean isBare() {
        return contactRoles.isEmpty()
                && competitors.isEmpty()
                && team.isNobody()
                && lines.isEmpty()
                && campaigns.isEmpty()
                && answers.isEmpty();
    }

    /**
     * Notes what is wrong with what people write about a deal, at {@code contactRoles}, {@code competitors},
     * {@code campaigns} and {@code nextStep}: {@code not-null}, {@code plain-text}, {@code duplicate}, {@code too-many},
     * {@code primary-decides}, {@code several-primaries}, {@code date-range}.
     */
    public static void checkPeople(
            List<ContactRole> contactRoles,
            List<Competitor> competitors,
            List<String> campaigns,
            @Nullable NextStep nextStep,
            Violations problems) {
        ContactRole.check(contactRoles, "contactRoles", problems);
        Competitor.check(competitors, "competitors", problems);
        DealRules.checkSize(campaigns, MAX_CAMPAIGNS, "campaigns", problems);
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < campaigns.size(); i++) {
            String place = "campaigns[" + i + "]";
            String key = problems.plainText(DealRules.stripped(campaigns.get(i)), MAX_CAMPAIGN, place);
            problems.require(keys.add(key), place, "duplicate", "must not be given twice");
        }
        if (nextStep != null) {
            nextStep.check("nextStep", problems);
        }
    }

    private static void checkLines(List<DealLine> lines, Violations problems) {
        DealRules.checkSize(lines, MAX_LINES, "lines", problems);
        boolean one =
                lines.stream().map(line -> line.price().currency()).distinct().count() <= 1;
        problems.require(one, "lines", "currency-mismatch", "must all be in one currency");
        if (one) {
            sum(lines).ifPresent(sum -> DealRules.checkAmount(sum, "lines", problems));
        }
    }

    private static Optional<Money> sum(List<DealLine> lines) {
        return lines.stream().map(DealLine::amount).reduce(Money::plus);
    }

    /** The sum of the lines' rounded amounts; absent without lines, which is not zero. */
    public Optional<Money> total() {
        return sum(lines);
    }

    /** The currency of the lines, where there are any. */
    public Optional<CurrencyUnit> currency() {
        return lines.stream().map(line -> line.price().currency()).findFirst();
    }

    /** The one person whose decision counts in the end, where that is known. */
    public Optional<ContactId> primaryDecider() {
        return contactRoles.stream()
                .filter(ContactRole::primary)
                .map(ContactRole::contact)
                .findFirst();
    }

    /** What is to be done next, where anything is. */
    public Optional<NextStep> toDo() {
        return Optional.ofNullable(nextStep);
    }

    /** What was answered to this question of this stage. */
    public Optional<Answer> answer(StageId stage, String question) {
        return answers.stream().filter(one -> one.answers(stage, question)).findFirst();
    }

    /** With this team. */
    public Dossier team(SalesTeam other) {
        return new Dossier(contactRoles, competitors, other, lines, campaigns, nextStep, answers);
    }

    /** With these lines instead. */
    public Dossier lines(List<DealLine> others) {
        return new Dossier(contactRoles, competitors, team, others, campaigns, nextStep, answers);
    }

    /** With this answer, in the place of an earlier one to the same question; the same words leave the earlier one alone. */
    public Dossier answered(Answer answer) {
        boolean known = answer(answer.stage(), answer.question())
                .map(old -> old.text().equals(answer.text()))
                .orElse(false);
        if (known) {
            return this;
        }
        List<Answer> all = new ArrayList<>(answers);
        all.replaceAll(old -> old.answers(answer.stage(), answer.question()) ? answer : old);
        if (!all.contains(answer)) {
            all.add(answer);
        }
        return new Dossier(contactRoles, competitors, team, lines, campaigns, nextStep, all);
    }

    /** With this written about people, campaigns and the next step instead. */
    public Dossier people(
            List<ContactRole> roles, List<Competitor> rivals, List<String> keys, @Nullable NextStep next) {
        return new Dossier(roles, rivals, team, lines, keys, next, answers);
    }
}
