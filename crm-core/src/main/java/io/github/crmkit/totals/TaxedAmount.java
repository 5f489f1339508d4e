package io.github.crmkit.totals;

import org.joda.money.Money;

/**
 * One line as it goes into the sum.
 *
 * @param amount the rounded line amount after line discounts, in the document's currency; of either sign
 * @param tax what decides its tax
 */
public record TaxedAmount(Money amount, TaxClass tax) {}
