package io.github.crmkit.money;

/** How a cost was found. */
public enum CostBasis {
    /** What it is planned to cost, set for a period. */
    STANDARD,
    /** What the last one bought cost. */
    CURRENT,
    /** What those in stock cost on average. */
    AVERAGE
}
