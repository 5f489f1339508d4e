/**
 * What is looked at when price books and rules are checked, and what is found: values, no looking.
 *
 * <p>A {@link io.github.crmkit.lint.PriceState} goes in: books, entries, products and rules as they stand, for some days. A
 * {@link io.github.crmkit.lint.LintReport} comes out: {@link io.github.crmkit.lint.Finding}s, each with its kind, what it is
 * about, a sentence for whoever keeps the prices, and a {@link io.github.crmkit.lint.Witness}: a line that shows it when it
 * is priced. What could not be decided is told apart from what is wrong. The looking itself is pricelint's, as the making of
 * prices is pricing's and not price's. Leans on rulebook, pricerule, promotion, pricebook and catalog.
 */
@NullMarked
package io.github.crmkit.lint;

import org.jspecify.annotations.NullMarked;
