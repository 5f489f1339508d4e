/**
 * What is wrong with price books and rules before anybody asks for a price.
 *
 * <p>{@link io.github.crmkit.pricelint.PriceLint} is pure: a {@link io.github.crmkit.lint.PriceState} goes in, a
 * {@link io.github.crmkit.lint.LintReport} comes out: gaps and overlaps of tiers and days, circles and missing rates of derived
 * books, agreed prices that overlap or are never asked for, rules that can never decide, ties of rules, discounts on block
 * prices, totals that fall where more is bought. Each finding has a {@link io.github.crmkit.lint.Witness}: a line that shows it when it is priced or the rules are asked.
 *
 * <p>A rulebook looks for the rules of one line. Here it is the other way round: {@code LineSearch} looks for a line of some
 * rules, among {@code Rivals}, the rules of a set that may go before each other, and {@code Neighbours}, those whose bands and
 * demands have something in common. Pairs are asked for, not points, so the two have no index to share.
 *
 * <p>Nothing is searched by trying all lines. Rules are boxes of days and quantities, cut out of each other; where conditions
 * ask for other facts, one value stands for all that no condition can tell apart. What depends on prices is priced by the
 * engine itself, where a tier or a rule begins or ends. What that cannot decide is reported as undecided, never as a finding.
 * Leans on pricing, rulebook, pricerule, agreement, promotion, pricebook and catalog.
 */
@NullMarked
package io.github.crmkit.pricelint;

import org.jspecify.annotations.NullMarked;
