/**
 * How a line comes to its price.
 *
 * <p>A {@link PriceSheet} is a picture of all that is needed for some lines of one customer: books, products, entries,
 * agreements, rules. It prices a line, or all lines of a document together, with proof or without; both ways lead to the same
 * number. The order: the price of the book in its tiers, derived and converted where it does not stand in the book; the price
 * agreed with the account in its place; the term; the rule sets in their order; the discount that was asked for; floor and
 * ceiling; and beside it the price given by hand.
 *
 * <p>What stands in the way is a {@link io.github.crmkit.price.NoPrice} with its reason, never zero. Nothing is decided by the
 * order of rows: where two candidates claim the same, there is no price, and both are named.
 *
 * <p>{@link PricingService} is the door; other features price within their own unit of work from a sheet, which
 * a {@link SheetReading} reads: from the book that was named, or from the one that is assigned to the buyer. Leans on price,
 * rulebook, pricerule, promotion, agreement, pricebook, catalog and access.
 */
@NullMarked
package io.github.crmkit.pricing;

import org.jspecify.annotations.NullMarked;
