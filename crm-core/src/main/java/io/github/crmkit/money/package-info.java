/**
 * Exact money: unit prices, quantities, percentages, allocation, totals by currency and exchange rates.
 *
 * <p>An amount is a {@link org.joda.money.Money}: it always carries its currency and has the decimals of that currency.
 * A {@link UnitPrice} may be finer, a {@link Quantity} times a unit price is rounded once to an amount. Nothing here
 * comes from a {@code double}.
 *
 * <p>Amounts of two currencies are never added: a {@link MoneyBag} keeps one total for each currency, an
 * {@link ExactSum} does the same without rounding on the way, and {@link ExchangeRates} convert with a stated rate, day
 * and source or refuse. Whatever is shared out goes through {@link Allocation}, so the parts always sum to the whole.
 *
 * <p>Leans on the kernel's refusals and on joda-money.
 */
@NullMarked
package io.github.crmkit.money;

import org.jspecify.annotations.NullMarked;
