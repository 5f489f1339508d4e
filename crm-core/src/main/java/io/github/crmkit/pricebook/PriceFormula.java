package io.github.crmkit.pricebook;

import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.money.Percent;
import io.github.crmkit.money.Rounding;
import io.github.crmkit.money.UnitPrice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Makes a price from another one, and says how: first the percentage, then the rounding, then the surcharge, then at least
 * the base plus the minimum margin, and last at most the base plus the maximum margin.
 *
 * <p>It calculates exactly on a base that is not rounded, and the result alone is rounded, half up, to the 6 decimals of a
 * unit price. (A margin on cost is a quotient, so it is rounded half up to 6 decimals where it is taken.) Amounts are in
 * the currency of the result. Zero is a margin, absent is none. JPY 1000 at 0.009502, to the nearest 10 and less 0.01, is
 * 9.99. The order is that of Odoo's price lists, which however take a margin of zero for none.
 *
 * <p>A surcharge below zero may take more than there is: the result is then negative, and whoever asks decides.
 *
 * @param adjust what the percentage is
 * @param percent percent points; 0 leaves the base as it is
 * @param rounding absent for none
 * @param surcharge added after rounding, any sign, at most 6 decimals; 0 for none
 * @param minimumMargin the result is at least base plus this; any sign, at most 6 decimals; absent for no such bound
 * @param maximumMargin the result is at most base plus this; absent for no such bound
 */
public record PriceFormula(
        Adjust adjust,
        Percent percent,
        @Nullable PriceRounding rounding,
        BigDecimal surcharge,
        @Nullable BigDecimal minimumMargin,
        @Nullable BigDecimal maximumMargin) {

    /** What a percentage does to the base. */
    public enum Adjust {
        /** Takes it off: base × (1 − p), p at most 100; a negative one is a mark-up. */
        DISCOUNT,
        /** Adds it: base × (1 + p), p at least −100. */
        MARK_UP,
        /** Makes it the margin of the result, the base being the cost: base / (1 − p), p less than 100. */
        MARGIN
    }

    /** What one step does. */
    public enum What {
        DISCOUNT("discount"),
        MARK_UP("mark-up"),
        MARGIN("margin"),
        ROUND("rounded"),
        SURCHARGE("surcharge"),
        MINIMUM("at least"),
        MAXIMUM("at most"),
        /** Brings the result to the 6 decimals of a unit price; only where it has more. */
        DECIMALS("decimals");

        private final String words;

        What(String words) {
            this.words = words;
        }

        /** The step in words. */
        public String words() {
            return words;
        }
    }

    /**
     * One step, exactly. A part that the formula has makes a step even where it changes nothing.
     *
     * @param operand what it was done with: percent points, the rounding as {@link PriceRounding#parse} reads it, the
     *     surcharge, the bound itself (base plus margin), or the number of decimals
     * @param before the price before, not rounded, no trailing zeros
     * @param after the price after, not rounded, no trailing zeros
     */
    public record Step(What what, String operand, BigDecimal before, BigDecimal after) {

        public Step {
            before = plain(before);
            after = plain(after);
        }

        /** Does the step once more, from its operand alone; the same as {@link #after}. */
        public BigDecimal replay() {
            BigDecimal result = switch (what) {
                case DISCOUNT -> adjusted(Adjust.DISCOUNT, Percent.of(operand), before);
                case MARK_UP -> adjusted(Adjust.MARK_UP, Percent.of(operand), before);
                case MARGIN -> adjusted(Adjust.MARGIN, Percent.of(operand), before);
                case ROUND -> PriceRounding.parse(operand).round(before);
                case SURCHARGE -> before.add(new BigDecimal(operand));
                case MINIMUM -> before.max(new BigDecimal(operand));
                case MAXIMUM -> before.min(new BigDecimal(operand));
                case DECIMALS -> before.setScale(Integer.parseInt(operand), Rounding.COMMERCIAL);
            };
            return plain(result);
        }

        /** Whether the price is another one after it. */
        public boolean changes() {
            return before.compareTo(after) != 0;
        }

        /** The step to be read aloud: {@code discount 10 %: 108}, {@code rounded nearest 10: 110}. */
        @Override
        public String toString() {
            boolean points = what == What.DISCOUNT || what == What.MARK_UP || what == What.MARGIN;
            return what.words() + " " + operand + (points ? " %: " : ": ") + after.toPlainString();
        }
    }

    /** The most digits before the point that an amount may have. */
    static final int MAX_DIGITS = 18;

    /**
     * @throws RuleViolationsException with everything that is wrong with it: {@code out-of-range} for a percentage that
     *     would make a price negative, {@code percent-margin} for a margin of 100 % and more, {@code margin-order} for a
     *     minimum above the maximum, {@code amount-scale} and {@code amount-range} for amounts
     */
    public PriceFormula {
        Violations problems = new Violations();
        checkPercent(adjust, percent, problems);
        adjust = percent.isZero() ? Adjust.DISCOUNT : adjust;
        surcharge = amount(surcharge, "surcharge", problems);
        minimumMargin = minimumMargin == null ? null : amount(minimumMargin, "minimumMargin", problems);
        maximumMargin = maximumMargin == null ? null : amount(maximumMargin, "maximumMargin", problems);
        problems.require(
                minimumMargin == null || maximumMargin == null || minimumMargin.compareTo(maximumMargin) <= 0,
                "minimumMargin",
                "margin-order",
                "must not be above the maximum margin");
        problems.throwIfAny("price formula");
    }

    private static void checkPercent(Adjust adjust, Percent percent, Violations problems) {
        switch (adjust) {
            case DISCOUNT ->
                problems.require(
                        percent.compareTo(Percent.HUNDRED) <= 0, "percent", "out-of-range", "must be at most 100");
            case MARK_UP ->
                problems.require(
                        percent.compareTo(Percent.of(-100)) >= 0, "percent", "out-of-range", "must be at least -100");
            case MARGIN ->
                problems.require(
                        percent.compareTo(Percent.HUNDRED) < 0,
                        "percent",
                        "percent-margin",
                        "must be less than 100 for a margin");
        }
    }

    /** An amount without trailing zeros; notes what no unit price could hold. */
    static BigDecimal amount(BigDecimal value, String path, Violations problems) {
        BigDecimal stripped = value.stripTrailingZeros();
        boolean fine = stripped.scale() <= UnitPrice.MAX_SCALE;
        boolean small = (long) stripped.precision() - stripped.scale() <= MAX_DIGITS;
        problems.require(fine, path, "amount-scale", "must have at most " + UnitPrice.MAX_SCALE + " decimals");
        problems.require(small, path, "amount-range", "must have at most " + MAX_DIGITS + " digits before the point");
        return fine && small ? plain(stripped) : stripped; // writing out a huge power of ten would take all memory
    }

    /** The base as it is. */
    public static PriceFormula same() {
        return discount(Percent.ZERO);
    }

    /** The base less so much. */
    public static PriceFormula discount(Percent percent) {
        return new PriceFormula(Adjust.DISCOUNT, percent, null, BigDecimal.ZERO, null, null);
    }

    /** The base and so much more. */
    public static PriceFormula markUp(Percent percent) {
        return new PriceFormula(Adjust.MARK_UP, percent, null, BigDecimal.ZERO, null, null);
    }

    /** The price of which so much is margin, the base being the cost. */
    public static PriceFormula margin(Percent percent) {
        return new PriceFormula(Adjust.MARGIN, percent, null, BigDecimal.ZERO, null, null);
    }

    /** Rounded in this way. */
    public PriceFormula rounded(@Nullable PriceRounding how) {
        return new PriceFormula(adjust, percent, how, surcharge, minimumMargin, maximumMargin);
    }

    /** With this amount added after rounding. */
    public PriceFormula surcharge(BigDecimal amount) {
        return new PriceFormula(adjust, percent, rounding, amount, minimumMargin, maximumMargin);
    }

    /** At least the base plus this. */
    public PriceFormula minimumMargin(@Nullable BigDecimal amount) {
        return new PriceFormula(adjust, percent, rounding, surcharge, amount, maximumMargin);
    }

    /** At most the base plus this. */
    public PriceFormula maximumMargin(@Nullable BigDecimal amount) {
        return new PriceFormula(adjust, percent, rounding, surcharge, minimumMargin, amount);
    }

    /**
     * The price for a base, without the steps.
     *
     * @param currency of the base and the result
     * @param base exact, not rounded
     * @throws RuleViolationsException {@code unit-price-range} where the result has more than 18 digits before the point
     */
    public UnitPrice price(CurrencyUnit currency, BigDecimal base) {
        return UnitPrice.of(currency, run(base, null));
    }

    /** The price for a base, without the steps. */
    public UnitPrice price(UnitPrice base) {
        return price(base.currency(), base.amount());
    }

    /**
     * The steps from a base to its price, in order; each begins where the one before it ended, and the last one ends with
     * the price. None where the formula leaves the base as it is.
     *
     * @param base exact, not rounded
     */
    public List<Step> steps(BigDecimal base) {
        List<Step> steps = new ArrayList<>();
        run(base, steps);
        return List.copyOf(steps);
    }

    private BigDecimal run(BigDecimal base, @Nullable List<Step> steps) {
        BigDecimal price = base;
        if (!percent.isZero()) {
            price = note(steps, What.valueOf(adjust.name()), percent.value(), price, adjusted(adjust, percent, price));
        }
        if (rounding != null) {
            price = note(steps, What.ROUND, rounding, price, rounding.round(price));
        }
        if (surcharge.signum() != 0) {
            price = note(steps, What.SURCHARGE, surcharge, price, price.add(surcharge));
        }
        if (minimumMargin != null) {
            BigDecimal least = base.add(minimumMargin);
            price = note(steps, What.MINIMUM, least, price, price.max(least));
        }
        if (maximumMargin != null) {
            BigDecimal most = base.add(maximumMargin);
            price = note(steps, What.MAXIMUM, most, price, price.min(most));
        }
        if (price.scale() > UnitPrice.MAX_SCALE && plain(price).scale() > UnitPrice.MAX_SCALE) {
            BigDecimal kept = price.setScale(UnitPrice.MAX_SCALE, Rounding.COMMERCIAL);
            price = note(steps, What.DECIMALS, BigDecimal.valueOf(UnitPrice.MAX_SCALE), price, kept);
        }
        return price;
    }

    private static BigDecimal note(
            @Nullable List<Step> steps, What what, Object operand, BigDecimal before, BigDecimal after) {
        if (steps != null) {
            String text = operand instanceof BigDecimal number ? plain(number).toPlainString() : operand.toString();
            steps.add(new Step(what, text, before, after));
        }
        return after;
    }

    private static BigDecimal adjusted(Adjust adjust, Percent percent, BigDecimal base) {
        BigDecimal left = BigDecimal.ONE.subtract(percent.fraction());
        return switch (adjust) {
            case DISCOUNT -> base.multiply(left);
            case MARK_UP -> base.multiply(BigDecimal.ONE.add(percent.fraction()));
            case MARGIN -> base.divide(left, UnitPrice.MAX_SCALE, Rounding.COMMERCIAL);
        };
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** All that it does, in order: {@code discount 10 %, nearest 10, surcharge -0.01, at least base + 1}. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        if (!percent.isZero()) {
            parts.add(What.valueOf(adjust.name()).words() + " " + percent);
        }
        if (rounding != null) {
            parts.add(rounding.toString());
        }
        if (surcharge.signum() != 0) {
            parts.add("surcharge " + surcharge.toPlainString());
        }
        if (minimumMargin != null) {
            parts.add("at least base " + signed(minimumMargin));
        }
        if (maximumMargin != null) {
            parts.add("at most base " + signed(maximumMargin));
        }
        return parts.isEmpty() ? "as the base" : String.join(", ", parts);
    }

    private static String signed(BigDecimal margin) {
        return (margin.signum() < 0 ? "- " : "+ ") + margin.abs().toPlainString();
    }
}
