/**
 * Which rules concern a line, in which order, and why not the others.
 *
 * <p>A {@link RuleBook} is made once from sets and rules, and then asked for line after line, by any number of threads. It
 * finds rules by whom and what they are for, by the quantity, and by what their conditions demand to be equal, so that asking
 * costs little more with ten times as many rules; a {@link Shortlist} has those for one buyer and one article, for whoever asks
 * for many lines of them. {@link Selection} holds those of one set that apply, the best ranked first,
 * and the {@link Selection.Tie} where rank alone does not say which; {@link Dismissed} says why a rule does not apply.
 *
 * <p>Nothing here depends on the order in which rules were given. What the rules do to a price is calculated elsewhere. Leans
 * on pricerule, promotion, query and access.
 */
@NullMarked
package io.github.crmkit.rulebook;

import org.jspecify.annotations.NullMarked;
