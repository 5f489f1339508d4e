/**
 * How likely a deal is to be won, learnt from the deals that were decided, with a reason for every part of the number.
 *
 * <p>A {@link Case} is a decided deal with what was known when it reached each stage, never with what was known when it was
 * closed. A won deal counts in every stage, a lost one in its stage and all before it. A {@link ScoreModel} answers
 * for an open deal, told as {@link Evidence}: {@link NaiveBayes} counts, so a case is unlearnt exactly and in any
 * order; {@link LogisticModel} weighs the same features against each other.
 *
 * <p>The answer is a {@link Score}, whose {@link Contribution}s in log-odds add up to it, or {@link InsufficientData}. A
 * {@link Segment} with few decided deals leaves the answer to the one around it, a value that was seen seldom says
 * nothing, and a probability is never 0 or 1. A {@link Backtest} tells what the scores were worth.
 *
 * <p>{@link ScoreService} is the door: by a {@link ScorePlan} it reads the paths of the deals that the caller sees, learns,
 * and writes what a model says beside the other probabilities of a deal. All of the above works without it. Leans on track,
 * opportunity, pipeline and statistics.
 */
@NullMarked
package io.github.crmkit.score;

import org.jspecify.annotations.NullMarked;
