/**
 * What is sold for a time: how many months a term has, what a price for a period comes to over it, and what it is worth a
 * month, a year, and in all.
 *
 * <p>A {@link ServiceTerm} is some days, billed on one day of the month. A {@link Proration} names how a partial month
 * counts; the result is an exact {@link Fraction}, rounded only where an amount is made of it. A {@link Ramp} is a row of
 * {@link Segment}s without a gap, each with a quantity and a price of its own. {@link Recurrence} tells what it is worth:
 * monthly and yearly recurring revenue, which change from segment to segment, and the value of the whole contract.
 *
 * <p>All of it is pure. Leans on money and time.
 */
@NullMarked
package io.github.crmkit.term;

import org.jspecify.annotations.NullMarked;
