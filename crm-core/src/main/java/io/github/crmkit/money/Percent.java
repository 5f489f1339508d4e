package io.github.crmkit.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.Money;

/**
 * A percentage in percent points: 15 is 15 %. Up to 6 decimals and 18 digits before the point; any sign, and more than
 * 100 where that makes sense (a mark-up). Whoever needs 0 to 100 asks for it.
 *
 * <p>Trailing zeros are dropped, so 15 and 15.00 are equal. A percentage is a way to get at a price; the price that
 * came out, rounded, is the truth.
 *
 * @param value percent points, normalised: no trailing zeros, scale 0 to 6
 */
public record Percent(BigDecimal value) implements Comparable<Percent> {

    /** The most decimals a percentage may have. */
    public static final int MAX_SCALE = 6;

    private static final DecimalRule RULE = new DecimalRule("percent", MAX_SCALE);
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    /** 0 %. */
    public static final Percent ZERO = of(0);

    /** 100 %, the whole. */
    public static final Percent HUNDRED = of(100);

    /**
     * @throws io.github.crmkit.kernel.RuleViolationsException {@code percent-scale} with more than 6 decimals,
     *     {@code percent-range} with more than 18 digits before the point
     */
    public Percent {
        value = RULE.normalise(value, 0);
    }

    /** So many whole percent points. */
    public static Percent of(long points) {
        return new Percent(BigDecimal.valueOf(points));
    }

    /** So many percent points; refused as by the constructor. */
    public static Percent of(BigDecimal points) {
        return new Percent(points);
    }

    /** Reads percent points such as {@code 12.5}; anything but plain digits is refused as {@code percent-format}. */
    public static Percent of(String points) {
        return new Percent(RULE.parse(points));
    }

    /** The factor to multiply with: 15 % is 0.15. Exact, at most 8 decimals. */
    public BigDecimal fraction() {
        return value.movePointLeft(2);
    }

    /** What is left of the whole: 15 % leaves 85 %. */
    public Percent complement() {
        return new Percent(WHOLE.subtract(value));
    }

    /** The factor of what is left of the whole: 15 % leaves 0.85. Exact, at most 8 decimals. */
    public BigDecimal left() {
        return BigDecimal.ONE.subtract(fraction());
    }

    /**
     * This discount, then the other one on what is left: 10 % then 5 % is 14.5 %.
     *
     * <p>a + b − a × b / 100. Exact where the result has at most 6 decimals, which is always so when neither has more
     * than 2; otherwise rounded half up to 6.
     */
    public Percent then(Percent next) {
        BigDecimal both = value.multiply(next.value).movePointLeft(2);
        BigDecimal stacked = value.add(next.value).subtract(both);
        return new Percent(stacked.setScale(Math.min(stacked.scale(), MAX_SCALE), Rounding.COMMERCIAL));
    }

    /** This part of an amount: the exact product, rounded once to the decimals of the currency. */
    public Money of(Money whole, RoundingMode rounding) {
        return Money.of(whole.getCurrencyUnit(), whole.getAmount().multiply(fraction()), rounding);
    }

    /**
     * The selling price that adds a percentage of the cost: cost × (1 + p). Cost 80 at 20 % is 96.
     *
     * @param decimals the decimals of the result, 0 to 6; rounded once
     */
    public static UnitPrice markUp(UnitPrice cost, Percent percent, int decimals, RoundingMode rounding) {
        return cost.times(BigDecimal.ONE.add(percent.fraction()), decimals, rounding);
    }

    /**
     * The selling price of which a percentage is margin: cost + cost × p / (1 − p), that is cost / (1 − p). Cost 80 at
     * 20 % is 100.
     *
     * @param decimals the decimals of the result, 0 to 6; rounded once
     * @throws io.github.crmkit.kernel.RuleViolationsException {@code percent-margin} at 100 % and above: no price has
     *     such a margin
     */
    public static UnitPrice margin(UnitPrice cost, Percent percent, int decimals, RoundingMode rounding) {
        BigDecimal left = percent.left();
        if (left.signum() <= 0) {
            throw RULE.refuse("margin", "must be less than 100 for a margin");
        }
        return UnitPrice.of(cost.currency(), cost.amount().divide(left, decimals, rounding));
    }

    /** Whether this is 0 %. */
    public boolean isZero() {
        return value.signum() == 0;
    }

    /** Whether this is less than 0 %. */
    public boolean isNegative() {
        return value.signum() < 0;
    }

    @Override
    public int compareTo(Percent other) {
        return value.compareTo(other.value);
    }

    /** Percent points and the sign, for example {@code 14.5 %}. */
    @Override
    public String toString() {
        return value.toPlainString() + " %";
    }
}
