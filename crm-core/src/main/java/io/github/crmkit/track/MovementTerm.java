package io.github.crmkit.track;

import java.util.Locale;

/**
 * A line of a movement statement. What comes in adds to the start, what goes out takes away from it, and the rest is the end.
 */
public enum MovementTerm {
    /** What was there at the beginning. */
    START(1),
    /** Deals that came into being, or came back after they had been removed. */
    CREATED(1),
    /** Deals that were decided and are open again. */
    REOPENED(1),
    /** By how much amounts grew; a deal counts once for each time. */
    INCREASED(1),
    /** By how much amounts shrank; a deal counts once for each time. */
    DECREASED(-1),
    /** Deals whose expected day came to lie within the days that are looked at. */
    PULLED_IN(1),
    /** Deals whose expected day came to lie outside of the days that are looked at, whether later, earlier or unknown. */
    PUSHED_OUT(-1),
    WON(-1),
    LOST(-1),
    /** Deals that were removed. */
    REMOVED(-1),
    /** Deals that came from another owner or pipeline. */
    TRANSFERRED_IN(1),
    /** Deals that went to another owner or pipeline. */
    TRANSFERRED_OUT(-1),
    /** What was there at the end. */
    END(-1);

    private final int sign;

    MovementTerm(int sign) {
        this.sign = sign;
    }

    /** 1 for what adds, −1 for what takes away; all lines with their signs add up to zero. */
    public int sign() {
        return sign;
    }

    /** Whether its deals come or go. Those whose amount changes were there and stay. */
    public boolean movesDeals() {
        return this != INCREASED && this != DECREASED;
    }

    /** Whether deals went from one owner or pipeline to another. */
    public boolean isTransfer() {
        return this == TRANSFERRED_IN || this == TRANSFERRED_OUT;
    }

    /** The term as words. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
