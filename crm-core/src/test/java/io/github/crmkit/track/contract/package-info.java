/**
 * The contract of the roll-ups over deals: however a store comes to its answers, they are those of the fold. Any adapter runs
 * it whole, by extending {@link RollupContractSuite}.
 *
 * <p>{@link Population} makes up deals and their pasts whose values meet often: equal moments, rows that were recorded late,
 * removals, changes of currency, of owner, of everything at once, and another tenant in which the same ids stand for other
 * deals. {@link Questions} asks about them, at the very moments and on the very days at which something happens.
 *
 * <p>That the cases can fail is shown on stores that answer wrongly, {@code BrokenAnswersTest}, and for an adapter with SQL on
 * statements that are wrong.
 */
@NullMarked
package io.github.crmkit.track.contract;

import org.jspecify.annotations.NullMarked;
