package io.github.crmkit.money;

import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.Violations;
import java.math.BigDecimal;
import java.util.regex.Pattern;

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
    private static final Pattern PLAIN = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");

    /** The value without trailing zeros, but with at least so many decimals. */
    BigDecimal normalise(BigDecimal value, int minScale) {
        BigDecimal stripped = value.stripTrailingZeros();
        Violations problems = new Violations();
        problems.require(
                stripped.scale() <= maxScale, "", code("scale"), "must have at most " + maxScale + " decimals");
        problems.require(
                (long) stripped.precision() - stripped.scale() <= MAX_INTEGER_DIGITS,
                "",
                code("range"),
                "must have at most " + MAX_INTEGER_DIGITS + " digits before the point");
        problems.throwIfAny(subject);
        return stripped.setScale(Math.max(stripped.scale(), minScale));
    }

    /** Reads an optional sign, ASCII digits, and a point with digits; no exponent and no grouping. */
    BigDecimal parse(String text) {
        if (text.length() > MAX_TEXT || !PLAIN.matcher(text).matches()) {
            throw refuse("format", "must be digits with an optional sign and decimal point");
        }
        return new BigDecimal(text);
    }

    RuleViolationsException refuse(String problem, String message) {
        return new RuleViolationsException(
                subject, new Violations().add("", code(problem), message).list());
    }

    private String code(String problem) {
        return subject.replace(' ', '-') + "-" + problem;
    }
}
