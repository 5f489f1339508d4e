package io.github.crmkit.quote;

import io.github.crmkit.catalog.Bundle;
import io.github.crmkit.price.Price;
import io.github.crmkit.price.PriceRequest;
import io.github.crmkit.price.PriceStep;
import io.github.crmkit.price.PricedLines;
import io.github.crmkit.term.ServiceTerm;
import io.github.crmkit.totals.TaxClass;
import io.github.crmkit.totals.TaxedAmount;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One line of a quote, as the product was when it was priced.
 *
 * @param sku the product's number
 * @param name the product's name
 * @param price quantity, unit price and amount, with the proof why
 * @param tax what decides its tax
 * @param role whether it was asked for, or comes with a line before it
 * @param chosen what was chosen, where it is a bundle that was configured
 * @param term the days for which it is sold; absent for what is sold once
 */
public record QuoteLine(
        String sku,
        String name,
        Price price,
        TaxClass tax,
        PricedLines.Role role,
        List<Bundle.Chosen> chosen,
        @Nullable ServiceTerm term) {

    public QuoteLine {
        chosen = List.copyOf(chosen);
    }

    /** A line that was asked for and is sold once, with nothing to choose. */
    public static QuoteLine of(String sku, String name, Price price, TaxClass tax) {
        return new QuoteLine(sku, name, price, tax, PricedLines.Role.ASKED, List.of(), null);
    }

    /** The days for which it is sold, where it is not sold once. */
    public Optional<ServiceTerm> soldFor() {
        return Optional.ofNullable(term);
    }

    /** Whether it was asked for; what comes with such a line comes again when that is priced again. */
    boolean isAsked() {
        return role == PricedLines.Role.ASKED;
    }

    /** The quantity at the net price, rounded to the decimals of the currency. */
    public Money amount() {
        return price.amount();
    }

    /** The same line to be priced again: discount, term, choices and the price set by hand are asked for once more. */
    DraftQuote.Line again() {
        PriceRequest request = PriceRequest.of(price.product(), price.quantity().value())
                .unit(price.unit())
                .discount(discount())
                .term(term)
                .chosen(chosen)
                .manual(price.manual() == null ? null : price.manual().value());
        return new DraftQuote.Line(request, tax);
    }

    private @Nullable BigDecimal discount() {
        return operand(PriceStep.Kind.DISCOUNT).map(BigDecimal::new).orElse(null);
    }

    private Optional<String> operand(PriceStep.Kind kind) {
        return price.proof().stream()
                .filter(step -> step.kind() == kind)
                .map(PriceStep::operand)
                .findFirst();
    }

    TaxedAmount taxed() {
        return new TaxedAmount(amount(), tax);
    }
}
