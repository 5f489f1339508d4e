package io.github.crmkit.money;

import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.Violations;
import java.math.BigDecimal;

/**
 * What a decimal of one kind must keep to: how many decimals, how many digits before the point, and one normal form so
 * that equal values are equal objects. The limits also keep a hostile exponent from filling the memory.
 *
 * @param subject the name of the kind, for example {@code unit price}; its codes start with it in kebab case
 * @param maxScale the most decimals allowed, inclusive
 */
record DecimalRule(String subject, int maxScale) {

    /** The most digits before the point. */
    static final int MAX_INTEGER_DIGITS = 18;

    private static final int MAX_TEXT = 60;

    /** The value without trailing zeros, but with at least so many decimals. */
    BigDecimal normalise(BigDecimal value, int minScale) {
        if (value.scale() >= 0
                && value.scale() <= minScale
                && value.precision() - value.scale() <= MAX_INTEGER_DIGITS) {
            return value.scale() == minScale ? value : value.setScale(minScale); // nothing that could be dropped
        }
        BigDecimal stripped = value.stripTrailingZeros();
        boolean fine = stripped.scale() <= maxScale;
        boolean small = (long) stripped.precision() - stripped.scale() <= MAX_INTEGER_DIGITS;
        if (!fine || !small) {
            // the codes are put together only here: prices are made by the thousand
            new Violations()
                    .require(fine, "", code("scale"), "must have at most " + maxScale + " decimals")
                    .require(
                            small,
                            "",
                            code("range"),
                            "must have at most " + MAX_INTEGER_DIGITS + " digits before the point")
                    .throwIfAny(subject);
        }
        return stripped.setScale(Math.max(stripped.scale(), minScale));
    }

    /** Reads an optional sign, ASCII digits, and a point with digits; no exponent and no grouping. */
    BigDecimal parse(String text) {
        if (text.length() > MAX_TEXT || !isPlain(text)) {
            throw refuse("format", "must be digits with an optional sign and decimal point");
        }
        return new BigDecimal(text);
    }

    private static boolean isPlain(String text) {
        boolean signed = text.startsWith("+") || text.startsWith("-");
        int point = text.indexOf('.');
        return point < 0
                ? isDigits(text, signed ? 1 : 0, text.length())
                : isDigits(text, signed ? 1 : 0, point) && isDigits(text, point + 1, text.length());
    }

    private static boolean isDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return from < to;
    }

    RuleViolationsException refuse(String problem, String message) {
        return new RuleViolationsException(
                subject, new Violations().add("", code(problem), message).list());
    }

    private String code(String problem) {
        return subject.replace(' ', '-') + "-" + problem;
    }
}
