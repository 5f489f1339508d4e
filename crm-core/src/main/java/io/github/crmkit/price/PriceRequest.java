package io.github.crmkit.price;

import io.github.crmkit.catalog.Bundle;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.command.Command;
import io.github.crmkit.kernel.PlainText;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.money.Percent;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.term.ServiceTerm;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.BigMoneyProvider;
import org.jspecify.annotations.Nullable;

/**
 * What is to be priced on one line. Numbers are as they came in; they are checked, all at once, before anything is priced.
 * The book and the day are said once for all lines.
 *
 * @param quantity more than 0, at most 6 decimals
 * @param unit what the quantity counts; absent for the unit of the product
 * @param discount percent points off the calculated price, 0 to 100, at most 6 decimals; absent for none
 * @param manual a price for one unit that replaces the calculated one, in the currency of the book, at most 6 decimals; a
 *     negative one is a credit; absent for none
 * @param term the days for which it is sold, where prices are for a period; absent for what is sold once
 * @param chosen what was chosen of a bundle that can be configured
 */
public record PriceRequest(
        @NotNull ProductId product,
        @NotNull BigDecimal quantity,
        @Nullable @PlainText(max = Product.MAX_WORD) String unit,
        @Nullable BigDecimal discount,
        @Nullable BigMoney manual,
        @Nullable ServiceTerm term,
        @NotNull List<Bundle.Chosen> chosen)
        implements Command {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    public PriceRequest {
        chosen = List.copyOf(chosen);
    }

    /** So much of a product, in its own unit. */
    public static PriceRequest of(ProductId product, BigDecimal quantity) {
        return new PriceRequest(product, quantity, null, null, null, null, List.of());
    }

    /** So many whole units of a product. */
    public static PriceRequest of(ProductId product, long quantity) {
        return of(product, BigDecimal.valueOf(quantity));
    }

    /** Counted in this unit. */
    public PriceRequest unit(@Nullable String word) {
        return new PriceRequest(product, quantity, word, discount, manual, term, chosen);
    }

    /** With so many percent points off. */
    public PriceRequest discount(@Nullable BigDecimal points) {
        return new PriceRequest(product, quantity, unit, points, manual, term, chosen);
    }

    /** With this percentage off. */
    public PriceRequest discount(Percent percent) {
        return discount(percent.value());
    }

    /** At this price for one unit, whatever was calculated. */
    public PriceRequest manual(@Nullable BigMoneyProvider price) {
        BigMoney given = price == null ? null : price.toBigMoney();
        return new PriceRequest(product, quantity, unit, discount, given, term, chosen);
    }

    /** Sold for these days. */
    public PriceRequest term(@Nullable ServiceTerm days) {
        return new PriceRequest(product, quantity, unit, discount, manual, days, chosen);
    }

    /** With these chosen of what the bundle offers. */
    public PriceRequest chosen(List<Bundle.Chosen> options) {
        return new PriceRequest(product, quantity, unit, discount, manual, term, options);
    }

    /** So much of the same. */
    public PriceRequest quantity(BigDecimal other) {
        return new PriceRequest(product, other, unit, discount, manual, term, chosen);
    }

    /** Whether it asks for nothing but so much of the product in its own unit. */
    public boolean asksForQuantityAlone() {
        return unit == null && discount == null && manual == null && term == null && chosen.isEmpty();
    }

    /** The discount, where one was asked for; only for a request without violations. */
    public Optional<Percent> percentOff() {
        return Optional.ofNullable(discount).map(Percent::of);
    }

    /** The manual price, where one was given; only for a request without violations. */
    public Optional<UnitPrice> manualPrice() {
        return Optional.ofNullable(manual).map(UnitPrice::new);
    }

    @Override
    public void check(Violations problems) {
        if (quantity != null) { // reported by its own constraint
            problems.require(quantity.signum() > 0, "quantity", "positive", "must be greater than 0");
            problems.collect("quantity", () -> Quantity.of(quantity));
        }
        if (discount != null) {
            problems.require(
                    discount.signum() >= 0 && discount.compareTo(WHOLE) <= 0,
                    "discount",
                    "out-of-range",
                    "must be from 0 to 100");
            problems.collect("discount", this::percentOff);
        }
        if (manual != null) {
            problems.collect("manual", this::manualPrice);
        }
    }
}
