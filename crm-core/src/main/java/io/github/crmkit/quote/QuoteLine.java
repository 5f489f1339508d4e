package io.github.crmkit.quote;

import io.github.crmkit.pricing.Price;
import io.github.crmkit.pricing.PriceRequest;
import io.github.crmkit.pricing.PriceStep;
import io.github.crmkit.totals.TaxClass;
import io.github.crmkit.totals.TaxedAmount;
import java.math.BigDecimal;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One line of a quote, as the product was when it was priced.
 *
 * @param sku the product's number
 * @param name the product's name
 * @param price quantity, unit price and amount, with the proof why
 * @param tax what decides its tax
 */
public record QuoteLine(String sku, String name, Price price, TaxClass tax) {

    /** The quantity at the net price, rounded to the decimals of the currency. */
    public Money amount() {
        return price.amount();
    }

    /** The same line to be priced again: the discount and the price set by hand are asked for once more. */
    DraftQuote.Line again() {
        PriceRequest request = PriceRequest.of(price.product(), price.quantity().value())
                .unit(price.unit())
                .discount(discount())
                .manual(price.manual() == null ? null : price.manual().value());
        return new DraftQuote.Line(request, tax);
    }

    private @Nullable BigDecimal discount() {
        return price.proof().stream()
                .filter(step -> step.kind() == PriceStep.Kind.DISCOUNT)
                .map(step -> new BigDecimal(step.operand()))
                .findFirst()
                .orElse(null);
    }

    TaxedAmount taxed() {
        return new TaxedAmount(amount(), tax);
    }
}
