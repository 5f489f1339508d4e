/**
 * Price books and what stands in them.
 *
 * <p>A {@link PriceBook} has one currency for life; retail and wholesale are just two books. A {@link PriceEntry} prices
 * one unit of a product from a quantity on, over some days; no two active entries claim the same days, and those that make
 * a price together agree on their {@link Tiering}. Neither is ever removed, since prices that were given name them.
 *
 * <p>A book may be derived from another one: a {@link PriceFormula} makes its prices from those of the base. No chain of
 * derivations leads back to where it began, whoever saves at the same time.
 *
 * <p>{@link PriceBookService} keeps the books, {@link PriceEntryService} what stands in them. What a line costs is found
 * elsewhere; here only the formula calculates. Leans on catalog, money, time, query, storage and access.
 */
@NullMarked
package io.github.crmkit.pricebook;

import org.jspecify.annotations.NullMarked;
