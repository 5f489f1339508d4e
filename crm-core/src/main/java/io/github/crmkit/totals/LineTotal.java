package io.github.crmkit.totals;

import org.joda.money.Money;

/**
 * One line as it comes out of the sum; the parts of all lines sum to the document's totals exactly.
 *
 * @param amount the line amount that went in
 * @param discount the line's part of the document discount
 * @param net without tax, after the discount
 * @param tax the line's part of the tax
 */
public record LineTotal(Money amount, Money discount, Money net, Money tax) {}
