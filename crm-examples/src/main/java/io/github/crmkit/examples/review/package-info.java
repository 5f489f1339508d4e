/**
 * Works with what was loaded, and tells it as text: converts the qualified leads, quotes one deal from two price books,
 * moves deals that are due, and lays out the pipeline, its movement, the funnel, the forecast, the win rate, the best
 * sellers and the sales by seller, product and quarter as tables. Each {@link Part} is told once more, with charts, on the
 * page that {@link Review} gives back.
 *
 * <p>{@link Review} runs the parts in their order. Every part can be run again: what was done before is found and told,
 * not done twice. A part for which the folder has no data says so in a sentence. All numbers are asked of the CRM, none
 * of the files; which product a deal is about is what the folder says.
 *
 * <p>Leans on {@code load} for what was loaded, on {@code console} for tables and on {@code page} for charts.
 */
@NullMarked
package io.github.crmkit.examples.review;

import org.jspecify.annotations.NullMarked;
