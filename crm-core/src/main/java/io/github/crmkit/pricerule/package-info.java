/**
 * Rules that change prices, as data.
 *
 * <p>A {@link RuleSet} holds {@link PriceRule}s and says what they do together ({@link Stacking}). A rule says for whom and on
 * what it is ({@link Target}), for which quantities and days, under which condition, and what it does ({@link Effect}).
 * Neither is ever removed, since prices that were given name them.
 *
 * <p>A condition is a filter over a {@link PricingContext}, written in the one filter language with the words of
 * {@link PricingFields}, which a host extends by {@link CustomField}s. It is read when a rule is saved, so that an unknown
 * field is refused there.
 *
 * <p>{@link RuleSetService} keeps the sets, {@link PriceRuleService} their rules; every change of a rule touches its set.
 * Which rules concern a line is found in {@code rulebook}, what they lead to in {@code pricing}. Leans on pricebook,
 * promotion, catalog, party and query.
 */
@NullMarked
package io.github.crmkit.pricerule;

import org.jspecify.annotations.NullMarked;
