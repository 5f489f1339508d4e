package io.github.crmkit.money;

import java.math.RoundingMode;

/**
 * How amounts are rounded where nobody said otherwise, and which modes treat a refund like a charge.
 *
 * <p>A document stores the mode it was calculated with; every calculation in this library takes the mode as an argument.
 */
public final class Rounding {

    /** The default: to the nearest, halves away from zero. 0.125 becomes 0.13 and -0.125 becomes -0.13. */
    public static final RoundingMode COMMERCIAL = RoundingMode.HALF_UP;

    private Rounding() {}

    /**
     * Whether the mode rounds -x to the negative of what it makes of x. Only such a mode belongs on a document, where
     * a credit must cancel the charge; {@code FLOOR} and {@code CEILING} do not, and {@code UNNECESSARY} does not round.
     */
    public static boolean isSymmetric(RoundingMode mode) {
        return switch (mode) {
            case UP, DOWN, HALF_UP, HALF_DOWN, HALF_EVEN -> true;
            case FLOOR, CEILING, UNNECESSARY -> false;
        };
    }
}
