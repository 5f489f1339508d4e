package io.github.crmkit.statistics;

/** How a percentile is found in a sample of n values, which textbooks and programs do not agree on. */
public enum PercentileMethod {
    /**
     * The smallest value that at least so many percent of the sample do not exceed: the one at rank ⌈n × percent / 100⌉, and
     * the smallest of all for 0. Always a value of the sample. The median of 1, 2, 3, 4 is 2.
     */
    NEAREST_RANK,

    /**
     * On the straight line between the two values beside position (n − 1) × percent / 100, counted from 0: type 7 of
     * Hyndman and Fan (1996), as spreadsheets and most programs do. The median of 1, 2, 3, 4 is 2.5.
     */
    LINEAR
}
