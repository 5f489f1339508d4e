package io.github.crmkit.totals;

import org.joda.money.Money;

/**
 * What is taxed alike.
 *
 * @param taxClass category and rate
 * @param net the taxable amount
 * @param tax the tax on it
 */
public record TaxTotal(TaxClass taxClass, Money net, Money tax) {}
