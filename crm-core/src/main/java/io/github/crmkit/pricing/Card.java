package io.github.crmkit.pricing;

import io.github.crmkit.catalog.Bundle;
import io.github.crmkit.catalog.Form;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.kernel.PlainTextValidator;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.price.NetPrice;
import io.github.crmkit.price.PriceRequest;
import io.github.crmkit.pricebook.PriceBook;
import io.github.crmkit.pricebook.PriceEntry;
import io.github.crmkit.pricebook.Tiering;
import io.github.crmkit.pricerule.PricingContext;
import io.github.crmkit.rulebook.Shortlist;
import io.github.crmkit.time.DateRange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a sheet has of one product, looked up once for a line. It knows the way of the commonest line by itself: so many own
 * units, at a step of the book, less one percentage at most. Immutable and safe under threads.
 */
final class Card {

    /** What one own unit costs from a quantity on, on some days. */
    private record Step(
            BigDecimal from,
            BigDecimal price,
            DateRange days,
            @Nullable Step next) {}

    private static final int MAX_DIGITS = 18;
    private static final Comparator<PriceEntry> LOWEST_FIRST = Comparator.comparing(PriceEntry::from);

    final Product product;
    final PricingContext.Article article;
    final List<PriceSheet.Contracted> contracts;
    final Shortlist rules;
    private final PriceBook book;
    private final PricingContext.Customer customer;
    private final List<List<PriceEntry>> entries;
    private final ProductId id;
    private final String unit;
    private final boolean plain;
    /** On which it is sold. */
    private final DateRange days;
    /** The highest first; none where anything else makes a price. */
    private final @Nullable Step steps;

    /**
     * @param book the one that prices are asked of first
     * @param entries what each book of the chain has for the product
     * @param rules those that are for the customer and the product
     * @param customer who buys
     */
    Card(
            Product product,
            PricingContext.Article article,
            PriceBook book,
            List<List<PriceEntry>> entries,
            List<PriceSheet.Contracted> contracts,
            Shortlist rules,
            PricingContext.Customer customer) {
        this.product = product;
        this.customer = customer;
        this.article = article;
        this.book = book;
        this.entries = entries;
        this.contracts = contracts;
        this.rules = rules;
        this.id = product.id();
        this.unit = product.unit();
        this.days = product.sale().days();
        this.plain = product.measures().increment() == null
                && (product.form() instanceof Form.Simple || product.form() instanceof Form.Variant);
        boolean sold = plain && contracts.isEmpty() && book.active() && product.isActive();
        this.steps = sold ? steps(entries.get(0), unit) : null;
    }

    /** The steps of entries in the unit, where they make a price by nothing but the highest that is reached. */
    private static @Nullable Step steps(List<PriceEntry> entries, String unit) {
        List<PriceEntry> own = new ArrayList<>(entries.size());
        for (PriceEntry entry : entries) {
            if (entry.active() && entry.unit().equals(unit)) {
                if (entry.tiering() != Tiering.VOLUME || entry.bounds() != null || isTied(entry, own)) {
                    return null;
                }
                own.add(entry);
            }
        }
        own.sort(LOWEST_FIRST);
        Step steps = null;
        for (PriceEntry entry : own) {
            steps = new Step(entry.from().value(), entry.price().amount(), entry.validity(), steps);
        }
        return steps;
    }

    private static boolean isTied(PriceEntry entry, List<PriceEntry> others) {
        for (PriceEntry other : others) {
            if (other.from().equals(entry.from()) && other.validity().overlaps(entry.validity())) {
                return true;
            }
        }
        return false;
    }

    /** What the book at this place of the chain has for the product, applying or not. */
    List<PriceEntry> entries(int level) {
        // a circle of books comes round to those that had nothing for the line the first time
        return level < entries.size() ? entries.get(level) : List.of();
    }

    /** Whether any book of the chain has a price for the product, applying or not. */
    boolean hasEntries() {
        for (List<PriceEntry> ofBook : entries) {
            if (!ofBook.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Whether nothing can be wrong with a request, so that the longer look at it would find nothing. */
    boolean takes(PriceRequest request) {
        BigDecimal quantity = request.quantity();
        return plain
                && request.asksForQuantityAlone()
                && quantity != null
                && quantity.signum() > 0
                && quantity.scale() >= 0
                && quantity.scale() <= Quantity.MAX_SCALE
                && quantity.precision() - quantity.scale() <= MAX_DIGITS;
    }

    /**
     * Notes what is wrong with a request for a product, as far as the product tells it: {@code unit-unknown}, {@code
     * quantity-increment}, choices that a bundle does not offer, {@code nothing-to-choose} and {@code priced-by-parts}.
     *
     * @param place where the request stands
     */
    static void check(Product product, PriceRequest request, String place, Violations problems) {
        Violations own = new Violations();
        request.check(own);
        if (request.quantity() == null || !own.isEmpty()) {
            return; // reported where the request itself is checked
        }
        String unit = request.unit() == null ? product.unit() : request.unit().strip();
        if (!PlainTextValidator.isPlain(unit, Product.MAX_WORD, false)) {
            return; // so is this
        }
        Quantity quantity = Quantity.of(request.quantity());
        product.measures().checkQuantity(quantity, unit, place + ".quantity", place + ".unit", problems);
        if (product.form() instanceof Bundle bundle && product.measures().knows(unit)) {
            problems.collect(place, () -> bundle.expand(quantity, request.chosen()));
            problems.require(
                    bundle.pricedOn() != Bundle.PricedOn.PARTS || request.manual() == null,
                    place + ".manual",
                    "priced-by-parts",
                    "must be given for the parts, which have the prices");
        } else {
            problems.require(
                    request.chosen().isEmpty(), place + ".chosen", "nothing-to-choose", "must be for a bundle");
        }
    }

    /**
     * What the waterfall would make of a line, where the line, the book and the rules are as plain as they mostly are, without
     * setting it up; absent for any other.
     *
     * @param pool what other lines add to the quantity, in the product's own unit
     */
    @Nullable
    NetPrice straight(PriceRequest request, BigDecimal pool, LocalDate date, RoundingMode rounding) {
        if (steps == null || !takes(request)) {
            return null;
        }
        BigDecimal quantity = request.quantity();
        BigDecimal pooled = pool.signum() == 0 ? quantity : quantity.add(pool);
        BigDecimal net = listed(pooled, date);
        if (net == null) {
            return null;
        }
        CurrencyUnit currency = book.currency();
        if (!rules.isEmpty()) {
            BigDecimal left = rules.left(
                            new PricingContext(customer, article, Quantity.of(pooled), unit, date, currency, book.id()))
                    .orElse(null);
            if (left == null) {
                return null;
            }
            net = Running.six(net.multiply(left));
        }
        BigDecimal amount = net.multiply(quantity).setScale(currency.getDecimalPlaces(), rounding);
        return new NetPrice(id, currency, net, BigDecimal.ONE, amount);
    }

    /** The price of the highest step that is reached; absent where there is none on the day. */
    private @Nullable BigDecimal listed(BigDecimal quantity, LocalDate date) {
        for (Step step = steps; step != null; step = step.next) {
            if (step.from.compareTo(quantity) <= 0 && step.days.contains(date)) {
                return book.validity().contains(date) && days.contains(date) ? step.price : null;
            }
        }
        return null;
    }
}
