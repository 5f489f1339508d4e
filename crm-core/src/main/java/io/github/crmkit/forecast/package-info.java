/**
 * What deals add up to: forecasts by category and weighted, win rates, best sellers.
 *
 * <p>A {@link Forecast} is the open deals expected to be decided within a period and the deals won in it, per seller and in
 * all. {@link ForecastTotals} shows it in two ways that are never added together: by category, alone and cumulated, and
 * weighted by the probability in effect. What is missing an amount or a date is counted, never dropped silently.
 *
 * <p>A {@link WinRate} is of the deals decided within some days; where none was, there is no rate, which is not zero.
 *
 * <p>Currencies are kept apart, or converted with stated rates. Everything is a pure fold over deals; {@link
 * ForecastService} folds those that its caller sees. Leans on kernel, money, time, query, access, pipeline and
 * opportunity.
 */
@NullMarked
package io.github.crmkit.forecast;

import org.jspecify.annotations.NullMarked;
