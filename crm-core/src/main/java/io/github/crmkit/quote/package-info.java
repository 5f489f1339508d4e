/**
 * Quotes: what we offer a customer for a deal, at which prices, until when.
 *
 * <p>A quote is drafted from a deal and one price book, a named one or the one that the customer has; book and currency are
 * fixed from the first line on. What its prices rest on besides (coupons, channel, promotions …) is its {@link QuoteBasis}. Each
 * line keeps the whole {@link io.github.crmkit.price.Price} it was given, with the proof why it is what it is, and beside it
 * the price that somebody set by hand, if any. From the moment it is sent nothing on it changes.
 *
 * <p>Draft, in approval, approved, sent; then accepted, rejected, expired, superseded or cancelled: see
 * {@link QuoteStatus#LIFECYCLE}. A sent quote holds through the end of its last day in the seller's zone; whether it has
 * expired is worked out when asked, no job sets it. Accepting a quote wins its deal at the quote's net total and redeems
 * the promotions that its prices use, in the same unit of work. {@link QuoteWorth} tells what it is worth a month and a year.
 *
 * <p>Leans on opportunity, pricing, promotion, catalog, term and the one totals engine.
 */
@NullMarked
package io.github.crmkit.quote;

import org.jspecify.annotations.NullMarked;
