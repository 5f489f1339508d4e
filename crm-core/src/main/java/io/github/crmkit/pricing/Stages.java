package io.github.crmkit.pricing;

import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.measure.Measures;
import io.github.crmkit.money.Percent;
import io.github.crmkit.money.Rounding;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.price.PriceStep;
import io.github.crmkit.pricebook.PriceBounds;
import io.github.crmkit.pricebook.PriceEntries;
import io.github.crmkit.pricebook.PriceEntry;
import io.github.crmkit.pricebook.PriceFormula;
import io.github.crmkit.term.Fraction;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The stages of the waterfall that need nothing but the price so far and a number or two. */
final class Stages {

    private Stages() {}

    /** Stretches the price for one period over the term of the line. */
    static void prorate(Running running, Line line) {
        Fraction periods = line.periods();
        if (periods != null) {
            running.become(running.value()
                    .multiply(new BigDecimal(periods.numerator()))
                    .divide(new BigDecimal(periods.denominator()), UnitPrice.MAX_SCALE, Rounding.COMMERCIAL));
            if (running.proves()) {
                running.tell(PriceStep.Kind.PRORATION, null, null, periods + " " + line.request.term());
            }
        }
    }

    /** Takes a percentage off. */
    static void percent(
            Running running, Percent percent, PriceStep.Kind kind, @Nullable EntityRef source, @Nullable String name) {
        running.become(Running.six(running.value().multiply(percent.left())));
        if (running.proves()) {
            running.tell(kind, source, name, percent.value().toPlainString());
        }
    }

    /** Runs a formula on the price of one unit. */
    static void formula(Running running, PriceFormula formula, @Nullable EntityRef source, @Nullable String name) {
        if (!running.proves()) {
            running.become(formula.price(running.currency(), running.value()).amount());
            return;
        }
        for (PriceFormula.Step step : formula.steps(running.value())) {
            running.become(step.after());
            running.tell(PriceStep.Kind.FORMULA, source, name, step.what().name() + " " + step.operand());
        }
    }

    /** Rounds what has more decimals than a unit price may have. */
    static void sixDecimals(Running running) {
        BigDecimal exact = running.value();
        if (exact.scale() > UnitPrice.MAX_SCALE) {
            BigDecimal kept = Running.six(exact);
            running.become(kept);
            if (running.proves() && kept.compareTo(exact) != 0) {
                running.tell(
                        PriceStep.Kind.FORMULA,
                        null,
                        null,
                        PriceFormula.What.DECIMALS.name() + " " + UnitPrice.MAX_SCALE);
            }
        }
    }

    /** Keeps the price of one unit within the bounds of the entry that made it. */
    static void bound(Running running, Line line, PriceEntry entry) {
        PriceBounds bounds = entry.bounds();
        if (bounds == null) {
            return;
        }
        UnitPrice floor = bounds.floor();
        UnitPrice ceiling = bounds.ceiling();
        // where both are crossed, which scaling cannot bring about, the floor would win
        if (ceiling != null) {
            BigDecimal most = line.scaled(ceiling.amount(), entry.unit());
            if (running.value().compareTo(most.multiply(running.per())) > 0) {
                clamp(running, entry, PriceStep.Kind.CEILING, most);
            }
        }
        if (floor != null) {
            BigDecimal least = line.scaled(floor.amount(), entry.unit());
            if (running.value().compareTo(least.multiply(running.per())) < 0) {
                clamp(running, entry, PriceStep.Kind.FLOOR, least);
            }
        }
    }

    private static void clamp(Running running, PriceEntry entry, PriceStep.Kind kind, BigDecimal bound) {
        running.become(Running.six(bound.multiply(running.per())));
        if (running.proves()) {
            running.tell(kind, PriceEntries.TYPE.refTo(entry.id()), null, bound.toPlainString());
        }
    }

    /** The factor of a ratio in lowest terms. */
    static String fraction(Measures.Ratio ratio) {
        return Fraction.of(ratio.numerator())
                .dividedBy(Fraction.of(ratio.denominator()))
                .toString();
    }
}
