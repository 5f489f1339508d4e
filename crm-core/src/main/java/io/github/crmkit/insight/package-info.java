/**
 * What history teaches: how deals convert, how long they take, how often they are won, and which ones are neglected.
 *
 * <p>A {@link Journey} is what became of one deal by a moment: the stages it visited, and how it stood. From journeys come
 * {@link StageConversion}, {@link StageTimes}, {@link Funnel}, {@link CycleLength}, {@link WinRates}, {@link Velocity} and
 * {@link Coverage}: pure folds in any order, whose parts add up to the whole. Deals that are still open are censored: they
 * are counted, and part of no rate and of no length.
 *
 * <p>A {@link Rate} tells its interval, and says when its sample is too small; so do {@link Days}. Nothing comes of
 * nothing: no rate, no median, not zero. A {@link Finding} says what is amiss with a deal as it stands now.
 *
 * <p>{@link InsightService} is the door; it reads what its caller sees, within a {@link Slice}. Leans on opportunity,
 * track, forecast, pipeline, statistics, money and time.
 */
@NullMarked
package io.github.crmkit.insight;

import org.jspecify.annotations.NullMarked;
