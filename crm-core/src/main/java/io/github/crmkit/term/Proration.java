package io.github.crmkit.term;

/**
 * How a part of a billing month counts. A whole billing month, from one billing day to the next, is always 1.
 *
 * <p>None of them counts a part for less than nothing or for more than a month.
 */
public enum Proration {
    /** Its days of the days which that billing month has: 8 days of 31 are 8/31. Parts of one month add up exactly. */
    ACTUAL_DAYS("by actual days") {
        @Override
        Fraction part(long days, long length) {
            return Fraction.of(days, length);
        }
    },
    /** Its days of 30, whichever month it is. */
    THIRTY_DAYS("by months of 30 days") {
        @Override
        Fraction part(long days, long length) {
            return Fraction.of(Math.min(days, THIRTY), THIRTY);
        }
    },
    /** A month that has begun counts whole. */
    MONTHS_BEGUN("by months begun") {
        @Override
        Fraction part(long days, long length) {
            return Fraction.ONE;
        }
    },
    /** Only whole months count. */
    WHOLE_MONTHS("by whole months") {
        @Override
        Fraction part(long days, long length) {
            return Fraction.ZERO;
        }
    };

    private static final long THIRTY = 30;

    private final String words;

    Proration(String words) {
        this.words = words;
    }

    /**
     * What a part of a billing month counts.
     *
     * @param days more than 0, less than the length
     * @param length the days of that billing month
     */
    abstract Fraction part(long days, long length);

    /** In words, for example {@code by actual days}. */
    public String words() {
        return words;
    }
}
