/**
 * The words every other room uses: typed ids, the tenant, the caller, a change with its events, and refusals.
 *
 * <p>An aggregate is an immutable record with an {@link Id} and a {@link Stamp}. Its decisions return a {@link Change}:
 * the state before, the state after, and the {@link Event}s that say what happened. Nothing in this package stores
 * anything, reads a clock by itself, or holds static mutable state.
 *
 * <p>A refusal is always a {@link CrmException} with a stable {@link CrmException#code() code}; bad input is refused
 * with every {@link Violation} at once.
 *
 * <p>Leans on nothing else in this library.
 */
@NullMarked
package io.github.crmkit.kernel;

import org.jspecify.annotations.NullMarked;
