/**
 * Prices told aloud: what a price is made of and what was not taken, and what is wrong with prices before anybody asks for one.
 *
 * <p>{@link io.github.crmkit.examples.prices.SpokenPrices} opens a small shop in memory and reads its prices: from the book
 * through tier, rules, coupon and discount to the floor and the price by hand, from a contract, and in a bundle.
 * {@link io.github.crmkit.examples.prices.FlawedPrices} opens one in which nearly everything is wrong, and reads what the
 * linter says, each time with the line that shows it. Both come out the same in every run.
 */
@NullMarked
package io.github.crmkit.examples.prices;

import org.jspecify.annotations.NullMarked;
