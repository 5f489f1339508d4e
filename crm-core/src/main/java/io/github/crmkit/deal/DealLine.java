package io.github.crmkit.deal;

import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.Rounding;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.price.Price;
import io.github.crmkit.price.PriceStep;
import io.github.crmkit.pricebook.PriceBookId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Something that a deal would sell, as the product and its price were when the line was made. Later prices leave it alone.
 *
 * @param sku the product's number
 * @param name the product's name
 * @param quantity more than 0
 * @param unit what the quantity counts
 * @param price of {@code per} units, net: after discounts, without tax; a negative one is a credit
 * @param per how many units the price is for: 1, or so many as were priced together; more than 0
 * @param origin where the price was looked up; absent where it was entered by hand
 */
public record DealLine(
        ProductId product,
        String sku,
        String name,
        Quantity quantity,
        String unit,
        UnitPrice price,
        Quantity per,
        @Nullable Origin origin) {

    /**
     * Where a price was looked up.
     *
     * @param book the price book
     * @param sources what made the price, each once in the order of its steps: entries of the book and whatever else had a
     *     part in it
     * @param on the day whose prices were taken, in the organisation's zone
     */
    public record Origin(PriceBookId book, List<EntityRef> sources, LocalDate on) {

        public Origin {
            sources = List.copyOf(sources);
        }
    }

    /**
     * @throws io.github.crmkit.kernel.RuleViolationsException {@code plain-text}, {@code positive} for a quantity or
     *     {@code per} of 0 or less, {@code amount-scale} and {@code amount-range} for an amount that no store can keep
     */
    public DealLine {
        Violations problems = new Violations();
        sku = problems.plainText(sku, Product.MAX_SKU, "sku");
        name = problems.plainText(name, Product.MAX_NAME, "name");
        unit = problems.plainText(unit, Product.MAX_WORD, "unit");
        problems.require(quantity.isPositive(), "quantity", "positive", "must be greater than 0");
        problems.require(per.isPositive(), "per", "positive", "must be greater than 0");
        if (!per.isZero()) {
            DealRules.checkSigned(price.times(quantity, per, Rounding.COMMERCIAL), "amount", problems);
        }
        problems.throwIfAny("line");
    }

    /** A line whose price is entered by hand. */
    public static DealLine byHand(Product product, Quantity quantity, String unit, UnitPrice price) {
        return new DealLine(product.id(), product.sku(), product.name(), quantity, unit, price, Quantity.ONE, null);
    }

    /**
     * A line at the price that a book gave for a day; a manual price that was asked for with it counts as entered by hand.
     */
    public static DealLine priced(Product product, Price price, PriceBookId book, LocalDate on) {
        Origin found = price.manual() == null ? new Origin(book, sources(price), on) : null;
        return new DealLine(
                product.id(),
                product.sku(),
                product.name(),
                price.quantity(),
                price.unit(),
                price.net(),
                price.netPer(),
                found);
    }

    private static List<EntityRef> sources(Price price) {
        return price.proof().stream()
                .map(PriceStep::by)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** The quantity at the net price, rounded once to the decimals of the currency, halves away from zero. */
    public Money amount() {
        return price.times(quantity, per, Rounding.COMMERCIAL);
    }

    /** Where the price was looked up; absent where it was entered by hand. */
    public Optional<Origin> pricedBy() {
        return Optional.ofNullable(origin);
    }

    /** Quantity, unit, number and price, for example {@code 500 box TILE-60 at THB 108.00}. */
    @Override
    public String toString() {
        return quantity + " " + unit + " " + sku + " at " + price + (per.equals(Quantity.ONE) ? "" : " for " + per);
    }
}
