/**
 * What can honestly be said from a sample: how often something happened, how long or how much it was, what it depends on,
 * and how well it had been foretold.
 *
 * <p>A {@link Proportion} is counted, never estimated: so many out of so many. It gives its rate, the
 * {@link Interval} the true rate lies in, and a rate drawn towards what is known already while the sample is small. A
 * {@link Distribution} keeps durations or numbers in order and gives their median and percentiles by a
 * {@link PercentileMethod} that has a name. A {@link LogisticRegression} says how a rate depends on what is true of a
 * case; a {@link Calibration} holds probabilities against what came. From nothing they say nothing: no rate, no
 * median, not zero.
 *
 * <p>These are measurements, not money, so they are doubles; amounts never come here. The same sample in any order
 * gives the same bits.
 */
@NullMarked
package io.github.crmkit.statistics;

import org.jspecify.annotations.NullMarked;
