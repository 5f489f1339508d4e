package io.github.crmkit.pricebook;

import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.Violations;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rounds a price to a multiple of an amount, or to what ends in certain digits: every price that it makes is a whole number
 * of times {@code multiple}, plus {@code ending}. To end in 9.99 is a multiple of 10, plus 9.99.
 *
 * <p>A price below zero is rounded as its mirror image, so that a credit cancels its charge, and zero stays zero. Nothing
 * else becomes zero: what is less than the lowest such price becomes that one, whatever the mode.
 *
 * @param multiple greater than 0, at most 6 decimals, no trailing zeros
 * @param ending 0 or more and less than the multiple, at most 6 decimals, no trailing zeros; 0 for the multiples themselves
 */
public record PriceRounding(Mode mode, BigDecimal multiple, BigDecimal ending) {

    /** Which of the two prices around is taken. */
    public enum Mode {
        /** The one farther from zero. */
        UP(RoundingMode.UP),
        /** The one nearer to zero. */
        DOWN(RoundingMode.DOWN),
        /** The nearer one of both; from the middle the one farther from zero. */
        NEAREST(RoundingMode.HALF_UP);

        private final RoundingMode rounding;

        Mode(RoundingMode rounding) {
            this.rounding = rounding;
        }

        /** The mode in lower case. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String ENDING = " ending ";
    private static final String DIGITS = "([0-9]{1,18}(?:\\.[0-9]{1,6})?)";
    private static final Pattern TEXT = Pattern.compile("(up|down|nearest) " + DIGITS + "(?:" + ENDING + DIGITS + ")?");

    /**
     * @throws RuleViolationsException with everything that is wrong with it: {@code positive} for a multiple that is not,
     *     {@code negative} for an ending below 0, {@code out-of-range} for one that is not less than the multiple,
     *     {@code amount-scale} and {@code amount-range}
     */
    public PriceRounding {
        Violations problems = new Violations();
        multiple = PriceFormula.amount(multiple, "multiple", problems);
        ending = PriceFormula.amount(ending, "ending", problems);
        problems.require(multiple.signum() > 0, "multiple", "positive", "must be greater than 0");
        problems.require(ending.signum() >= 0, "ending", "negative", "must not be negative");
        problems.require(
                multiple.signum() <= 0 || ending.compareTo(multiple) < 0,
                "ending",
                "out-of-range",
                "must be less than the multiple");
        problems.throwIfAny("price rounding");
    }

    /** To a whole number of times this amount. */
    public static PriceRounding toMultiple(Mode mode, BigDecimal multiple) {
        return new PriceRounding(mode, multiple, BigDecimal.ZERO);
    }

    /**
     * To what ends in these digits: 0.99 makes 12.99, and 9.5 makes 19.5.
     *
     * @param ending 0 or more; prices are apart by the lowest power of ten that is greater than it, 1 at least
     */
    public static PriceRounding endingIn(Mode mode, BigDecimal ending) {
        BigDecimal apart = BigDecimal.ONE;
        while (apart.compareTo(ending) <= 0 && apart.precision() <= PriceFormula.MAX_DIGITS) {
            apart = apart.multiply(BigDecimal.TEN);
        }
        return new PriceRounding(mode, apart, ending);
    }

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws RuleViolationsException {@code price-rounding-format} for any other text, and as the constructor
     */
    public static PriceRounding parse(String text) {
        Matcher read = TEXT.matcher(text);
        if (!read.matches()) {
            throw new RuleViolationsException(
                    "price rounding",
                    new Violations()
                            .add("", "price-rounding-format", "must be up, down or nearest, a multiple and its ending")
                            .list());
        }
        String ending = read.group(3);
        return new PriceRounding(
                Mode.valueOf(read.group(1).toUpperCase(Locale.ROOT)),
                new BigDecimal(read.group(2)),
                ending == null ? BigDecimal.ZERO : new BigDecimal(ending));
    }

    /** The price that this one is rounded to, exactly; −x is rounded to the negative of what x is rounded to. */
    public BigDecimal round(BigDecimal price) {
        BigDecimal size = price.abs();
        if (size.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal lowest = ending.signum() > 0 ? ending : multiple;
        BigDecimal rounded = size.compareTo(lowest) <= 0
                ? lowest
                : size.subtract(ending)
                        .divide(multiple, 0, mode.rounding)
                        .multiply(multiple)
                        .add(ending);
        return price.signum() < 0 ? rounded.negate() : rounded;
    }

    /** Mode, multiple and, where it has one, ending: {@code nearest 10}, {@code up 10 ending 9.99}. */
    @Override
    public String toString() {
        String text = mode.word() + " " + multiple.toPlainString();
        return ending.signum() == 0 ? text : text + ENDING + ending.toPlainString();
    }
}
