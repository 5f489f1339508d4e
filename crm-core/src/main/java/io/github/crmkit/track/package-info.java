/**
 * Deals through time: how the pipeline stood at any moment, what was believed then, and what moved between two moments.
 *
 * <p>Everything is folded from the {@link io.github.crmkit.opportunity.Standing rows} that every save of a deal leaves, and
 * that {@link ImportHistory} adds for the time before. A {@link DealPath} is what one deal went through; a
 * {@link Viewpoint} says as of when, and as known when; a {@link PipelineCube} is a pipeline at one moment; a
 * {@link Movement} leads from one moment to another and always balances.
 *
 * <p>The questions ({@link PipelineNow}, {@link PipelineThen}, {@link MovementBetween}) are roll-ups: they know how to answer
 * themselves, and a store may answer them in a shorter way.
 *
 * <p>{@link TrackService} is the door. Leans on opportunity, pipeline, storage, access, money and time; analytics lean on it.
 */
@NullMarked
package io.github.crmkit.track;

import org.jspecify.annotations.NullMarked;
