package io.github.crmkit.money;

import java.math.BigDecimal;

/**
 * How many units: up to 6 decimals and 18 digits before the point. Negative for what comes back; zero is a value.
 *
 * <p>Trailing zeros are dropped, so 2, 2.0 and 2.000000 are the same quantity and equal after storage.
 *
 * @param value the number of units, normalised: no trailing zeros, scale 0 to 6
 */
public record Quantity(BigDecimal value) implements Comparable<Quantity> {

    /** The most decimals a quantity may have. */
    public static final int MAX_SCALE = 6;

    private static final DecimalRule RULE = new DecimalRule("quantity", MAX_SCALE);

    /** Nothing. */
    public static final Quantity ZERO = of(0);

    /** One unit. */
    public static final Quantity ONE = of(1);

    /**
     * @throws io.github.crmkit.kernel.RuleViolationsException {@code quantity-scale} with more than 6 decimals,
     *     {@code quantity-range} with more than 18 digits before the point
     */
    public Quantity {
        value = RULE.normalise(value, 0);
    }

    /** So many whole units. */
    public static Quantity of(long units) {
        return new Quantity(BigDecimal.valueOf(units));
    }

    /** So many units; refused as by the constructor. */
    public static Quantity of(BigDecimal units) {
        return new Quantity(units);
    }

    /** Reads plain digits such as {@code 12.5} or {@code -3}; anything else is refused as {@code quantity-format}. */
    public static Quantity parse(String text) {
        return new Quantity(RULE.parse(text));
    }

    /** The sum. */
    public Quantity plus(Quantity other) {
        return new Quantity(value.add(other.value));
    }

    /** The difference. */
    public Quantity minus(Quantity other) {
        return new Quantity(value.subtract(other.value));
    }

    /** The same quantity going the other way. */
    public Quantity negated() {
        return new Quantity(value.negate());
    }

    /** Whether this is nothing. */
    public boolean isZero() {
        return value.signum() == 0;
    }

    /** Whether this is less than nothing: a return. */
    public boolean isNegative() {
        return value.signum() < 0;
    }

    /** Whether this is more than nothing. */
    public boolean isPositive() {
        return value.signum() > 0;
    }

    @Override
    public int compareTo(Quantity other) {
        return value.compareTo(other.value);
    }

    /** Plain digits, for example {@code 12.5}; {@link #parse} reads them back. */
    @Override
    public String toString() {
        return value.toPlainString();
    }
}
