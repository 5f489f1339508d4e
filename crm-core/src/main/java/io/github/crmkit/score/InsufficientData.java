package io.github.crmkit.score;

import io.github.crmkit.statistics.Proportion;

/**
 * Even of all deals too few were decided to tell anything, or all of them the same way where a model needs both.
 *
 * @param decided how many were won of those that were decided
 * @param least how many there must be
 */
public record InsufficientData(Proportion decided, long least) implements Prediction {}
