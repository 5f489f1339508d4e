package io.github.crmkit.price;

import io.github.crmkit.money.Percent;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.Rounding;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.pricebook.PriceFormula;
import io.github.crmkit.term.Fraction;
import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Does a step of a proof once more, from its operand. */
final class Replay {

    private Replay() {}

    /**
     * The exact price after a step.
     *
     * @param running the exact price before, for {@code per} units; absent for the first step
     */
    static BigDecimal of(PriceStep step, @Nullable BigDecimal running, Quantity per) {
        return switch (step.kind()) {
            case LIST, TIER, BLOCK, CONTRACT, FIXED, FROM_LIST, COST, TOTAL, INCLUDED, FREE, MANUAL ->
                step.after().amount();
            case GRADUATED -> (running == null ? BigDecimal.ZERO : running).add(graduated(step.operand()));
            default -> {
                if (running == null) {
                    throw new IllegalArgumentException("a proof must start with a price");
                }
                yield calculated(step, running, per.value());
            }
        };
    }

    private static BigDecimal calculated(PriceStep step, BigDecimal before, BigDecimal per) {
        String operand = step.operand();
        return switch (step.kind()) {
            case UNIT, PRORATION -> times(before, Fraction.parse(first(operand)));
            case CONVERT -> before.multiply(new BigDecimal(first(operand)));
            case EACH -> before.divide(per, UnitPrice.MAX_SCALE, Rounding.COMMERCIAL);
            case FORMULA -> formula(operand, before);
            case PERCENT, DISCOUNT -> six(before.multiply(left(operand)));
            case ADDED_PERCENT -> six(new BigDecimal(rest(operand)).multiply(left(first(operand))));
            case AMOUNT -> six(before.subtract(new BigDecimal(operand).multiply(per)));
            case SHARE -> six(before.multiply(Percent.of(operand).fraction()));
            case FLOOR -> six(before.max(new BigDecimal(operand).multiply(per)));
            case CEILING -> six(before.min(new BigDecimal(operand).multiply(per)));
            default -> before;
        };
    }

    private static BigDecimal graduated(String operand) {
        return new BigDecimal(first(operand)).multiply(new BigDecimal(rest(operand)));
    }

    private static BigDecimal formula(String operand, BigDecimal before) {
        PriceFormula.What what = PriceFormula.What.valueOf(first(operand));
        return new PriceFormula.Step(what, rest(operand), before, before).replay();
    }

    private static BigDecimal times(BigDecimal before, Fraction factor) {
        return before.multiply(new BigDecimal(factor.numerator()))
                .divide(new BigDecimal(factor.denominator()), UnitPrice.MAX_SCALE, Rounding.COMMERCIAL);
    }

    private static BigDecimal left(String points) {
        return Percent.of(points).left();
    }

    private static BigDecimal six(BigDecimal exact) {
        return exact.scale() <= UnitPrice.MAX_SCALE ? exact : exact.setScale(UnitPrice.MAX_SCALE, Rounding.COMMERCIAL);
    }

    static String first(String operand) {
        int space = operand.indexOf(' ');
        return space < 0 ? operand : operand.substring(0, space);
    }

    static String rest(String operand) {
        return operand.substring(operand.indexOf(' ') + 1);
    }

    /** How an exact price is shown: rounded half up to 6 decimals. */
    static UnitPrice shown(BigDecimal exact, CurrencyUnit currency) {
        return UnitPrice.of(currency, six(exact));
    }
}
