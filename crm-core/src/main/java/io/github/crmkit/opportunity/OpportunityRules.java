package io.github.crmkit.opportunity;

import io.github.crmkit.deal.AmountMode;
import io.github.crmkit.deal.ChecklistItem;
import io.github.crmkit.deal.Dossier;
import io.github.crmkit.deal.Recurring;
import io.github.crmkit.kernel.Violation;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.lifecycle.Guard;
import io.github.crmkit.lifecycle.GuardedLifecycle;
import io.github.crmkit.lifecycle.IllegalTransitionException;
import io.github.crmkit.money.Percent;
import io.github.crmkit.pipeline.Outcome;
import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.pipeline.Position;
import io.github.crmkit.pipeline.Probabilities;
import io.github.crmkit.pipeline.Stage;
import io.github.crmkit.pipeline.StageId;
import io.github.crmkit.pipeline.StageOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What must hold before a deal goes to another stage: the table of outcomes, its guards, and the stage itself. */
final class OpportunityRules {

    /** A deal, the stage it is to go to, what was said, and whether anything but the caller decided so. */
    record Move(Opportunity deal, Stage to, @Nullable String reason, Cause cause) {}

    /** What makes a deal move. */
    enum Cause {
        ASKED,
        REOPENING,
        /** The customer accepted an offer, which answers every question of ours. */
        ACCEPTANCE
    }

    private static final Violation CLOSED =
            new Violation("", "deal-closed", "is closed and moves only by being reopened");
    private static final Guard<Move> REASON_GIVEN =
            Guard.require((Move move) -> move.reason() != null, "reason", "reason-required", "must be given");
    private static final Guard<Move> REOPENING = Guard.require(
            (Move move) -> move.cause() == Cause.REOPENING, CLOSED.path(), CLOSED.code(), CLOSED.message());

    private static final GuardedLifecycle<Outcome, Move> OUTCOMES = Outcome.LIFECYCLE
            .guarded((Function<Move, Outcome>) move -> move.deal().outcome())
            .entering(Outcome.LOST, REASON_GIVEN)
            .entering(Outcome.OPEN, REOPENING)
            .entering(Outcome.OPEN, REASON_GIVEN);

    private OpportunityRules() {}

    /** Everything that keeps the deal from that stage now. */
    static List<Violation> refusals(Pipeline pipeline, Move move, DealTerms terms) {
        Stage to = move.to();
        if (pipeline.stage(to.id()).isEmpty()) {
            return List.of(new Violation("stage", "unknown-stage", "must be a stage of the deal's pipeline"));
        }
        List<Violation> reasons = new ArrayList<>();
        if (move.deal().outcome() != to.outcome()) {
            reasons.addAll(OUTCOMES.refusals(move, to.outcome()));
        } else if (!move.deal().isOpen()) {
            reasons.add(CLOSED);
        }
        if (!to.active()) {
            reasons.add(new Violation("stage", "stage-inactive", "must be a stage that deals may enter"));
        }
        DealTerms.Attempt attempt = new DealTerms.Attempt(move.deal(), pipeline, to, move.reason());
        if (move.deal().isOpen() && move.cause() == Cause.ASKED && attempt.isForward()) {
            addExitCriteria(pipeline, move.deal(), reasons);
        }
        if (move.deal().isOpen() || move.cause() == Cause.REOPENING) {
            reasons.addAll(terms.refusals(attempt));
        }
        return reasons;
    }

    /** What the stage that the deal stands in asks to be known before the deal goes on. */
    private static void addExitCriteria(Pipeline pipeline, Opportunity deal, List<Violation> reasons) {
        for (ChecklistItem item : checklist(pipeline, deal)) {
            if (item.isOpen()) {
                String message = "must be answered first: " + item.question().text();
                reasons.add(new Violation("answers." + item.question().key(), "question-open", message));
            }
        }
        for (Stage.Fact fact : pipeline.stage(deal.stage()).map(Stage::required).orElse(Set.of())) {
            if (!knows(deal, fact)) {
                reasons.add(new Violation(pathOf(fact), "fact-missing", "must be known before the deal goes on"));
            }
        }
    }

    /** The questions of the stage that the deal stands in, with what was answered. */
    static List<ChecklistItem> checklist(Pipeline pipeline, Opportunity deal) {
        StageId asking = deal.stage();
        return pipeline.stage(asking).map(Stage::questions).orElse(List.of()).stream()
                .map(question -> new ChecklistItem(
                        asking,
                        question,
                        deal.dossier().answer(asking, question.key()).orElse(null)))
                .toList();
    }

    private static boolean knows(Opportunity deal, Stage.Fact fact) {
        Dossier dossier = deal.dossier();
        return switch (fact) {
            case ACCOUNT -> deal.account().isPresent();
            case CONTACT ->
                deal.contact().isPresent() || !dossier.contactRoles().isEmpty();
            case PRIMARY_DECIDER -> dossier.primaryDecider().isPresent();
            case AMOUNT -> deal.amount().isPresent();
            case CLOSE_DATE -> deal.closeDate().isPresent();
            case NEXT_STEP -> dossier.toDo().isPresent();
            case LINES -> !dossier.lines().isEmpty();
            case COMPETITOR -> !dossier.competitors().isEmpty();
            case REVENUE_SPLITS -> !dossier.team().revenue().isEmpty();
        };
    }

    private static String pathOf(Stage.Fact fact) {
        return switch (fact) {
            case ACCOUNT -> "account";
            case CONTACT -> "contact";
            case PRIMARY_DECIDER -> "contactRoles";
            case AMOUNT -> "amount";
            case CLOSE_DATE -> "closeDate";
            case NEXT_STEP -> "nextStep";
            case LINES -> "lines";
            case COMPETITOR -> "competitors";
            case REVENUE_SPLITS -> "revenue";
        };
    }

    static void require(Pipeline pipeline, Move move, DealTerms terms) {
        List<Violation> reasons = refusals(pipeline, move, terms);
        if (!reasons.isEmpty()) {
            String from = pipeline.stage(move.deal().stage()).map(Stage::name).orElse("an unknown stage");
            throw new IllegalTransitionException("deal", from, move.to().name(), reasons);
        }
    }

    static List<StageOption> options(Pipeline pipeline, Opportunity deal, DealTerms terms) {
        return pipeline.stages().stream()
                .filter(stage -> !stage.id().equals(deal.stage()))
                .map(stage ->
                        new StageOption(stage, refusals(pipeline, new Move(deal, stage, null, Cause.ASKED), terms)))
                .toList();
    }

    /** Notes where amount, lines, recurring amount and frozen rate do not go together. */
    static void checkWorth(Expectation expectation, @Nullable Closure closure, Dossier dossier, Violations problems) {
        CurrencyUnit currency = currency(expectation, dossier).orElse(null);
        problems.require(
                dossier.currency().map(lines -> lines.equals(currency)).orElse(true),
                "lines",
                "currency-mismatch",
                "must be in the currency of the deal");
        problems.require(
                expectation.mode() == AmountMode.ENTERED || expectation.value().equals(dossier.total()),
                "amount",
                "amount-from-lines",
                "must be the sum of the lines, or be switched to an entered one");
        problems.require(
                closure == null
                        || closure.frozenRate()
                                .map(rate -> rate.from().equals(currency))
                                .orElse(true),
                "closure.rate",
                "rate-currency",
                "must be from the currency of the deal");
    }

    static Optional<CurrencyUnit> currency(Expectation expectation, Dossier dossier) {
        return expectation
                .value()
                .or(() -> expectation.subscription().map(Recurring::amount))
                .map(Money::getCurrencyUnit)
                .or(dossier::currency);
    }

    /**
     * The stage whose question this key names: the one that was named, else the deal's own, else the only other one.
     *
     * @throws io.github.crmkit.kernel.RuleViolationsException {@code deal-closed}, {@code unknown-question}, {@code question-ambiguous}
     */
    static StageId asking(Pipeline pipeline, Opportunity deal, @Nullable StageId named, String key) {
        requireOpen(deal);
        List<StageId> asking = pipeline.stages().stream()
                .filter(stage -> named == null || stage.id().equals(named))
                .filter(stage ->
                        stage.questions().stream().anyMatch(one -> one.key().equals(key)))
                .map(Stage::id)
                .toList();
        Violations problems = new Violations();
        problems.require(
                !asking.isEmpty(), "question", "unknown-question", "must be a question of the deal's pipeline");
        boolean own = asking.contains(deal.stage());
        problems.require(
                own || asking.size() <= 1,
                "stage",
                "question-ambiguous",
                "must be given, since several stages ask this question");
        problems.throwIfAny("answer");
        return own ? deal.stage() : asking.get(0);
    }

    /** The last open stage it was in, or the first stage where there is none that deals may enter. */
    static Stage reopensIn(Pipeline pipeline, Position position) {
        return position.lastOpenStage()
                .flatMap(pipeline::stage)
                .filter(stage -> stage.active() && stage.isOpen())
                .orElseGet(pipeline::start);
    }

    static void requireProbability(@Nullable Percent percent) {
        Violations problems = new Violations();
        problems.require(
                percent == null || Probabilities.isProbability(percent),
                "probability",
                "probability",
                "must be from 0 to 100 percent");
        problems.throwIfAny("probability");
    }

    static void requireOpen(Opportunity deal) {
        Violations problems = new Violations();
        problems.require(deal.isOpen(), "", CLOSED.code(), "is closed and must be reopened before it is changed");
        problems.throwIfAny("deal");
    }
}
