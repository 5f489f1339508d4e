package io.github.crmkit.pricing;

import io.github.crmkit.catalog.Bundle;
import io.github.crmkit.catalog.Form;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.kernel.PlainTextValidator;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.price.NetPrice;
import io.github.crmkit.price.PriceRequest;
import io.github.crmkit.pricebook.PriceEntry;
import io.github.crmkit.pricebook.Tiering;
import io.github.crmkit.pricerule.PricingContext;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a sheet has of one product, looked up once for a line. It keeps the net prices that were made last, each for the
 * quantities between which nothing changes it: a second line of the product costs one multiplication. Safe under threads; what
 * two of them keep at once may be lost, and is made again.
 */
final class Card {

    /**
     * The net price of one unit on a day, for quantities of the product's own unit.
     *
     * @param from the least quantity, inclusive
     * @param below the least quantity that is too much; absent where none is
     */
    private record Plateau(
            LocalDate date, BigDecimal from, @Nullable BigDecimal below, BigDecimal net) {
        boolean holds(LocalDate on, BigDecimal quantity) {
            return (below == null || quantity.compareTo(below) < 0) && quantity.compareTo(from) >= 0 && date.equals(on);
        }
    }

    private static final int MOST_KEPT = 8;
    private static final int MAX_DIGITS = 18;

    final Product product;
    final PricingContext.Article article;
    final List<PriceSheet.Contracted> contracts;
    private final CurrencyUnit currency;
    private final List<List<PriceEntry>> entries;
    private final boolean plain;
    private volatile Plateau[] plateaus = {};

    /**
     * A card without any price yet.
     *
     * @param entries what each book of the chain has for the product
     * @param currency of the prices
     */
    Card(
            Product product,
            PricingContext.Article article,
            List<List<PriceEntry>> entries,
            List<PriceSheet.Contracted> contracts,
            CurrencyUnit currency) {
        this.currency = currency;
        this.product = product;
        this.article = article;
        this.entries = entries;
        this.contracts = contracts;
        this.plain = product.measures().increment() == null
                && (product.form() instanceof Form.Simple || product.form() instanceof Form.Variant);
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
     * The price of a line whose net price was made before; absent where none is kept for it.
     *
     * @param pool what other lines add to the quantity, in the product's own unit
     */
    @Nullable
    NetPrice known(PriceRequest request, BigDecimal pool, LocalDate date, RoundingMode rounding) {
        if (!request.asksForQuantityAlone()) {
            return null;
        }
        BigDecimal quantity = request.quantity();
        BigDecimal pooled = pool.signum() == 0 ? quantity : quantity.add(pool);
        for (Plateau kept : plateaus) {
            if (kept.holds(date, pooled)) {
                BigDecimal amount = kept.net.multiply(quantity).setScale(currency.getDecimalPlaces(), rounding);
                return new NetPrice(product.id(), currency, kept.net, BigDecimal.ONE, amount);
            }
        }
        return null;
    }

    /**
     * Keeps a net price of one own unit that rules would have made for all quantities from here to there, as far as the
     * entries would have made it, too; none where they are told in other units, or where the price of a unit moves with the
     * quantity.
     */
    void keep(LocalDate date, BigDecimal pooled, BigDecimal from, @Nullable BigDecimal below, BigDecimal net) {
        BigDecimal least = from;
        BigDecimal end = below;
        for (List<PriceEntry> ofBook : entries) {
            for (PriceEntry entry : ofBook) {
                if (!entry.active() || !entry.validity().contains(date)) {
                    continue;
                }
                if (entry.tiering() != Tiering.VOLUME || !entry.unit().equals(product.unit())) {
                    return;
                }
                BigDecimal bound = entry.from().value();
                if (bound.compareTo(pooled) <= 0) {
                    least = least.max(bound);
                } else {
                    end = end == null ? bound : end.min(bound);
                }
            }
        }
        Plateau[] before = plateaus;
        int first = before.length < MOST_KEPT ? 0 : 1;
        Plateau[] next = Arrays.copyOfRange(before, first, before.length + 1);
        next[next.length - 1] = new Plateau(date, least, end, net);
        plateaus = next;
    }
}
