package io.github.crmkit.pricerule;

/**
 * What the rules of one set that apply to a line do together. Never depends on the order in which they were stored: rules are
 * ranked by how specific they are, then by priority, and a tie that would decide is refused.
 */
public enum Stacking {
    /** The best ranked rule alone. */
    FIRST,
    /** All of them, in the order of their rank, each on the result of the one before. */
    CASCADE,
    /** Their percentages of the price that the set starts with are added up. */
    ADDITIVE,
    /** The one that leads to the lowest net price. */
    BEST;

    /** Whether the order of equally ranked rules would change the outcome. */
    public boolean dependsOnOrder() {
        return this == FIRST || this == CASCADE;
    }
}
