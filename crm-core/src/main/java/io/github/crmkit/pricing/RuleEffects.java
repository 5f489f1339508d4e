package io.github.crmkit.pricing;

import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.money.CostBasis;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.Rounding;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.price.NoPrice;
import io.github.crmkit.price.PriceStep;
import io.github.crmkit.pricerule.Effect;
import io.github.crmkit.pricerule.PriceRule;
import io.github.crmkit.pricerule.Target;
import io.github.crmkit.term.Fraction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one rule does to a price. Prices and amounts of rules are for one of the product's own unit and one period, and are
 * stretched to the line's; a formula runs on the price of one own unit and period, and what it makes is stretched.
 */
final class RuleEffects {

    /** Goods that a rule gives for a line: so much in the own unit of what is given. */
    record Grant(PriceRule rule, Line line, Effect.FreeGoods goods, Quantity given) {}

    /** What the other lines come to, for a line that costs a percentage of them. */
    interface Totals {

        /** A line by itself: there are no others. */
        Totals NONE = (line, rule, of) -> new Answer(BigDecimal.ZERO, Failure.of(NoPrice.Reason.TOTAL_EMPTY));

        /**
         * The net amounts of the other lines that are such items, added up.
         *
         * @param rule the rule that asks
         */
        Answer of(Line line, PriceRule rule, Target.Item of);

        /**
         * A sum, or why there is none.
         *
         * @param failure absent where there is a sum
         */
        record Answer(BigDecimal amount, @Nullable Failure failure) {}
    }

    private final Line line;
    private final Failure missing;
    private final @Nullable BigDecimal list;
    private final Totals totals;
    private final List<Grant> grants = new ArrayList<>(0);

    /**
     * @param missing why there is no price where a rule needs one
     * @param list the list price of one of the line's unit and one period; absent where there is none
     */
    RuleEffects(Line line, Failure missing, @Nullable BigDecimal list, Totals totals) {
        this.line = line;
        this.missing = missing;
        this.list = list;
        this.totals = totals;
    }

    /** The same, with grants of its own. */
    RuleEffects apart() {
        return new RuleEffects(line, missing, list, totals);
    }

    Failure missing() {
        return missing;
    }

    List<Grant> grants() {
        return grants;
    }

    @Nullable
    Failure apply(PriceRule rule, Running running) {
        Effect effect = rule.effect();
        if (effect instanceof Effect.FixedPrice fixed) {
            running.become(line.scaled(fixed.price().amount()), BigDecimal.ONE);
            tell(running, PriceStep.Kind.FIXED, rule, running.value());
            return null;
        }
        if (effect instanceof Effect.PercentOfTotal share) {
            return share(rule, share, running);
        }
        if (effect instanceof Effect.Formula formula) {
            return formula(rule, formula, running);
        }
        if (running.isAbsent()) {
            return missing;
        }
        if (effect instanceof Effect.PercentOff off) {
            EntityRef source = running.proves() ? RuleStage.refTo(rule) : null;
            Stages.percent(running, off.percent(), PriceStep.Kind.PERCENT, source, rule.name());
        } else if (effect instanceof Effect.AmountOff off) {
            BigDecimal amount = line.scaled(off.amount().amount());
            running.become(Running.six(running.value().subtract(amount.multiply(running.per()))));
            tell(running, PriceStep.Kind.AMOUNT, rule, amount);
        } else if (effect instanceof Effect.FreeGoods goods) {
            give(rule, goods, running);
        }
        return null;
    }

    private void give(PriceRule rule, Effect.FreeGoods goods, Running running) {
        Quantity given = goods.given(line.inOwn());
        if (given.isPositive()) {
            grants.add(new Grant(rule, line, goods, given));
        }
        if (running.proves()) {
            String operand = goods.buy() + " " + goods.get();
            running.tell(PriceStep.Kind.FREE_GOODS, RuleStage.refTo(rule), rule.name(), operand);
        }
    }

    private @Nullable Failure share(PriceRule rule, Effect.PercentOfTotal share, Running running) {
        Totals.Answer others = totals.of(line, rule, share.of());
        if (others.failure() != null) {
            return others.failure();
        }
        running.become(others.amount(), line.quantity.value());
        tell(running, PriceStep.Kind.TOTAL, rule, others.amount());
        running.become(Running.six(others.amount().multiply(share.percent().fraction())));
        if (running.proves()) {
            String points = share.percent().value().toPlainString();
            running.tell(PriceStep.Kind.SHARE, RuleStage.refTo(rule), rule.name(), points);
        }
        return null;
    }

    private @Nullable Failure formula(PriceRule rule, Effect.Formula effect, Running running) {
        Fraction scale = line.scale();
        boolean stretched = !scale.equals(Fraction.ONE);
        switch (effect.base()) {
            case RUNNING -> {
                if (running.isAbsent()) {
                    return missing;
                }
                running.each();
                if (stretched) {
                    stretch(running, Fraction.ONE.dividedBy(scale), line.product.unit());
                }
            }
            case LIST -> {
                if (list == null) {
                    return missing;
                }
                running.become(listOfOwnUnit(list), BigDecimal.ONE);
                tell(running, PriceStep.Kind.FROM_LIST, rule, running.value());
            }
            default -> {
                UnitPrice cost = cost(effect.base(), running);
                if (cost == null) {
                    return Failure.of(
                            NoPrice.Reason.COST_MISSING,
                            NoPrice.Reason.COST_MISSING.words() + ", which price rule "
                                    + rule.id().text() + " asks for");
                }
                running.become(cost.amount(), BigDecimal.ONE);
                if (running.proves()) {
                    String operand = basis(effect.base()) + " " + cost.amount().toPlainString();
                    running.tell(PriceStep.Kind.COST, RuleStage.refTo(rule), rule.name(), operand);
                }
            }
        }
        EntityRef source = running.proves() ? RuleStage.refTo(rule) : null;
        Stages.formula(running, effect.formula(), source, rule.name());
        if (stretched) {
            stretch(running, scale, line.unit);
        }
        return null;
    }

    private BigDecimal listOfOwnUnit(BigDecimal price) {
        return line.inOwnUnit() ? price : Running.six(times(price, Fraction.ONE.dividedBy(unitScale())));
    }

    private Fraction unitScale() {
        Fraction periods = line.periods();
        return periods == null ? line.scale() : line.scale().dividedBy(periods);
    }

    private static void stretch(Running running, Fraction factor, String unit) {
        running.become(times(running.value(), factor));
        if (running.proves()) {
            running.tell(PriceStep.Kind.UNIT, null, null, factor + " " + unit);
        }
    }

    private static BigDecimal times(BigDecimal price, Fraction factor) {
        return Fraction.of(price).times(factor).toDecimal(UnitPrice.MAX_SCALE, Rounding.COMMERCIAL);
    }

    private @Nullable UnitPrice cost(Effect.Base base, Running running) {
        return line.product.costs().on(basis(base), running.currency()).orElse(null);
    }

    private static CostBasis basis(Effect.Base base) {
        return switch (base) {
            case CURRENT_COST -> CostBasis.CURRENT;
            case AVERAGE_COST -> CostBasis.AVERAGE;
            default -> CostBasis.STANDARD;
        };
    }

    private static void tell(Running running, PriceStep.Kind kind, PriceRule rule, BigDecimal operand) {
        if (running.proves()) {
            running.tell(kind, RuleStage.refTo(rule), rule.name(), operand.toPlainString());
        }
    }
}
