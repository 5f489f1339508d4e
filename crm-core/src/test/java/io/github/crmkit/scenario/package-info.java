/**
 * One deal from end to end, through the porch alone, on whatever store it is given.
 *
 * <p>{@link io.github.crmkit.scenario.DealScenario} asserts each step and tells what it saw. What it tells on one store is
 * to be word for word what it tells on another.
 */
@NullMarked
package io.github.crmkit.scenario;

import org.jspecify.annotations.NullMarked;
