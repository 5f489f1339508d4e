package io.github.crmkit.pricing;

import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.money.Percent;
import io.github.crmkit.price.NoPrice;
import io.github.crmkit.price.PriceResult.Rejected;
import io.github.crmkit.price.PriceStep;
import io.github.crmkit.pricerule.Effect;
import io.github.crmkit.pricerule.PriceRule;
import io.github.crmkit.pricerule.PriceRules;
import io.github.crmkit.rulebook.Selection;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the rules make of the price of a line: set after set, each on the result of the one before. */
final class RuleStage {

    private final List<Selection> selections;
    private final Running running;
    private final RuleEffects effects;
    private @Nullable List<Rejected> rejected;

    /** @param selections the rules that apply, by set in the order of the sets */
    RuleStage(List<Selection> selections, Running running, RuleEffects effects) {
        this.selections = selections;
        this.running = running;
        this.effects = effects;
    }

    /** Lets the rules do what they do; nothing where none applies. */
    @Nullable
    Failure run() {
        for (Selection selection : selections) {
            Failure failure = run(selection);
            if (failure != null) {
                return failure;
            }
        }
        return null;
    }

    /** The rules that apply and still have no part in the price; where steps are kept. */
    List<Rejected> rejected() {
        return rejected == null ? List.of() : rejected;
    }

    private @Nullable Failure run(Selection selection) {
        Selection.Tie tie = selection.tie();
        if (tie != null) {
            return new Failure(NoPrice.Reason.TIED_RULES, tie.toString(), Set.of(refTo(tie.one()), refTo(tie.other())));
        }
        return switch (selection.set().stacking()) {
            case FIRST -> first(selection.rules());
            case CASCADE -> cascade(selection.rules());
            case ADDITIVE -> additive(selection.rules());
            case BEST -> best(selection.rules());
        };
    }

    private @Nullable Failure first(List<PriceRule> ranked) {
        for (int i = 1; running.proves() && i < ranked.size(); i++) {
            reject(ranked.get(i), i == 1 ? Rejected.Reason.RUNNER_UP : Rejected.Reason.LOWER_RANK);
        }
        return effects.apply(ranked.get(0), running);
    }

    private @Nullable Failure cascade(List<PriceRule> ranked) {
        for (PriceRule rule : ranked) {
            Failure failure = effects.apply(rule, running);
            if (failure != null) {
                return failure;
            }
        }
        return null;
    }

    /** Percentages first, all of the price that the set starts with; then amounts, then goods. */
    private @Nullable Failure additive(List<PriceRule> ranked) {
        Percent sum = Percent.ZERO;
        BigDecimal start = running.isAbsent() ? BigDecimal.ZERO : running.value();
        for (PriceRule rule : ranked) {
            if (rule.effect() instanceof Effect.PercentOff off) {
                if (running.isAbsent()) {
                    return effects.missing();
                }
                sum = new Percent(sum.value().add(off.percent().value()));
                running.become(Running.six(start.multiply(sum.left())));
                if (running.proves()) {
                    String operand = sum.value().toPlainString() + " " + start.toPlainString();
                    running.tell(PriceStep.Kind.ADDED_PERCENT, refTo(rule), rule.name(), operand);
                }
            }
        }
        for (PriceRule rule : ranked) {
            Effect effect = rule.effect();
            if (effect instanceof Effect.AmountOff || effect instanceof Effect.FreeGoods) {
                Failure failure = effects.apply(rule, running);
                if (failure != null) {
                    return failure;
                }
            } else if (!(effect instanceof Effect.PercentOff)) {
                reject(rule, Rejected.Reason.NOT_ADDED);
            }
        }
        return null;
    }

    private record Tried(PriceRule rule, Running result, List<RuleEffects.Grant> grants) {

        boolean isBetterThan(Tried other) {
            return result.value()
                            .multiply(other.result.per())
                            .compareTo(other.result.value().multiply(result.per()))
                    < 0;
        }
    }

    private @Nullable Failure best(List<PriceRule> ranked) {
        Tried best = null;
        Tried second = null;
        for (PriceRule rule : ranked) {
            Running alone = running.fork();
            RuleEffects apart = effects.apart();
            Failure failure = apart.apply(rule, alone);
            if (failure == null && alone.isAbsent()) {
                failure = effects.missing();
            }
            if (failure != null) {
                return failure;
            }
            Tried tried = new Tried(rule, alone, apart.grants());
            if (best == null || tried.isBetterThan(best)) {
                second = best;
                best = tried;
            } else if (second == null || tried.isBetterThan(second)) {
                second = tried;
            }
        }
        if (best != null) {
            rejectOthers(ranked, best.rule(), second == null ? null : second.rule());
            running.take(best.result());
            effects.grants().addAll(best.grants());
        }
        return null;
    }

    private void rejectOthers(List<PriceRule> ranked, PriceRule best, @Nullable PriceRule second) {
        for (PriceRule rule : ranked) {
            if (running.proves() && !rule.equals(best)) {
                reject(rule, rule.equals(second) ? Rejected.Reason.RUNNER_UP : Rejected.Reason.NOT_BEST);
            }
        }
    }

    private void reject(PriceRule rule, Rejected.Reason reason) {
        if (running.proves()) {
            rejected = rejected == null ? new ArrayList<>() : rejected;
            rejected.add(new Rejected(refTo(rule), reason));
        }
    }

    static EntityRef refTo(PriceRule rule) {
        return PriceRules.TYPE.refTo(rule.id());
    }
}
