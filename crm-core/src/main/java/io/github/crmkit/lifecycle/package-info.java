/**
 * State machines as tables: which state may follow which, and what else must hold.
 *
 * <p>A {@link Lifecycle} is a positive table over an enum: what is not allowed in it cannot happen. It is checked when it
 * is built, so a state that nothing leads to never ships. A {@link GuardedLifecycle} adds {@link Guard}s that look at the
 * subject, and answers the question of every screen: what may I do next, and why not the rest? ({@link Option}).
 *
 * <p>A forbidden move is refused with {@link IllegalTransitionException}, which says why. Asking for the state that the
 * subject has already is no move at all: {@link Lifecycle#isSame}.
 *
 * <p>A lifecycle draws itself as text and as a Mermaid diagram. Leans on the kernel only.
 */
@NullMarked
package io.github.crmkit.lifecycle;

import org.jspecify.annotations.NullMarked;
