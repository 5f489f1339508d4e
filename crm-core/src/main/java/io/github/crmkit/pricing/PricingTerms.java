package io.github.crmkit.pricing;

import io.github.crmkit.money.ExchangeRates;
import io.github.crmkit.pricerule.PricingFields;

/**
 * What a host hands to the pricing of all its tenants.
 *
 * @param rates where exchange rates come from, for books that are derived from books in other currencies
 * @param fields the words that the conditions of rules may use
 */
public record PricingTerms(ExchangeRates rates, PricingFields fields) {

    /** No rates, and no fields of the host's own. */
    public static PricingTerms standard() {
        return new PricingTerms(ExchangeRates.none(), PricingFields.standard());
    }
}
