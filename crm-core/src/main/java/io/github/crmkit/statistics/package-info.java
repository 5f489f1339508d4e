/**
 * What can honestly be said from a sample: how often something happened, and how long or how much it was.
 *
 * <p>A {@link Proportion} is counted, never estimated: so many out of so many. It gives its rate, the
 * {@link Interval} the true rate lies in, and a rate drawn towards what is known already while the sample is small. A
 * {@link Distribution} keeps durations or numbers in order and gives their median and percentiles by a
 * {@link PercentileMethod} that has a name. From nothing they say nothing: no rate, no median, not zero.
 *
 * <p>These are measurements, not money, so they are doubles; amounts never come here. The same sample in any order
 * gives the same bits.
 */
@NullMarked
package io.github.crmkit.statistics;

import org.jspecify.annotations.NullMarked;
