/**
 * Price books, their prices, and what a product costs today: a number with its proof, or a reason why there is none.
 *
 * <p>A {@link PriceBook} has one currency for life; retail and wholesale are just two books. A {@link PriceEntry} prices
 * one unit of a product from a quantity on, over some days; no two active entries claim the same days. {@link Pricing} is
 * pure: book, product, entries and a {@link PriceRequest} go in, a {@link PriceResult} comes out. The order is list price,
 * tier, discount, manual price; only a discount calculates, the others replace. Tiers are volume tiers with half-open
 * lower bounds: the whole quantity takes the highest tier that it reaches.
 *
 * <p>A {@link Price} holds the {@link PriceStep}s that fold to its net exactly; every other candidate is {@link Rejected}
 * with its reason. {@link NoPrice} is a typed outcome, never zero.
 *
 * <p>{@link PriceBookService} keeps the books, {@link PricingService} their entries and the asking; a {@link PriceSheet}
 * lets other features price within their own unit of work. Leans on catalog, money, time, query, storage and access.
 */
@NullMarked
package io.github.crmkit.pricing;

import org.jspecify.annotations.NullMarked;
