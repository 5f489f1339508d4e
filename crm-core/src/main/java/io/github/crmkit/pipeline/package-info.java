/**
 * The ways an organisation sells, as data: pipelines and their ordered stages.
 *
 * <p>Every {@link Stage} says what a deal in it is worth believing (a probability), where it counts in a forecast (a
 * {@link ForecastCategory}) and whether it is open, won or lost (an {@link Outcome}). The outcome is its own value and
 * never read off a probability of 0 % or 100 %. It may carry its name in other languages, the days after which a deal rots
 * in it, and its exit criteria: the {@link ExitQuestion}s to be answered and the {@link Stage.Fact}s to be known before a deal
 * goes on.
 *
 * <p>A {@link Pipeline} has an open stage to start in, a way to win and a way to lose; its names are unique within the
 * tenant, and one pipeline at most is the default. Stages are edited, reordered and switched off, never removed; a pipeline
 * is retired, so that no new deal starts in it, and restored. {@link Pipeline#shipped} is what a tenant gets that defined
 * nothing.
 *
 * <p>{@link Position} and {@link Probabilities} are what a deal keeps of the stage it is in.
 *
 * <p>Leans on kernel, money, query, lifecycle, storage and access. Deals lean on it and are unknown here.
 */
@NullMarked
package io.github.crmkit.pipeline;

import org.jspecify.annotations.NullMarked;
