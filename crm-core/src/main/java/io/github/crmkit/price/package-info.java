/**
 * What is asked and what is answered: a number with its proof, or a reason why there is none.
 *
 * <p>A {@link PriceRequest} is one line as it came in. A {@link Price} holds the {@link PriceStep}s that fold to its net
 * exactly, calculating each of them again; every other candidate is {@link PriceResult.Rejected} with its reason.
 * {@link NoPrice} is a typed outcome, never zero. Where nobody asks why, a {@link NetPrice} is the number alone.
 *
 * <p>A price is for one unit, or for as many units as were priced together: 918.00 for 101. {@link ProofText} reads it aloud,
 * {@link PriceDifference} tells two prices of the same line apart step by step.
 *
 * <p>How a price comes about is no matter of this room. Leans on money, term, catalog and pricebook.
 */
@NullMarked
package io.github.crmkit.price;

import org.jspecify.annotations.NullMarked;
