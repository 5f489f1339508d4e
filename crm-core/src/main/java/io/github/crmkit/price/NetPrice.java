package io.github.crmkit.price;

import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What a line costs, without saying why: the same number that a {@link Price} proves.
 *
 * @param net of {@code per} units, at most 6 decimals
 * @param per how many units the price is for
 * @param amount the quantity at the net price, rounded once to the decimals of the currency
 */
public record NetPrice(ProductId product, CurrencyUnit currency, BigDecimal net, BigDecimal per, BigDecimal amount)
        implements NetResult {

    /** The net price as it is kept. */
    public UnitPrice price() {
        return UnitPrice.of(currency, net);
    }

    /** How many units it is for, as it is kept. */
    public Quantity units() {
        return Quantity.of(per);
    }

    /** The amount of the line. */
    public Money money() {
        return Money.of(currency, amount, RoundingMode.UNNECESSARY);
    }
}
