/**
 * What a line costs: a number with its proof, or a reason why there is none.
 *
 * <p>{@link Pricing} is pure: book, product, entries and a {@link PriceRequest} go in, a {@link PriceResult} comes out. The
 * order is list price, tier, discount, manual price; only a discount calculates, the others replace. Tiers are volume tiers
 * with half-open lower bounds: the whole quantity takes the highest tier that it reaches.
 *
 * <p>A {@link Price} holds the {@link PriceStep}s that fold to its net exactly; every other candidate is
 * {@link PriceResult.Rejected} with its reason. {@link NoPrice} is a typed outcome, never zero.
 *
 * <p>{@link PricingService} is the door; a {@link PriceSheet} lets other features price within their own unit of work.
 * Leans on pricebook, catalog, money and access.
 */
@NullMarked
package io.github.crmkit.pricing;

import org.jspecify.annotations.NullMarked;
